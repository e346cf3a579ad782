import { expect, test } from 'vitest';
import type { Scope } from '../indicator/reading.ts';
import type { Count } from '../indicator/schema.ts';
import { countedRecords, type Filter } from './counts.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const file = planFile();
const plan = compiled({
  ...file,
  places: {
    classes: [{ name: '门店' }],
    schemes: [{ name: '道路分级', grades: [{ name: '严禁路' }, { name: '严控路' }] }],
    areas: [{ name: '一区' }, { name: '东街', parent: '一区', grades: ['严禁路'] }, { name: '西街' }],
    sites: [
      { name: '一号店', class: '门店', area: '东街', units: ['东村'] },
      { name: '二号店', class: '门店', area: '西街', grades: ['严控路'], units: ['西村'] },
    ],
  },
});

/** Two visits on one Monday, one of them made twice: a dirty front in the east, a dirty front and three spots in the west. */
const story = () => {
  const told = play([plan]);
  const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
  told.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  told.given(people.inspector, '2026-03-02T03:00:00.000Z', visit(plan, '2026-03-02', '一号店', dirty));
  told.given(people.second, '2026-03-02T03:30:00.000Z', { ...visit(plan, '2026-03-02', '一号店', dirty), submission: 's-once-more' });
  told.given(
    people.inspector,
    '2026-03-02T04:00:00.000Z',
    visit(plan, '2026-03-02', '二号店', { ...dirty, 不占道: { result: 'fail', count: 3 } }),
  );
  const [east, west] = ['s-2026-03-02-east/0', 's-2026-03-02-west/0'];
  const verdict = (finding: string, passed: boolean) =>
    ({ type: 'VerifyRectification', finding, passed, text: '看过', photos: [] }) as const;
  told.given(people.east, '2026-03-03T03:00:00.000Z', { type: 'ReplyRectification', finding: east, text: '已扫', photos: [photo] });
  told.given(people.second, '2026-03-04T03:00:00.000Z', verdict(east, true));
  told.given(people.west, '2026-03-03T03:00:00.000Z', { type: 'ReplyRectification', finding: west, text: '已扫', photos: [photo] });
  told.given(people.second, '2026-03-04T03:00:00.000Z', verdict(west, false));
  return told.campaign();
};
const campaign = story();
const sum = (count: Count, filter: Partial<Filter> = {}): number =>
  countedRecords(campaign, count, { scope: { kind: 'whole', name: '' }, today: '2026-03-05', ...filter }).reduce(
    (total, record) => total + record.count,
    0,
  );
const scope = (kind: Scope['kind'], name: string): Partial<Filter> => ({ scope: { kind, name } });

test.each<[Count, Partial<Filter>, number, string]>([
  ['visits', {}, 2, 'the one made again does not count'],
  ['asked-items', {}, 4, 'two items at two shops'],
  ['passed-items', {}, 1, 'only the east kept the street free'],
  ['failed-items', {}, 3, 'two fronts and a street'],
  ['failed-spots', {}, 5, 'three spots in the street and one for each front'],
  ['failed-spots', { item: '不占道' }, 3, 'of one item'],
  ['asked-items', { item: '不占道' }, 2, 'of one item'],
  ['asked-items', { task: '门前三包' }, 4, 'of the task both items belong to'],
  ['asked-items', { task: '别的任务' }, 0, 'of a task they do not belong to'],
  ['visits', { checklist: '别的检查表' }, 0, 'of another checklist'],
  ['visits', scope('unit', '东村'), 1, 'a unit keeps its sites'],
  ['visits', scope('unit', '城管所'), 0, 'and no others'],
  ['failed-items', scope('area', '东街'), 1, 'in a street'],
  ['failed-items', scope('area', '一区'), 1, 'in the area around the street'],
  ['failed-items', scope('class', '门店'), 3, 'of a class'],
  ['failed-items', scope('grade', '严禁路'), 1, 'of a grade that the street has'],
  ['failed-items', scope('grade', '严控路'), 2, 'of a grade that the shop has itself'],
  ['opened-findings', {}, 3, 'every failed item'],
  ['opened-findings', scope('unit', '西村'), 2, 'those the unit answers for'],
  ['opened-findings', scope('area', '西街'), 2, 'those found there'],
  ['opened-findings', { item: '门前干净' }, 2, 'of one item'],
  ['closed-findings', {}, 1, 'one looked at and closed'],
  ['closed-in-time-findings', {}, 1, 'answered before it was due'],
  ['returned-findings', {}, 1, 'one sent back'],
  ['waiting-findings', {}, 2, 'the others still have time'],
  ['overdue-findings', {}, 0, 'nothing is late on the last day'],
  ['overdue-findings', { today: '2026-03-06' }, 2, 'two are late the day after'],
  ['waiting-findings', { today: '2026-03-06' }, 0, 'and have no time left'],
])('%s %j: %i, %s', (count, filter, expected) => {
  expect(sum(count, filter)).toBe(expected);
});
