import { readWithin, type Within } from '../calendar/within.ts';
import { type CompiledChecklist, type CompiledItem, isJudged } from '../checklist/compile.ts';
import type { CompiledOrganization } from '../organization/compile.ts';
import type { Site } from '../place/schema.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledTask } from '../responsibility/compile.ts';
import { type CompiledClass, classesOn, type Edition } from './classes.ts';
import type { Findings } from './schema.ts';

/** The notice with its time limit read. */
export interface CompiledNotice {
  readonly name: string;
  readonly within: Within;
  readonly replyPhoto: boolean;
  readonly source: string;
}

const known = new WeakMap<CompiledTask, ReadonlySet<string>>();

/** The bearers of a task to look up in: a county asks for every item at every site. */
const bearersOf = (task: CompiledTask): ReadonlySet<string> => {
  const before = known.get(task);
  if (before) return before;
  const bearers = new Set(task.bearers);
  known.set(task, bearers);
  return bearers;
};

/**
 * Units that could answer when an item fails at a site: the unit the item names; else the one its class of case names
 * (the owner of a part); else the units that keep the site and bear the task; else the task's leads. Exactly one is
 * right; none or several is a fault of the plan.
 */
export const ownersOf = (
  item: CompiledItem,
  site: Site,
  scope: { readonly organization: CompiledOrganization; readonly task: CompiledTask | undefined; readonly of?: CompiledClass },
): readonly string[] => {
  const named = item.item.unit ?? scope.of?.clause.unit;
  if (named !== undefined) return [scope.organization.units.get(named) ?? named];
  const { task } = scope;
  if (!task) return [];
  const keepers = site.units.filter((unit) => bearersOf(task).has(unit));
  return keepers.length === 0 ? task.leads : keepers;
};

/** Finds every item and site of its class for which not exactly one unit would answer; one problem an item. */
export const checkOwners = (
  checklist: CompiledChecklist,
  scope: {
    readonly organization: CompiledOrganization;
    readonly tasks: ReadonlyMap<string, CompiledTask>;
    readonly sites: readonly Site[];
    readonly classes: readonly Edition[];
  },
  at: string,
): readonly Problem[] =>
  [...checklist.items.values()].flatMap((item) => {
    const task = scope.tasks.get(item.item.task ?? '');
    if (!task || !isJudged(item.item)) return [];
    const newest = scope.classes.at(-1);
    const [of] = item.item.class === undefined || !newest ? [] : classesOn(scope.classes, item.item.class, newest.from);
    for (const site of scope.sites) {
      const owners = ownersOf(item, site, { organization: scope.organization, task, of });
      if (owners.length === 1) continue;
      const params = { item: item.item.name, site: site.name, task: task.task.name, count: owners.length, units: owners.join('、') };
      return [problem(owners.length === 0 ? 'finding.no-owner' : 'finding.many-owners', `${at}/items/${item.index}`, params)];
    }
    return [];
  });

/** Reads the notice. An unreadable time limit is a problem. */
export const compileNotice = (findings: Findings, at: string): { value: CompiledNotice | undefined; problems: readonly Problem[] } => {
  const within = readWithin(findings.notice.within);
  if (!within) {
    const params = {
      kind: 'within',
      found: findings.notice.within,
      source: findings.notice.source ?? findings.source,
      examples: '3 workdays、5 days',
    };
    return { value: undefined, problems: [problem('phrase.unreadable', pointer(`${at}/notice`, 'within'), params)] };
  }
  const source = findings.notice.source ?? findings.source ?? '';
  return { value: { name: findings.notice.name, within, replyPhoto: findings.reply?.photo ?? false, source }, problems: [] };
};
