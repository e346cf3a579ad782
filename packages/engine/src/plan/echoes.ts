import type { ProblemCode } from '../problem/codes.ts';
import type { Problem } from '../problem/problem.ts';

/** Problems that may merely echo a fault elsewhere, with the sections they rest on. */
const restsOn: Readonly<Partial<Record<ProblemCode, readonly string[]>>> = {
  'phase.none': ['phases'],
  'task.due-outside': ['phases'],
  'task.unchecked': ['checklists'],
  'checklist.no-site': ['places'],
  'checklist.unscheduled': ['schedule'],
  'indicator.due-outside': ['phases'],
  'indicator.annual-vs-cumulative': ['phases'],
  'indicator.not-summable': ['organization'],
  'indicator.child-sum': ['organization'],
  'schedule.no-day': ['phases', 'places', 'checklists'],
  'schedule.draw-too-large': ['places', 'checklists'],
  'finding.no-owner': ['organization', 'places', 'responsibility', 'checklists'],
  'finding.many-owners': ['organization', 'places', 'responsibility', 'checklists'],
  'ranking.group-too-small': ['organization', 'scoring'],
  'consequence.rank-too-deep': ['organization', 'scoring', 'ranking'],
  'consequence.times-beyond-window': ['scoring', 'ranking'],
  'consequence.both-ends': ['organization', 'scoring', 'ranking'],
};

/** The problems of meaning without those that merely follow from an error in a section they rest on. */
export const withoutEchoes = (written: readonly Problem[], meaning: readonly Problem[]): readonly Problem[] => {
  const roots = [...written, ...meaning].filter((p) => p.severity === 'error' && !restsOn[p.code]);
  const broken = new Set(roots.map((p) => p.at.split('/')[1] ?? ''));
  return meaning.filter((p) => !restsOn[p.code]?.some((section) => broken.has(section)));
};
