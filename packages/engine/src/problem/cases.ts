import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

const meantZh = (p: Params): string => (p.near ? `是否为“${p.near}”？` : '');
const meantEn = (p: Params): string => (p.near ? ` Did you mean “${p.near}”?` : '');
const list = (names: Params[string]): string => String(names).replaceAll('、', ', ');

/** Codes of the flow and classes of findings, and of the commands that move one. */
export const caseCodes = {
  'flow.unknown-stage': 'error',
  'flow.no-end': 'error',
  'flow.unreachable': 'error',
  'flow.dead-end': 'error',
  'flow.reopens': 'error',
  'flow.closes-own': 'error',
  'flow.no-addition': 'error',
  'class.code-twice': 'error',
  'class.unknown-code': 'error',
  'class.unmapped': 'warning',
  'class.editions-unordered': 'error',
  'look-back.size': 'error',
  'look-back.none': 'error',
  'look-back.not-over': 'error',
  'look-back.already-drawn': 'error',
  'look-back.nothing-closed': 'error',
  'look-back.not-drawn': 'error',
  'move.unknown': 'error',
  'move.not-here': 'error',
  'move.not-yours': 'error',
  'move.same-person': 'error',
  'move.too-often': 'error',
  'move.text-missing': 'error',
  'move.photo-missing': 'error',
  'move.unknown-unit': 'error',
  'move.day-missing': 'error',
  'move.unknown-other': 'error',
} as const satisfies Record<string, 'error' | 'warning' | 'hint'>;

type Sentences = Readonly<Record<keyof typeof caseCodes, (p: Params) => string>>;

/** The Chinese sentences of those codes. */
export const zhCases: Sentences = {
  'flow.unknown-stage': (p) => `“${p.move}”写的环节“${p.stage}”不在办理流程中。${meantZh(p)}`,
  'flow.no-end': () => '办理流程没有“已结案”的环节，问题永远结不了案。请增加一个结案环节。',
  'flow.unreachable': (p) => `没有动作通到环节“${p.stage}”，问题到不了这里。请增加通到它的动作，或删去这个环节。`,
  'flow.dead-end': (p) => `问题到了环节“${p.stage}”就再也结不了案。请增加从这里往下办的动作。`,
  'flow.reopens': (p) =>
    `动作“${p.move}”从已经办结的环节“${p.stage}”往外办。办结的问题只能因申诉或回头看再办，请把它“计作”申诉或回头看，或改正环节。`,
  'flow.closes-own': (p) => `动作“${p.move}”让责任单位自己办到“${p.stage}”。整改的人不能自己结案，请改由办公室、检查人员或领导办。`,
  'flow.no-addition': (p) => `动作“${p.move}”准予延期，却没有写延长多久。请填“延长”，如 2 workdays。`,
  'class.code-twice': (p) => `同一版分类里代码“${p.code}”用了两次（“${p.name}”）。请改正代码。`,
  'class.unknown-code': (p) => `“${p.name}”对应的新代码“${p.code}”在${p.edition}中没有。请核对。`,
  'class.unmapped': (p) => `“${p.name}”（${p.code}）在${p.edition}中没有对应的类别，旧记录将查不到新类别。请填“对应新版代码”。`,
  'class.editions-unordered': (p) => `分类版本“${p.edition}”的启用日不在前一版之后。请按启用日先后排列。`,
  'look-back.size': () => '回头看要写“每单位抽几件”或“每单位抽百分之几”，只写一个。',
  'look-back.none': () => '方案没有规定回头看。',
  'look-back.not-over': (p) => `${p.period}还没有结束，结束后才能抽取回头看。`,
  'look-back.already-drawn': (p) => `${p.period}的回头看已经抽取，不能重抽。`,
  'look-back.nothing-closed': (p) => `${p.period}没有结案的问题可抽。`,
  'look-back.not-drawn': () => '这个问题没有被抽中回头看，或已经看过。',
  'move.unknown': (p) => `办理流程里没有动作“${p.move}”。${meantZh(p)}`,
  'move.not-here': (p) => `问题现在在“${p.stage}”环节，不能“${p.move}”。${p.moves ? `可以办：${p.moves}。` : '已无可办的动作。'}`,
  'move.not-yours': (p) => `“${p.move}”由${p.by}办，您不能办。`,
  'move.same-person': (p) => `“${p.move}”要由提出申请以外的人办。请交他人审批。`,
  'move.too-often': (p) => `“${p.move}”每件最多${p.most}次，这个问题已经用完。`,
  'move.text-missing': (p) => `“${p.move}”要写明说明或理由。`,
  'move.photo-missing': (p) => `“${p.move}”要附照片。`,
  'move.unknown-unit': (p) => `单位“${p.unit}”不在方案中。${meantZh(p)}`,
  'move.day-missing': (p) => `“${p.move}”要写明到哪天再看，不能早于今天。`,
  'move.unknown-other': () => '请写明与哪件问题重复。它要存在，不是这一件，也没有作废或并案。',
};

const movers = (by: Params[string]): string =>
  String(by)
    .split('、')
    .map((role) => noun('en', role))
    .join(', ');

/** The English sentences; the same keys and parameters as the Chinese ones. */
export const enCases: Sentences = {
  'flow.unknown-stage': (p) => `“${p.move}” names the stage “${p.stage}”, which the flow does not have.${meantEn(p)}`,
  'flow.no-end': () => 'The flow has no stage that is “closed”, so no finding could ever be closed. Add one.',
  'flow.unreachable': (p) => `No move leads to the stage “${p.stage}”. Add one, or remove the stage.`,
  'flow.dead-end': (p) => `From the stage “${p.stage}” no finding could ever be closed. Add a move that goes on from there.`,
  'flow.reopens': (p) =>
    `The move “${p.move}” leads out of “${p.stage}”, where a finding is over. Only an appeal or a look-back may do that: say so in “does”, or mend the stage.`,
  'flow.closes-own': (p) =>
    `The move “${p.move}” lets the unit itself bring its finding to “${p.stage}”. Nobody closes what he fixed: let office, inspector or leader make it.`,
  'flow.no-addition': (p) => `The move “${p.move}” grants an extension but does not say how long. Fill in “adds”, such as 2 workdays.`,
  'class.code-twice': (p) => `The code “${p.code}” stands twice in one edition (“${p.name}”). Mend it.`,
  'class.unknown-code': (p) => `“${p.name}” becomes the code “${p.code}”, which ${p.edition} does not have. Check it.`,
  'class.unmapped': (p) =>
    `“${p.name}” (${p.code}) has no counterpart in ${p.edition}; old records will not resolve. Fill in what it becomes.`,
  'class.editions-unordered': (p) => `The edition “${p.edition}” does not begin after the one before it. Put them in order.`,
  'look-back.size': () => 'A look-back needs either how many of each unit or what share of them, exactly one of the two.',
  'look-back.none': () => 'The plan has no look-back.',
  'look-back.not-over': (p) => `${p.period} is not over yet; its look-back can be drawn afterwards.`,
  'look-back.already-drawn': (p) => `The look-back of ${p.period} is drawn already and is not drawn again.`,
  'look-back.nothing-closed': (p) => `No finding was closed in ${p.period}.`,
  'look-back.not-drawn': () => 'This finding was not drawn for a look-back, or has been looked at already.',
  'move.unknown': (p) => `The flow has no move “${p.move}”.${meantEn(p)}`,
  'move.not-here': (p) =>
    `The finding stands in “${p.stage}”, where “${p.move}” cannot be done.${p.moves ? ` Possible: ${list(p.moves)}.` : ' Nothing is left to do.'}`,
  'move.not-yours': (p) => `“${p.move}” is for ${movers(p.roles)} to do, not for you.`,
  'move.same-person': (p) => `“${p.move}” has to be done by somebody else than who asked. Hand it over.`,
  'move.too-often': (p) => `“${p.move}” is possible ${p.most} time(s) for a finding, which are used up.`,
  'move.text-missing': (p) => `“${p.move}” needs words: what was done, or why.`,
  'move.photo-missing': (p) => `“${p.move}” needs a photo.`,
  'move.unknown-unit': (p) => `The unit “${p.unit}” is not in the plan.${meantEn(p)}`,
  'move.day-missing': (p) => `“${p.move}” needs the day on which it is looked at again, not before today.`,
  'move.unknown-other': () => 'Say which finding it repeats: one that exists, is not this one and is neither void nor merged itself.',
};
