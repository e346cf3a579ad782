import { expect, test } from 'vitest';
import { instantAt } from '../calendar/day.ts';
import type { Actor } from '../campaign/actor.ts';
import type { Command, MoveFinding } from '../campaign/command.ts';
import { sevenStepPlan } from '../campaign/flow.fixture.ts';
import { compiled, people, photo, play, visit } from '../campaign/story.fixture.ts';
import { inboxOf, messagesOf } from './inbox.ts';
import { sayMessage } from './say.ts';

const plan = compiled(sevenStepPlan());
const monday = '2026-03-02';
const finding = 's-2026-03-02-east/0';

/** A shop fails on a Monday; its finding is dispatched at noon, due on Thursday. */
const dispatched = () => {
  const story = play([plan]);
  const give = (by: Actor, day: string, clock: string, command: Command) =>
    expect(story.given(by, instantAt(day, clock), command).problems).toEqual([]);
  const move = (by: Actor, [day, clock]: readonly [string, string], name: string, more: Partial<MoveFinding> = {}) =>
    give(by, day, clock, { type: 'MoveFinding', finding, move: name, text: '', photos: [], ...more });
  give(people.office, monday, '09:00', { type: 'AdoptPlan', plan: plan.hash });
  give(people.inspector, monday, '11:00', visit(plan, monday, '一号店', { 门前干净: { result: 'fail', photos: [photo] } }));
  move(people.office, [monday, '11:10'], '立案');
  move(people.office, [monday, '12:00'], '派遣', { unit: '东村' });
  const told = (by: Actor, day: string, clock = '12:30') =>
    inboxOf(messagesOf(story.campaign(), instantAt(day, clock)), story.campaign(), by)
      .filter(({ kind }) => kind.startsWith('finding-') || kind.startsWith('look-back'))
      .map((message) => `${message.open ? '' : '(done) '}${sayMessage(message, 'zh')}`);
  return { story, give, move, told };
};

test('a request for more time waits for those who may grant it, never for the one who asked, and its outcome comes back with the new day', () => {
  const { move, told } = dispatched();
  move(people.east, ['2026-03-03', '10:00'], '申请延期', { text: '要等吊车' });
  expect(told(people.office, '2026-03-03')).toEqual(['东村申请延期：一号店 · 门前干净。要等吊车']);
  expect(told(people.inspector, '2026-03-03')).toEqual([]);
  expect(told({ ...people.office, account: people.east.account }, '2026-03-03')).toEqual([]);
  move(people.office, ['2026-03-03', '12:00'], '准予延期');
  expect(told(people.office, '2026-03-03')).toEqual(['(done) 东村申请延期：一号店 · 门前干净。要等吊车']);
  // Tuesday stood still: three workdays after Monday end on Friday, two more on the Tuesday after.
  expect(told(people.east, '2026-03-03')[0]).toBe('(done) 一号店 · 门前干净：准予延期，期限3月10日。');
});

test('a request refused is told with the reason; only the day the decision took is given back', () => {
  const { move, told } = dispatched();
  move(people.east, ['2026-03-03', '10:00'], '申请延期', { text: '人手不够' });
  move(people.office, ['2026-03-03', '12:00'], '不予延期', { text: '一天可以做完' });
  expect(told(people.east, '2026-03-03')[0]).toBe('(done) 一号店 · 门前干净：不予延期，期限3月6日。一天可以做完');
});

test('a finding that ran over its day goes up to the office as well', () => {
  const { told } = dispatched();
  expect(told(people.office, '2026-03-05', '18:00')).toEqual([]);
  expect(told(people.office, '2026-03-06', '09:00')).toEqual(['一号店 · 门前干净，东村应在3月5日前整改，已超期。']);
});

test('a look-back draw waits for office and inspectors until its last finding has been looked at', () => {
  const { move, give, told } = dispatched();
  move(people.east, ['2026-03-03', '10:00'], '反馈', { text: '已扫', photos: [photo] });
  move(people.office, ['2026-03-03', '11:00'], '批转核查');
  move(people.second, ['2026-03-04', '10:00'], '核查合格');
  give(people.office, '2026-04-01', '09:00', { type: 'DrawLookBack', period: '2026-03' });
  expect(told(people.second, '2026-04-01')).toEqual(['2026年3月抽出结案的问题 1 件，还有 1 件没有回头看。']);
  expect(told(people.east, '2026-04-01').filter((text) => text.includes('抽出'))).toEqual([]);
  move(people.second, ['2026-04-02', '10:00'], '回头看不合格', { text: '又堆上了' });
  expect(told(people.second, '2026-04-02')[0]).toBe('(done) 2026年3月抽出结案的问题 1 件，还有 0 件没有回头看。');
  expect(told(people.east, '2026-04-02')[0]).toContain('又堆上了');
});
