import { describe, expect, test } from 'vitest';
import type { Campaign } from '../campaign/state.ts';
import { compiled, people, planFile, play } from '../campaign/story.fixture.ts';
import type { Finding } from '../finding/finding.ts';
import { type FindingWanted, findingList, readAge } from './finding-list.ts';

const today = '2026-11-20';

const finding = (change: Partial<Finding>): Finding => ({
  id: 'visit0001/0',
  submission: 'visit0001',
  site: '一号店',
  checklist: '门前三包检查表',
  item: '门前干净',
  task: '镇容秩序专项整治',
  unit: '东村',
  opened: '2026-11-13',
  count: 1,
  state: 'rectifying',
  notice: 'visit0001/东村',
  number: 12,
  due: '2026-11-18',
  replied: null,
  closed: null,
  returns: 0,
  steps: [],
  ...change,
});

/** A campaign in force with these findings. */
const holding = (...findings: readonly Finding[]): Campaign => {
  const plan = compiled(planFile());
  const { given, campaign } = play([plan]);
  given(people.office, '2026-10-30T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  for (const one of findings) campaign().findings.set(one.id, one);
  return campaign();
};

const list = (campaign: Campaign, wanted: FindingWanted, limit = 50, sees = (_: Finding): boolean => true) =>
  findingList(campaign, wanted, { today, limit, sees });

describe('which findings are wanted', () => {
  const cases: readonly (readonly [string, Partial<Finding>, FindingWanted, boolean])[] = [
    ['open is anything not closed', { state: 'replied' }, { state: 'open' }, true],
    ['closed is not open', { state: 'closed' }, { state: 'open' }, false],
    ['without a state all are wanted', { state: 'closed' }, {}, true],
    ['what was a duplicate is over', { state: 'duplicate' }, { state: 'over' }, true],
    ['another unit', {}, { unit: '西村' }, false],
    ['the site by its whole name', {}, { site: '一号' }, false],
    ['overdue, since it was due two days ago', {}, { overdue: true }, true],
    ['not overdue on its last day', { due: today }, { overdue: true }, false],
    ['text finds the site', {}, { text: '一号' }, true],
    ['text finds the number of the notice', {}, { text: '12' }, true],
    ['text that is nowhere', {}, { text: '西街' }, false],
    ['seven days old belongs to 4 to 7', {}, { age: { from: 4, to: 7 } }, true],
    ['seven days old does not belong to 8 to 15', {}, { age: { from: 8, to: 15 } }, false],
    ['an open end has no last day', { opened: '2026-09-01' }, { age: { from: 16, to: null } }, true],
    ['a closed finding has no age', { state: 'closed' }, { age: { from: 4, to: 7 } }, false],
    ['opened on the last day asked for', {}, { opened: { from: '2026-11-01', to: '2026-11-13' } }, true],
    ['opened before the first day asked for', {}, { opened: { from: '2026-11-14', to: null } }, false],
    ['what is not closed was closed on no day', {}, { closed: { from: '2026-01-01', to: null } }, false],
  ];
  test.each(cases)('%s', (_, change, wanted, expected) => {
    expect(list(holding(finding(change)), wanted)).toMatchObject({ found: expected ? 1 : 0, all: 1 });
  });
});

test('an age that is none is read as no filter', () => {
  expect(readAge('old')).toBeUndefined();
  expect(readAge('4-7')).toEqual({ from: 4, to: 7 });
  expect(readAge('16-')).toEqual({ from: 16, to: null });
});

const several = (): Campaign =>
  holding(
    finding({ id: 'closed-old', state: 'closed', closed: '2026-11-01' }),
    finding({ id: 'later', due: '2026-11-25', unit: '西村' }),
    finding({ id: 'replied', state: 'replied' }),
    finding({ id: 'closed-new', state: 'closed', closed: '2026-11-10' }),
    finding({ id: 'first', due: '2026-11-05' }),
  );

test('the order of work: by due day, then what waits for verification, then the closed ones, newest first', () => {
  const { findings } = list(several(), {});
  expect(findings.map((one) => one.id)).toEqual(['first', 'later', 'replied', 'closed-new', 'closed-old']);
});

test('only the most urgent are shown, and all are counted', () => {
  const shown = list(several(), { state: 'open' }, 2);
  expect(shown.findings.map((one) => one.id)).toEqual(['first', 'later']);
  expect(shown).toMatchObject({ found: 3, all: 5, states: { open: 3, rectifying: 2, replied: 1, closed: 2, all: 5, drawn: 0 } });
});

test('each state is counted among what else is wanted, whatever state is asked for', () => {
  expect(list(several(), { state: 'closed', unit: '西村' })).toMatchObject({ found: 0, states: { open: 1, closed: 0, all: 1 } });
});

test('what a person may not see is neither shown nor counted', () => {
  expect(list(several(), {}, 50, ({ unit }) => unit === '西村')).toMatchObject({ found: 1, all: 1, units: ['西村'] });
});

test('a state that is the name of something every object has finds nothing', () => {
  expect(list(several(), { state: 'constructor' })).toMatchObject({ found: 0, all: 5 });
});
