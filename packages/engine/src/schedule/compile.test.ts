import { describe, expect, it } from 'vitest';
import { say } from '../problem/say.ts';
import { compileSchedules } from './compile.ts';
import { compiledOf, manySites, phase, scheduleOf, scopeOf, sitesOf } from './schedule.fixture.ts';
import type { Schedule } from './schema.ts';

interface Case {
  readonly because: string;
  readonly given: Partial<Schedule>;
  readonly found: readonly string[];
}

const shops = manySites('门店', 11).map((site, i) => ({ ...site, ...(i < 9 ? { area: i < 5 ? '东网格' : '西网格' } : {}) }));
const areaList = [
  { name: '东网格', kind: 'grid' as const, parent: '一网区' },
  { name: '西网格', kind: 'grid' as const, parent: '一网区', grades: ['重点'], units: ['单位20'] },
  { name: '一网区', kind: 'zone' as const },
];
const parties = new Map([
  ['各中队', ['单位1', '单位2']],
  ['两个中队', ['单位7', '单位20']],
]);
const phases = [phase('排查', '2026-01-05', '2026-03-31'), phase('整治', '2026-04-01', '2026-06-30')];
const scope = scopeOf(sitesOf(...shops), { areaList, parties, phases });
const codesOf = (given: Partial<Schedule>): readonly string[] =>
  compileSchedules([scheduleOf(given)], scope, '/schedule').problems.map(({ code, at }) => `${code} ${at.replace('/schedule/0', '')}`);

const cases: readonly Case[] = [
  { because: 'nothing is wrong', given: { every: 'week on wednesday', holidays: 'skip' }, found: [] },
  {
    because: 'three phrases are unreadable, all said at once',
    given: { every: 'weekly', within: 'soon', sites: 'some' },
    found: ['phrase.unreadable /every', 'phrase.unreadable /within', 'phrase.unreadable /sites'],
  },
  {
    because: 'a schedule gives whole days',
    given: { within: '4 work hours', every: 'month on day 15' },
    found: ['phrase.unreadable /within'],
  },
  {
    because: 'a part of a day is no whole day',
    given: { within: '1.5 days', every: 'month on day 15' },
    found: ['phrase.unreadable /within'],
  },
  {
    because: 'twelve cannot be drawn from eleven',
    given: { every: 'month on day 10', sites: 'draw 12' },
    found: ['schedule.draw-too-large /sites'],
  },
  { because: 'eleven of eleven can', given: { every: 'month on day 10', sites: 'draw 11' }, found: [] },
  {
    because: 'the document counts other sites',
    given: { every: 'month on day 10', sites: 'draw 3 of 33' },
    found: ['draw.count-differs /sites'],
  },
  { because: 'the phases have no 31 July', given: { every: 'year on 07-31' }, found: ['schedule.no-day /every'] },
  { because: 'both festival Mondays meet', given: { every: 'week on monday', phases: ['排查'] }, found: ['schedule.collision /holidays'] },
  { because: 'they are merged', given: { every: 'week on monday', clash: 'merge' }, found: [] },
  {
    because: 'the festival week has no workday',
    given: { every: 'week on monday', holidays: 'same-week', phases: ['排查'] },
    found: ['schedule.dropped /holidays'],
  },
  {
    because: 'one of two dates is after the phases',
    given: { every: 'once on 2026-06-10 and 2026-11-06' },
    found: ['schedule.day-outside /every'],
  },
  { because: 'strata are missing', given: { every: 'month on day 10', sites: 'draw by class' }, found: ['draw.strata-missing /sites'] },
  {
    because: 'strata are not used',
    given: { every: 'month on day 10', sites: 'draw 1', strata: [{ class: '门店', draw: 1 }] },
    found: ['draw.strata-unused /strata'],
  },
  { because: 'two shops lie in no zone', given: { every: 'month on day 10', sites: 'draw 1 per zone' }, found: ['draw.no-area /sites'] },
  {
    because: 'the west has four',
    given: { every: 'month on day 10', sites: 'draw 5 per grid' },
    found: ['draw.no-area /sites', 'schedule.draw-too-large /sites'],
  },
  {
    because: 'four shops have the grade of their grid',
    given: { every: 'month on day 10', sites: 'draw by class', strata: [{ grade: '重点', draw: 4 }] },
    found: [],
  },
  {
    because: 'there is no fifth',
    given: { every: 'month on day 10', sites: 'draw by class', strata: [{ grade: '重点', draw: 5 }] },
    found: ['schedule.draw-too-large /sites'],
  },
  {
    because: 'four of eleven cannot rest twice',
    given: { every: 'month on day 10', sites: 'draw 4, not again for 2 draws' },
    found: ['draw.too-few-to-rest /sites'],
  },
  { because: 'three of eleven can', given: { every: 'month on day 10', sites: 'draw 3, not again for 2 draws' }, found: [] },
  {
    because: 'three draws of three do not reach eleven',
    given: { every: 'month on day 10', sites: 'draw 3, each once a quarter' },
    found: ['draw.cover-impossible /sites'],
  },
  { because: 'three draws of four do', given: { every: 'month on day 10', sites: 'draw 4, each once a quarter' }, found: [] },
  { because: 'no year lies wholly in the phases', given: { every: 'month on day 10', sites: 'draw 1, each once a year' }, found: [] },
  { because: 'both units keep a shop of the west', given: { every: 'month on day 10', by: '两个中队' }, found: ['draw.nobody-may-go /by'] },
  { because: 'a single unit is not drawn', given: { every: 'month on day 10', by: '单位7' }, found: [] },
  {
    because: 'of two units one goes as inspector',
    given: { every: 'month on day 10', by: '单位1', along: { from: ['各中队'], draw: 1 } },
    found: ['draw.too-few-along /along'],
  },
  { because: 'an unknown checklist is reported where names are', given: { checklist: '公厕检查表' }, found: [] },
  { because: 'an unknown phase too', given: { phases: ['验收'] }, found: [] },
];

describe('a schedule', () => {
  it.each(cases)('$because', ({ given, found }) => {
    expect(codesOf(given)).toEqual(found);
  });

  it('says what is wrong in words', () => {
    const words = cases.flatMap(({ given }) =>
      compileSchedules([scheduleOf(given)], scope, '/schedule').problems.map((found) => say(found, 'zh') + say(found, 'en')),
    );
    for (const sentence of words) expect(sentence).not.toMatch(/undefined|NaN|\[object/);
    const [twelve] = compileSchedules(
      [scheduleOf({ every: 'month on day 10', sites: 'draw 12', source: '五（二）' })],
      scope,
      '/schedule',
    ).problems;
    expect(twelve && say(twelve, 'zh')).toBe('检查安排“检查”（五（二））每次抽12个，但“门店”只有11个对象。请减少抽取数。');
  });

  it('is told when it ends in a year whose holiday notice is not out, but not that a long-term phase will come to one', () => {
    const until = (to: string | null) => scopeOf(sitesOf(...shops), { phases: [phase('三年', '2026-11-01', to)] });
    expect(compiledOf({}, until('2027-10-31')).problems.map(({ code, params }) => [code, params.year])).toEqual([
      ['calendar.provisional', '2027'],
    ]);
    expect(compiledOf({ holidays: 'keep' }, until('2027-10-31')).problems).toEqual([]);
    expect(compiledOf({}, until(null)).problems).toEqual([]);
  });

  it('knows who keeps a site: its own units and those of its area', () => {
    const { compiled } = compiledOf({ every: 'month on day 10' }, scope);
    expect([compiled.keepers.get('门店1'), compiled.keepers.get('门店7')]).toEqual([['单位1'], ['单位7', '单位20']]);
  });
});
