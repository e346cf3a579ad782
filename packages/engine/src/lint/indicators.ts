import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { qualitative } from './dictionary.ts';
import type { LintRule } from './ground.ts';

const withoutParticles = (name: string): string => name.replace(/[的和与及、·\s（）()“”]/g, '').replace(/比例$/, '率');
const scopes = /(全市|全区|全县|全旗|全镇|中心城区|主城区|建成区|城区|市区|县城|农村|城乡|城镇|乡镇)/g;

/** Pairs of indicators that come to the same once something is left out of their names. */
const pairs = (
  names: readonly { readonly name: string; readonly unit: string }[],
  plain: (name: string) => string,
): readonly (readonly [index: number, other: number])[] => {
  const first = new Map<string, number>();
  return names.flatMap(({ name, unit }, i): readonly (readonly [number, number])[] => {
    const key = `${unit}\n${plain(name)}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, i);
    return other === undefined ? [] : [[i, other]];
  });
};

const drifts: LintRule = ({ compiled: { plan } }) => {
  const all = plan.indicators ?? [];
  const told = (
    code: 'indicator.name-drift' | 'indicator.scope-drift',
    found: readonly (readonly [number, number])[],
  ): readonly Problem[] =>
    found.map(([i, other]) =>
      problem(code, pointer('/indicators', i), {
        ...clauseOf('indicator', all[i] ?? { name: '' }),
        one: all[other]?.name,
        other: all[i]?.name,
      }),
    );
  const names = pairs(all, withoutParticles);
  const scoped = pairs(all, (name) => withoutParticles(name).replace(scopes, '')).filter(([i]) => !names.some(([j]) => j === i));
  return [...told('indicator.name-drift', names), ...told('indicator.scope-drift', scoped)];
};

/** Tasks that only promise to get better, with nothing to judge by. */
const unmeasured: LintRule = ({ compiled: { plan, phases, checklists } }) => {
  const measured = new Set([
    ...(plan.indicators ?? []).flatMap(({ task }) => task ?? []),
    ...[...checklists.values()].flatMap(({ items }) => [...items.values()].flatMap(({ item }) => item.task ?? [])),
  ]);
  const milestones = phases.flatMap((phase) => phase.milestones.map(({ name }) => name));
  return plan.responsibility.tasks.flatMap((task, i): readonly Problem[] => {
    const found = qualitative.exec(task.text ?? '')?.[1];
    const judged = measured.has(task.name) || task.quotas?.length || task.deliverables?.length || task.projects?.length;
    if (found === undefined || judged || milestones.includes(task.name)) return [];
    return [problem('indicator.qualitative', `${pointer('/responsibility/tasks', i)}/text`, { ...clauseOf('task', task), found })];
  });
};

/** What is measured under which name, and what is not measured at all. */
export const indicatorRules: readonly LintRule[] = [drifts, unmeasured];
