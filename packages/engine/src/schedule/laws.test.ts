import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '../calendar/day.ts';
import { periodOf } from '../calendar/period.ts';
import { isWorkday } from '../calendar/workdays.ts';
import { officialCalendar } from '../calendar/years.ts';
import type { CompiledPhase } from '../phase/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import type { CompiledSchedule } from './compile.ts';
import { layOut } from './duties.ts';
import { readEvery } from './every.ts';
import { upsetsOf } from './occurrences.ts';
import { anyDay, anyEvery, anyPhases, daysNamed } from './phrases.fixture.ts';
import { drawRecords } from './record.ts';
import { compiledOf, manySites, phase, scopeOf, sitesOf } from './schedule.fixture.ts';
import type { HolidayRule, Schedule, Stay } from './schema.ts';
import { seedingOf } from './seeding.ts';

const calendar = officialCalendar();
const until = '2027-12-31';

const anyRule = fc.constantFrom<HolidayRule>('keep', 'forward', 'backward', 'same-week', 'skip');
const anyStay = fc.option(fc.constantFrom<Stay>('week', 'ten-days', 'month', 'quarter', 'half-year', 'year'), { nil: undefined });
const anyWithin = fc.option(fc.constantFrom('1 workday', '3 workdays', '5 days', '40 days'), { nil: undefined });
const anySites = fc.constantFrom('all', 'draw 2', 'draw 50%', 'draw 1, not again for 2 draws');
const anySchedule: fc.Arbitrary<Partial<Schedule>> = fc.record({
  every: anyEvery,
  holidays: anyRule,
  stay: anyStay,
  within: anyWithin,
  sites: anySites,
});

const sites = sitesOf(...manySites('门店', 4));
const compiled = (given: Partial<Schedule>, phases: readonly CompiledPhase[]): CompiledSchedule =>
  compiledOf(given, scopeOf(sites, { phases })).compiled;
const holds = (phases: readonly CompiledPhase[], day: string): boolean =>
  phases.some(({ from, to }) => from <= day && (to === null || day <= to));

describe('the laws of duties', () => {
  it('what is done once before a day three years ahead is open from the first day of its phase', () => {
    const schedule = compiled({ every: 'once before 2028-12-01', holidays: 'keep' }, [phase('三年', '2026-01-01', '2028-12-31')]);
    const [duty] = layOut([schedule], calendar, '2026-02-01', '2026-02-01', seedingOf('种子'));
    expect(duty).toMatchObject({ from: '2026-01-01', due: '2028-12-01' });
  });

  it('none is missing and none comes twice: the planned days are those the phrase names, less those a holiday dropped', () => {
    fc.assert(
      fc.property(anySchedule, anyPhases, (given, phases) => {
        const schedule = compiled({ ...given, sites: 'all' }, phases);
        const duties = layOut([schedule], calendar, '2022-01-01', until, seedingOf('种子'));
        const { dropped } = upsetsOf(schedule, calendar, until);
        const every = readEvery(given.every ?? '');
        const named = every ? daysNamed(every, phases, until, calendar).filter((day) => !dropped.includes(day)) : [];
        // A long-term phase goes on: duties planned later may open before the last day asked for.
        const counts = new Map<string, number>();
        for (const { planned } of duties) if (planned <= until) counts.set(planned, (counts.get(planned) ?? 0) + 1);
        expect([...counts.keys()].sort()).toEqual([...new Set(named)].filter((day) => counts.has(day) || day < '2027-10-01').sort());
        expect(new Set(duties.map((duty) => duty.id)).size).toBe(duties.length);
        expect([...counts].filter(([, count]) => count !== sites.size)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('none is outside its phases, and its days are in order', () => {
    fc.assert(
      fc.property(anySchedule, anyPhases, (given, phases) => {
        const duties = layOut([compiled(given, phases)], calendar, '2022-01-01', until, seedingOf('种子'));
        const outside = duties.filter(({ planned, from, due, phase }) => {
          const own = phases.filter(({ name }) => name === phase);
          const days = Array.from({ length: daysBetween(from, due) + 1 }, (_, n) => addDays(from, n));
          return !holds(own, planned) || days.length === 0 || days.some((day) => !holds(phases, day));
        });
        expect(outside).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('rolling never leaves the period a schedule must stay in, and always ends on a workday', () => {
    fc.assert(
      fc.property(anySchedule, anyPhases, (given, phases) => {
        const duties = layOut([compiled({ ...given, within: undefined }, phases)], calendar, '2022-01-01', until, seedingOf('种子'));
        const kept = [...(given.holidays === 'same-week' ? ['week' as const] : []), ...(given.stay ? [given.stay] : [])];
        expect(duties.filter(({ planned, due }) => kept.some((kind) => periodOf(kind, due) !== periodOf(kind, planned)))).toEqual([]);
        expect(duties.filter(({ due }) => given.holidays !== 'keep' && !isWorkday(calendar, due))).toEqual([]);
        expect(duties.filter(({ planned, due }) => (given.holidays === 'keep' || isWorkday(calendar, planned)) && due !== planned)).toEqual(
          [],
        );
      }),
      { numRuns: 150 },
    );
  });

  it('a window shows of all duties those that can be done in it, and nothing else', () => {
    fc.assert(
      fc.property(anySchedule, anyPhases, anyDay, fc.integer({ min: 0, max: 400 }), (given, phases, from, length) => {
        const schedule = compiled(given, phases);
        const to = addDays(from, length);
        const all = layOut([schedule], calendar, '2022-01-01', '2029-12-31', seedingOf('种子'));
        const window = layOut([schedule], calendar, from, to, seedingOf('种子'));
        expect(window.map(({ id }) => id)).toEqual(all.filter((duty) => duty.from <= to && duty.due >= from).map(({ id }) => id));
      }),
      { numRuns: 100 },
    );
  });

  it('they are sorted by due day, then id, also when the name of one schedule goes on in another', () => {
    const phases = [phase('全年', '2026-01-01', '2026-12-31')];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('查', '查·2026-03-02', '查·', '检查'), anyEvery), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const duties = layOut(
            rows.map(([name, every]) => compiled({ name, every }, phases)),
            calendar,
            '2026-01-01',
            '2026-06-30',
            seedingOf('种子'),
          );
          const keys = duties.map(({ due, id }) => `${due} ${id}`);
          expect(keys).toEqual([...keys].sort());
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are the same, with the same ids, whatever the time zone of the machine', () => {
    const zones = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Asia/Kathmandu'];
    const given = fc.sample(fc.tuple(anySchedule, anyPhases), { numRuns: 60, seed: 20261106 });
    const before = process.env.TZ;
    try {
      const seen = zones.map((zone) => {
        process.env.TZ = zone;
        const offset = new Date(2026, 0, 1).getTimezoneOffset();
        return {
          offset,
          hash: hashOf(given.map(([row, phases]) => layOut([compiled(row, phases)], calendar, '2022-01-01', until, seedingOf('种子')))),
        };
      });
      expect(seen.map(({ offset }) => offset)).toEqual([0, -480, 300, -345]);
      expect(new Set(seen.map(({ hash }) => hash)).size).toBe(1);
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});

describe('the laws of draws', () => {
  const phases = [phase('全年', '2026-01-01', '2026-12-31')];
  const anyStrata = fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 6 })), { minLength: 1, maxLength: 4 });

  it('every draw has the promised strata, each site once, and repeats exactly from its seed', () => {
    fc.assert(
      fc.property(anyStrata, fc.string({ maxLength: 12 }), (rows, seed) => {
        const kinds = rows.map(([draw, more], i) => ({ name: `类${i}`, draw, size: draw + more }));
        const scope = scopeOf(sitesOf(...kinds.flatMap(({ name, size }) => manySites(name, size))), { phases });
        const strata = kinds.map(({ name, draw }) => ({ class: name, draw }));
        const { compiled, problems } = compiledOf(
          { checklist: '类0检查表', every: 'month on day 15', sites: 'draw by class', strata },
          scope,
        );
        expect(problems).toEqual([]);
        const records = drawRecords(compiled, calendar, { seeding: seedingOf(seed), until: '2026-12-31' });
        expect(records.length).toBe(12);
        for (const { pools } of records) {
          for (const { name, draw } of kinds) {
            const drawn = pools.find(({ pool }) => pool === name)?.drawn ?? [];
            expect(new Set(drawn).size).toBe(draw);
            for (const site of drawn) expect(scope.sites?.get(site)?.class).toBe(name);
          }
        }
        expect(drawRecords(compiled, calendar, { seeding: seedingOf(seed), until: '2026-12-31' })).toEqual(records);
      }),
      { numRuns: 60 },
    );
  });

  it('a site rests as long as it must, and all are visited where the plan is without a problem', () => {
    const anyDraw = fc.record({
      size: fc.integer({ min: 1, max: 30 }),
      take: fc.integer({ min: 1, max: 12 }),
      apart: fc.integer({ min: 0, max: 3 }),
      cover: fc.constantFrom('', 'month', 'quarter', 'half-year'),
    });
    fc.assert(
      fc.property(
        anyDraw,
        fc.constantFrom('week on monday', 'ten-days on day 5', 'month before day 25'),
        fc.string(),
        ({ size, take, apart, cover }, every, seed) => {
          const rest = apart === 0 ? '' : `, not again for ${apart} ${apart === 1 ? 'draw' : 'draws'}`;
          const phrase = `draw ${take}${rest}${cover && `, each once a ${cover}`}`;
          const { compiled, problems } = compiledOf({ every, sites: phrase }, scopeOf(sitesOf(...manySites('门店', size)), { phases }));
          fc.pre(problems.every(({ severity }) => severity !== 'error'));
          const records = drawRecords(compiled, calendar, { seeding: seedingOf(seed), until: '2026-12-31' });
          const drawn = records.map(({ pools }) => pools[0]?.drawn ?? []);
          drawn.forEach((sites, i) => {
            const recent = drawn.slice(Math.max(0, i - apart), i).flat();
            expect(sites.filter((site) => recent.includes(site))).toEqual([]);
            expect(sites.length).toBe(take);
          });
          const periods = [...new Set(records.flatMap(({ cover: covered }) => covered ?? []))];
          for (const period of periods)
            expect(new Set(records.flatMap((record, i) => (record.cover === period ? (drawn[i] ?? []) : []))).size).toBe(size);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('the order of the rows of the register does not matter, nor the order of its areas', () => {
    const phrases = ['draw 5', 'draw 30%', 'draw 4, not again for 1 draw, each once a quarter', 'draw 1 per zone'];
    const zones = Array.from({ length: 4 }, (_, i) => ({ name: `第${i + 1}网区`, kind: 'zone' as const }));
    const rows = manySites('门店', 20).map((site, i) => ({ ...site, area: `第${(i % 4) + 1}网区` }));
    const order = fc.shuffledSubarray(rows, { minLength: rows.length });
    const drawn = (sites: typeof rows, phrase: string): readonly unknown[] => {
      const given = { every: 'month on day 15', sites: phrase, weights: [{ site: '门店7', chances: 5 }] };
      return drawRecords(compiledOf(given, scopeOf(sitesOf(...sites), { phases, areaList: zones })).compiled, calendar, {
        seeding: seedingOf('种子'),
        until: '2026-12-31',
      });
    };
    fc.assert(
      fc.property(fc.constantFrom(...phrases), order, (phrase, shuffled) => {
        expect(drawn(shuffled, phrase)).toEqual(drawn(rows, phrase));
      }),
      { numRuns: 40 },
    );
  });

  it('a draw made again is another one, the same whenever it is computed, and no other period is touched', () => {
    const { compiled } = compiledOf({ every: 'month on day 15', sites: 'draw 6' }, scopeOf(sitesOf(...manySites('门店', 40)), { phases }));
    const book = (seed: string, again: readonly string[]) =>
      drawRecords(compiled, calendar, {
        seeding: { ...seedingOf(seed), repeats: new Map([['检查·2026-05', again]]) },
        until: '2026-12-31',
      });
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: 3 }), (seed, times) => {
        const reasons = Array.from({ length: times }, (_, i) => `理由${i + 1}`);
        const records = book(seed, reasons);
        expect(book(seed, reasons)).toEqual(records);
        expect(records.filter(({ period }) => period === '2026-05').map(({ issue, reason }) => [issue, reason])).toEqual([
          [1, ''],
          ...reasons.map((reason, i) => [i + 2, reason]),
        ]);
        const without = ({ previous: _, hash: __, ...record }: (typeof records)[number]) => record;
        expect(records.filter(({ issue }) => issue === 1).map(without)).toEqual(book(seed, []).map(without));
      }),
      { numRuns: 30 },
    );
  });

  it('what is drawn does not depend on how much of the year is asked for', () => {
    const { compiled } = compiledOf(
      { every: 'week on monday', sites: 'draw 4, not again for 1 draw, each once a month' },
      scopeOf(sitesOf(...manySites('门店', 12)), { phases }),
    );
    const year = drawRecords(compiled, calendar, { seeding: seedingOf('种子'), until: '2026-12-31' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (n) => {
        const part = drawRecords(compiled, calendar, { seeding: seedingOf('种子'), until: addDays('2026-01-01', n) });
        expect(part).toEqual(year.slice(0, part.length));
      }),
      { numRuns: 30 },
    );
  });
});
