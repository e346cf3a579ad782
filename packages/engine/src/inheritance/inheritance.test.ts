import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Written } from '../plan/diff-identity.ts';
import { planText } from '../plan/text.ts';
import { say } from '../problem/say.ts';
import type { Binds } from './binds.ts';
import { conform, standing } from './conform.ts';
import { derive } from './derive.ts';
import { baseOf, compiledOf, type Level, planOf } from './levels.fixture.ts';
import { rebase } from './rebase.ts';

const battery = process.env.XIUHUA_BATTERY === '1';
const runs = { numRuns: battery ? 17_000 : 60 };

const start: Level = {
  tasks: [
    { name: '清垃圾', due: 20 },
    { name: '管摊点', due: 15, binds: 'free' },
    { name: '拆违建', due: 25, binds: 'fixed' },
  ],
  indicators: [
    { name: '整改率', most: false, value: 90, binding: true },
    { name: '漏损率', most: true, value: 9, binding: true },
    { name: '满意率', most: false, value: 80, binding: false },
    { name: '绿化率', most: false, value: 30, binding: false, binds: 'tighten' },
  ],
  items: [
    { name: '无占道', points: 2, photo: 0 },
    { name: '无乱贴', points: 3, photo: 1 },
  ],
  limit: 5,
  every: 3,
  veto: 10,
};

const ranks: readonly Binds[] = ['free', 'tighten', 'fixed'];
const rank = (binds: Binds): number => ranks.indexOf(binds);

/** The judge of the law: reads the numbers themselves, knows nothing of plans. */
const mayStand = (lower: Level, upper: Level): boolean => {
  const tasks = upper.tasks.every((task) => {
    const mine = lower.tasks.find(({ name }) => name === task.name);
    const lock = task.binds ?? 'tighten';
    if (!mine) return lock === 'free';
    if (rank(mine.binds ?? 'tighten') < rank(lock)) return false;
    return lock === 'free' || (lock === 'fixed' ? mine.due === task.due : mine.due <= task.due);
  });
  const indicators = upper.indicators.every((indicator) => {
    const mine = lower.indicators.find(({ name }) => name === indicator.name);
    const lock = indicator.binds ?? (indicator.binding ? 'tighten' : 'free');
    if (!mine) return lock === 'free';
    const own = mine.binds ?? (mine.binding ? 'tighten' : 'free');
    if (rank(own) < rank(lock)) return false;
    if (lock === 'free') return true;
    const stricter = indicator.most ? mine.value <= indicator.value : mine.value >= indicator.value;
    return stricter && (mine.binding || !indicator.binding);
  });
  const items = upper.items.every((item) => {
    const mine = lower.items.find(({ name }) => name === item.name);
    return mine !== undefined && mine.points >= item.points && mine.photo >= item.photo;
  });
  return tasks && indicators && items && lower.limit <= upper.limit && lower.every >= upper.every && lower.veto === upper.veto;
};

const whole = fc.nat(29);

/** A name nothing in the list has. */
const fresh = (list: readonly { readonly name: string }[]): string =>
  `新${1 + Math.max(0, ...list.map(({ name }) => (name.startsWith('新') ? Number(name.slice(1)) : 0)))}`;

/** One edit of a level: something made stricter, looser, dropped or added. */
const edit = fc.tuple(fc.nat(11), whole, fc.nat(9));
const edited = (level: Level, [kind, n, which]: readonly [number, number, number]): Level => {
  const at = <T>(list: readonly T[], change: (one: T) => T): readonly T[] =>
    list.map((one, i) => (i === which % list.length ? change(one) : one));
  const drop = <T>(list: readonly T[]): readonly T[] => (list.length > 1 ? list.filter((_, i) => i !== which % list.length) : list);
  switch (kind) {
    case 0:
      return { ...level, tasks: at(level.tasks, (task) => ({ ...task, due: (n % 28) + 1 })) };
    case 1:
      return { ...level, tasks: at(level.tasks, ({ binds: _, ...task }) => (n % 4 === 3 ? task : { ...task, binds: ranks[n % 4] })) };
    case 2:
      return { ...level, tasks: drop(level.tasks) };
    case 3:
      return {
        ...level,
        indicators: at(level.indicators, (one) => ({ ...one, value: one.value + (n % 7) - 3 > 0 ? one.value + (n % 7) - 3 : 1 })),
      };
    case 4:
      return { ...level, indicators: at(level.indicators, (one) => ({ ...one, binding: n % 2 === 0 })) };
    case 5:
      return { ...level, indicators: drop(level.indicators) };
    case 6:
      return { ...level, items: at(level.items, (one) => ({ ...one, points: (n % 6) + 1 })) };
    case 7:
      return { ...level, items: at(level.items, (one) => ({ ...one, photo: n % 3 })) };
    case 8:
      return { ...level, limit: (n % 9) + 1 };
    case 9:
      return { ...level, every: n % 5 };
    case 10:
      return { ...level, veto: n % 4 === 0 ? 20 : level.veto };
    default:
      return {
        ...level,
        tasks: [...level.tasks, { name: fresh(level.tasks), due: (n % 28) + 1 }],
        items: [...level.items, { name: fresh(level.items), points: 1, photo: 0 }],
      };
  }
};

/** Five levels, each edited from the one above it. */
const chain = fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 4, maxLength: 4 }).map((levels) => {
  const found: Level[] = [start];
  for (const edits of levels) found.push(edits.reduce(edited, found.at(-1) ?? start));
  return found;
});

const holds = (lower: Written, upper: CompiledPlan): boolean => standing(conform(lower, upper).breaches).length === 0;

describe('five levels, edited at random', () => {
  test('no loosening is accepted and no tightening refused, by a judge that reads only the numbers', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(chain, (levels) => {
        const plans = levels.map(planOf);
        const compiled = plans.map(compiledOf);
        levels.forEach((upper, i) => {
          levels.slice(i + 1).forEach((lower, k) => {
            const found = holds(plans[i + 1 + k] as Written, compiled[i] as CompiledPlan);
            if (found !== mayStand(lower, upper)) {
              const said = conform(plans[i + 1 + k], compiled[i] as CompiledPlan).breaches.map((breach) => say(breach.problem));
              throw new Error(`${JSON.stringify(upper)}\n${JSON.stringify(lower)}\n${said.join('\n')}`);
            }
          });
        });
      }),
      runs,
    );
  });

  test('what conforms level by level conforms to the top', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(chain, (levels) => {
        const plans = levels.map(planOf);
        const compiled = plans.map(compiledOf);
        const steps = compiled.slice(1).map((_, i) => holds(plans[i + 1] as Written, compiled[i] as CompiledPlan));
        const until = steps.indexOf(false) < 0 ? plans.length : steps.indexOf(false) + 1;
        plans.slice(0, until).forEach((lower) => {
          expect(holds(lower, compiled[0] as CompiledPlan)).toBe(true);
        });
      }),
      runs,
    );
  });

  test('a derived plan conforms; never edited and moved to the amended upper plan, is the plan derived from it anew', {
    timeout: 3_600_000,
  }, () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), fc.constantFrom(undefined, '东村', '西村', '城管所'), (edits, as) => {
        const [before, after] = [compiledOf(planOf(start)), compiledOf(planOf(edits.reduce(edited, start)))];
        const draft = derive(before, { as });
        expect(conform(draft, before, as === undefined ? {} : { as }).breaches).toEqual([]);
        const moved = rebase(draft, before, after);
        const title = String(draft.title);
        expect(planText(moved.plan)).toBe(planText(derive(after, { as, title })));
        expect(moved.clashes).toEqual([]);
        expect(standing(moved.conformity.breaches)).toEqual([]);
      }),
      runs,
    );
  });
});

test.each(['yijinhuoluo', 'junan', 'xiaoqing', 'anyang-towns', 'xinyang', 'district-bureau', 'shangcheng'])(
  'a draft derived from %s conforms, whoever of its units it is for',
  (name) => {
    const upper = compiledOf(baseOf(`../../../../examples/${name}/plan.json`));
    for (const as of [undefined, ...upper.organization.units.keys()]) {
      expect(conform(derive(upper, { as }), upper, { as }).breaches.map((breach) => say(breach.problem))).toEqual([]);
    }
  },
);
