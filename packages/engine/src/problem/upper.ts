import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

const zhClause = (p: Params): string =>
  `${p.holder ? `${noun('zh', p.holder)}“${p.name ?? ''}”` : '本方案'}${p.source ? `（${p.source}）` : ''}`;
const enClause = (p: Params): string =>
  `${p.holder ? `${noun('en', p.holder)} “${p.name ?? ''}”` : 'the plan'}${p.source ? ` (${p.source})` : ''}`;
const zhUpper = (p: Params): string => `上级方案《${p.upper}》${p.upperSource ? `${p.upperSource}` : ''}`;
const enUpper = (p: Params): string => `upper plan “${p.upper}”${p.upperSource ? `, ${p.upperSource}` : ''}`;

/** Codes of a plan held against its upper plans. */
export const upperCodes = {
  'basis.unknown-upper': 'error',
  'basis.not-the-upper': 'error',
  'basis.unknown-unit': 'error',
  'basis.circle': 'error',
  'conform.dropped': 'error',
  'conform.looser': 'error',
  'conform.changed': 'error',
  'conform.not-comparable': 'error',
  'conform.unlocked': 'error',
  'conform.words': 'warning',
  'conform.no-reason': 'warning',
  'conform.uppers-disagree': 'error',
  'conform.split-short': 'error',
} as const;

type Code = keyof typeof upperCodes;

/** Their sentences in Chinese. */
export const zhUppers: Readonly<Record<Code, (p: Params) => string>> = {
  'basis.unknown-upper': (p) => `找不到上级方案《${p.upper}》（指纹${p.hash}…）。请先把它导入，或核对依据里的指纹。`,
  'basis.not-the-upper': (p) =>
    `给出的方案都不是依据里写明的上级方案《${p.upper}》（指纹${p.hash}…）：内容变过，指纹就不同。请用印发的那一份。`,
  'basis.unknown-unit': (p) =>
    `上级方案《${p.upper}》里没有单位“${p.found}”。${p.near ? `是否为“${p.near}”？` : '请写它在上级方案里的名称。'}`,
  'basis.circle': (p) => `方案互为依据：${p.chain}。请删去其中一个依据。`,
  'conform.dropped': (p) => `${zhUpper(p)}要求的内容缺了：${p.what}。请补上，或写明经批准的例外。`,
  'conform.looser': (p) => `${zhClause(p)}比${zhUpper(p)}宽：${p.what}。请改到不低于上级的程度，或写明经批准的例外。`,
  'conform.changed': (p) => `${zhClause(p)}改动了${zhUpper(p)}里不得改动的内容：${p.what}。请恢复，或写明经批准的例外。`,
  'conform.not-comparable': (p) => `${zhClause(p)}与${zhUpper(p)}无法比较宽严：${p.what}。请用同一种写法，使人看得出不低于上级。`,
  'conform.unlocked': (p) => `${zhClause(p)}对下级的约束比${zhUpper(p)}松：${p.what}。请至少保持上级的约束。`,
  'conform.words': (p) => `${zhClause(p)}的文字与${zhUpper(p)}不同：${p.what}。请核对意思没有放宽。`,
  'conform.no-reason': (p) => `${zhClause(p)}比上级方案《${p.upper}》多做或更严，没有写加严理由。请写明为什么需要。`,
  'conform.uppers-disagree': (p) =>
    `两份上级方案对${zhClause(p)}的要求不一致：《${p.upper}》与《${p.other}》，${p.what}。请报上级明确以哪份为准。`,
  'conform.split-short': (p) =>
    `指标“${p.name}”分到各下级的合计是${p.sum}，少于上级方案要求的${p.wanted}${p.missing ? `；${p.missing}没有写` : ''}。请重新分解。`,
};

/** Their sentences in English. */
export const enUppers: Readonly<Record<Code, (p: Params) => string>> = {
  'basis.unknown-upper': (p) =>
    `The upper plan “${p.upper}” (hash ${p.hash}…) is not here. Import it first, or check the hash in the basis.`,
  'basis.not-the-upper': (p) =>
    `None of the plans given is the upper plan “${p.upper}” (hash ${p.hash}…) named in the basis: other content has another hash. Use the issued one.`,
  'basis.unknown-unit': (p) =>
    `The upper plan “${p.upper}” has no unit “${p.found}”.${p.near ? ` Did you mean “${p.near}”?` : ' Write what this place is called there.'}`,
  'basis.circle': (p) => `Plans rest on each other: ${p.chain}. Remove one of the bases.`,
  'conform.dropped': (p) => `Missing from the plan is what the ${enUpper(p)} asks for: ${p.whatEn}. Add it, or name an approved exception.`,
  'conform.looser': (p) =>
    `The ${enClause(p)} is looser than the ${enUpper(p)}: ${p.whatEn}. Bring it up to the upper plan, or name an approved exception.`,
  'conform.changed': (p) =>
    `The ${enClause(p)} changes what the ${enUpper(p)} has fixed: ${p.whatEn}. Restore it, or name an approved exception.`,
  'conform.not-comparable': (p) =>
    `Whether the ${enClause(p)} is at least as strict as the ${enUpper(p)} cannot be told: ${p.whatEn}. Write it the same way.`,
  'conform.unlocked': (p) => `The ${enClause(p)} binds lower plans less than the ${enUpper(p)}: ${p.whatEn}. Keep at least its lock.`,
  'conform.words': (p) => `The words of the ${enClause(p)} differ from the ${enUpper(p)}: ${p.whatEn}. Check that they ask for no less.`,
  'conform.no-reason': (p) => `The ${enClause(p)} asks for more than the upper plan “${p.upper}” without a reason. Say why it is needed.`,
  'conform.uppers-disagree': (p) =>
    `Two upper plans disagree on the ${enClause(p)}: “${p.upper}” and “${p.other}”, ${p.whatEn}. Ask which one holds.`,
  'conform.split-short': (p) =>
    `What lower plans take on of “${p.name}” comes to ${p.sum}, less than the ${p.wanted} of the upper plan${p.missing ? `; ${p.missing} say nothing` : ''}. Split it anew.`,
};
