// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Site } from '../device/records.ts';
import { draft, duty, view, waiting, xiaoqing } from '../inspect.fixture.ts';
import { byDeadline, byPlace, endOfWeek, rowsOf, search } from './list.ts';

const today = '2026-11-24';
const none = { drafts: [], items: [] };
const sites: ReadonlyMap<string, Site> = new Map(xiaoqing().places.sites.map((s) => [s.name, s]));
const at = (site: string, due: string, more: object = {}) => view({ site, due, ...more });
const headings = (duties: ReturnType<typeof view>[], own: Parameters<typeof rowsOf>[1] = none) =>
  byDeadline(rowsOf(duties, own, today), today).map((g) => [g.name, g.rows.map((r) => r.duty.site)]);

describe('the list of duties', () => {
  it('stands overdue first, then today, this week, the next, later, and what is done', () => {
    const done = at('老街门面段', '2026-11-20', { submission: 's1', state: 'done' });
    const list = [
      at('桥头门面段', '2026-12-07'),
      at('新区门面段', '2026-12-06'),
      at('东街门面段', '2026-11-29'),
      at('西街门面段', today),
      done,
      at('河滨路门面段', '2026-11-23'),
    ];
    expect(headings(list)).toEqual([
      ['overdue', ['河滨路门面段']],
      ['today', ['西街门面段']],
      ['week', ['东街门面段']],
      ['next', ['新区门面段']],
      ['later', ['桥头门面段']],
      ['closed', ['老街门面段']],
    ]);
  });

  it.each([
    ['2026-11-23', '2026-11-29'],
    ['2026-11-29', '2026-11-29'],
    ['2026-11-30', '2026-12-06'],
  ])('a week with %s ends on %s', (day, end) => {
    expect(endOfWeek(day)).toBe(end);
  });

  it('counts a duty as closed as soon as this phone has finished it, delivered or not', () => {
    expect(headings([view()], { drafts: [], items: [waiting()] })).toEqual([['closed', ['东街门面段']]]);
  });

  it('keeps a refused record in sight where its duty stands', () => {
    const refused = waiting(undefined, { state: 'attention', trouble: { kind: 'refused', words: [] } });
    const [row] = rowsOf([view()], { drafts: [], items: [refused] }, today);
    expect(row?.state).toBe('attention');
    expect(headings([view()], { drafts: [], items: [refused] })[0]?.[0]).toBe('today');
  });

  it('shows how far a draft is, and says when somebody else was quicker', () => {
    const begun = draft({ answers: { 路灯亮: { result: 'pass' }, 门前干净: { note: '看看' } } });
    const [row] = rowsOf([view({ submission: 's-of-yi', state: 'done' })], { drafts: [begun], items: [] }, today);
    expect(row).toMatchObject({ state: 'draft', answered: 1, elsewhere: true });
  });

  it('puts what the office sent back first, until this phone has answered it', () => {
    const back = {
      submission: 's1',
      round: 2,
      plan: 'a',
      remarks: { 路灯亮: '看不清' },
      text: '',
      day: today,
      at: '',
      by: '',
      answered: null,
    };
    const sentBack = view({ submission: 's1', state: 'done', returned: back });
    const sent = { submission: 's1', round: 2, day: today, remarks: back.remarks, text: '', answers: {} };
    expect(headings([sentBack])).toEqual([['returned', ['东街门面段']]]);
    expect(headings([sentBack], { drafts: [], items: [waiting(undefined, { submission: 's1', state: 'delivered' })] })[0]?.[0]).toBe(
      'returned',
    );
    expect(headings([sentBack], { drafts: [], items: [waiting(undefined, { reopened: sent, state: 'delivered' })] })[0]?.[0]).toBe(
      'closed',
    );
    const again = view({ submission: 's2', state: 'done', returned: { ...back, submission: 's2', round: 3 } });
    expect(headings([again], { drafts: [], items: [waiting(undefined, { reopened: sent, state: 'delivered' })] })[0]?.[0]).toBe('returned');
  });

  it('does not take an opened, untouched form for a draft', () => {
    expect(rowsOf([view()], { drafts: [draft()], items: [] }, today)[0]?.state).toBe('to-do');
  });

  it('loses no draft and no unsent record when a new plan drops their duty', () => {
    const begun = draft({ duty: duty({ site: '西街门面段' }), answers: { 路灯亮: { result: 'pass' } } });
    expect(headings([], { drafts: [begun], items: [waiting()] })).toEqual([
      ['today', ['西街门面段']],
      ['closed', ['东街门面段']],
    ]);
  });

  it('marks what cannot be done yet', () => {
    expect(rowsOf([view({ from: '2026-11-25', due: '2026-11-26' })], none, today)[0]?.state).toBe('not-yet');
  });
});

describe('by area', () => {
  it('follows the order of the plan and leaves out what is done', () => {
    const list = [
      at('老街门面段', '2026-11-25'),
      at('东街门面段', '2026-11-26'),
      at('西街门面段', '2026-11-25'),
      at('旧站台', '2026-11-25'),
    ];
    const groups = byPlace(rowsOf([...list, at('中学门口', today, { submission: 's' })], none, today), sites, today);
    expect(groups.map((g) => [g.name, g.rows.map((r) => r.duty.site)])).toEqual([
      ['小箐社区', ['西街门面段', '东街门面段']],
      ['小箐村', ['老街门面段']],
      ['', ['旧站台']],
    ]);
  });
});

describe('finding', () => {
  const rows = rowsOf(
    [at('东街门面段', today), at('老街门面段', today), at('中学门口', today, { checklist: '文明交通检查表' })],
    none,
    today,
  );
  it.each([
    ['东街', ['东街门面段']],
    ['小箐村 门面', ['老街门面段']],
    ['交通', ['中学门口']],
    ['1号至58号', ['东街门面段']],
    ['  ', ['东街门面段', '老街门面段', '中学门口']],
    ['火车站', []],
  ])('“%s” finds %j', (text, found) => {
    expect(search(rows, sites, { text }).map((r) => r.duty.site)).toEqual(found);
  });
});
