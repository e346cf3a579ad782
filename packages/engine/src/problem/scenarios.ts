import { noun } from './nouns.ts';
import type { Params } from './problem.ts';

/** Which scenario it is about; nothing where that is said already. */
const zhLead = (p: Params): string =>
  p.name === undefined ? '' : `${noun('zh', 'scenario')}“${p.name}”${p.source ? `（${p.source}）` : ''}：`;
const enLead = (p: Params): string =>
  p.name === undefined ? '' : `The ${noun('en', 'scenario')} “${p.name}”${p.source ? ` (${p.source})` : ''}: `;

/** Codes of scenarios that come out otherwise than they expect. */
export const scenarioCodes = {
  'scenario.refused': 'warning',
  'scenario.no-duty': 'warning',
  'scenario.score': 'warning',
  'scenario.grade': 'warning',
  'scenario.rank': 'warning',
  'scenario.finding': 'warning',
  'scenario.consequence': 'warning',
} as const;

type Code = keyof typeof scenarioCodes;

const zhScore = (points: Params[string]): string => (points === undefined ? '没有得分' : `${points}分`);
const enScore = (points: Params[string]): string => (points === undefined ? 'no score' : `${points} points`);
const zhRank = (rank: Params[string]): string => (rank === undefined ? '不参加排名' : `第${rank}名`);
const enRank = (rank: Params[string]): string => (rank === undefined ? 'not ranked' : `place ${rank}`);

const zhFinding = (p: Params): string => {
  if (p.unitNow === undefined) return '现在查不出来';
  return p.unit === undefined
    ? `原来没有，现由“${p.unitNow}”在${p.dueNow}前整改`
    : `应由“${p.unit}”在${p.due}前整改，现由“${p.unitNow}”在${p.dueNow}前整改`;
};

const enFinding = (p: Params): string => {
  if (p.unitNow === undefined) return 'is not found now';
  const now = `now to be put right by “${p.unitNow}” until ${p.dueNow}`;
  return p.unit === undefined ? `was not expected and is ${now}` : `was expected of “${p.unit}” until ${p.due} and is ${now}`;
};

/** Their sentences in Chinese. */
export const zhScenarios: Readonly<Record<Code, (p: Params) => string>> = {
  'scenario.refused': (p) => `${zhLead(p)}“${p.what}”填不进去：${p.why}请照现在的方案改这个情形。`,
  'scenario.no-duty': (p) =>
    `${zhLead(p)}方案在${p.day}没有安排用“${p.checklist}”检查“${p.site}”，或这次检查已经做过。请改日期，或核对检查安排。`,
  'scenario.score': (p) =>
    `${zhLead(p)}“${p.unit}”${p.period}应为${zhScore(p.expected)}，现为${zhScore(p.found)}：${p.why}。请核对是不是本意，接受新结果或改回条款。`,
  'scenario.grade': (p) =>
    `${zhLead(p)}“${p.unit}”${p.period}的等次应为“${p.expected ?? '无'}”，现为“${p.found ?? '无'}”。请核对分数线，接受新结果或改回条款。`,
  'scenario.rank': (p) =>
    `${zhLead(p)}“${p.unit}”${p.period}在“${p.ranking}”应为${zhRank(p.expected)}，现为${zhRank(p.found)}。请核对排名办法，接受新结果或改回条款。`,
  'scenario.finding': (p) => `${zhLead(p)}“${p.site}”的“${p.item}”${zhFinding(p)}。请核对检查表和整改规定，接受新结果或改回条款。`,
  'scenario.consequence': (p) =>
    `${zhLead(p)}“${p.unit}”${p.period}${p.way === 'missing' ? '应触发' : '原不触发'}“${p.consequence}”，现在${p.way === 'missing' ? '不再触发' : '触发了'}。请核对触发条件，接受新结果或改回条款。`,
};

/** Their sentences in English. */
export const enScenarios: Readonly<Record<Code, (p: Params) => string>> = {
  'scenario.refused': (p) => `${enLead(p)}“${p.what}” cannot be entered: ${p.whyEn} Bring the scenario in line with the plan.`,
  'scenario.no-duty': (p) =>
    `${enLead(p)}The plan does not send anybody to “${p.site}” with “${p.checklist}” on ${p.day}, or that visit is made already. Change the day, or look at the schedule.`,
  'scenario.score': (p) =>
    `${enLead(p)}“${p.unit}” should have ${enScore(p.expected)} in ${p.period} and has ${enScore(p.found)}: ${p.whyEn}. Accept the new result if it is meant, or change the clause back.`,
  'scenario.grade': (p) =>
    `${enLead(p)}The grade of “${p.unit}” in ${p.period} should be “${p.expected ?? 'none'}” and is “${p.found ?? 'none'}”. Accept the new result if it is meant, or change the clause back.`,
  'scenario.rank': (p) =>
    `${enLead(p)}“${p.unit}” should have ${enRank(p.expected)} of “${p.ranking}” in ${p.period} and has ${enRank(p.found)}. Accept the new result if it is meant, or change the clause back.`,
  'scenario.finding': (p) =>
    `${enLead(p)}“${p.item}” at “${p.site}” ${enFinding(p)}. Accept the new result if it is meant, or change the clause back.`,
  'scenario.consequence': (p) =>
    `${enLead(p)}“${p.consequence}” ${p.way === 'missing' ? 'should be proposed' : 'was not expected'} for “${p.unit}” in ${p.period} and ${p.way === 'missing' ? 'is not' : 'is proposed'}. Accept the new result if it is meant, or change the clause back.`,
};
