import { expect, test } from 'vitest';
import { publicPlan } from '../campaign/public.fixture.ts';
import { compiled, people, play } from '../campaign/story.fixture.ts';
import { calendarEntries } from './feed.ts';

const raw = publicPlan() as { phases: { milestones?: unknown[] }[] };
const milestone = (name: string, by: string, units?: readonly string[]) => ({ name, by, source: '四', ...(units ? { units } : {}) });
const [first, ...rest] = raw.phases;
const plan = compiled({
  ...raw,
  phases: [{ ...first, milestones: [milestone('建立台账', '2026-03-10'), milestone('拆除招牌', '2026-03-12', ['东村'])] }, ...rest],
});

const begun = () => {
  const story = play([plan]);
  expect(story.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash }).problems).toEqual([]);
  return story;
};
const titles = (story: ReturnType<typeof begun>, who: keyof typeof people) =>
  calendarEntries(story.campaign(), people[who], '2026-03-03').map(({ title, due }) => `${title} ${due}`);

test('milestones stand in the calendars of the units they name, those of nobody in everybody’s', () => {
  const story = begun();
  expect(titles(story, 'east')).toEqual(expect.arrayContaining(['时间节点：建立台账 2026-03-10', '时间节点：拆除招牌 2026-03-12']));
  expect(titles(story, 'west')).toContain('时间节点：建立台账 2026-03-10');
  expect(titles(story, 'west')).not.toContain('时间节点：拆除招牌 2026-03-12');
  story.given(people.office, '2026-03-02T02:00:00.000Z', { type: 'ReachMilestone', milestone: '建立台账', text: '', photos: [] });
  expect(titles(story, 'west')).not.toContain('时间节点：建立台账 2026-03-10');
});

test('bulletins stand in the calendars of the office and of the leaders', () => {
  const story = begun();
  const papers = (who: keyof typeof people) => titles(story, who).filter((title) => title.startsWith('印发：'));
  expect(papers('office').length).toBeGreaterThan(0);
  expect(papers('leader')).toEqual(papers('office'));
  expect(papers('east')).toEqual([]);
});

test('what a meeting decided stands in the calendar of the unit that does it', () => {
  const story = begun();
  const meeting = [...plan.publicity.meetings.keys()][0] ?? '';
  const given = story.given(people.office, '2026-03-02T03:00:00.000Z', {
    type: 'PassResolution',
    meeting,
    text: '清掉东街堆放',
    unit: '东村',
    due: '2026-03-20',
  });
  expect(given.problems).toEqual([]);
  expect(titles(story, 'east')).toContain(`议定事项：${meeting} 2026-03-20`);
  expect(titles(story, 'west').some((title) => title.startsWith('议定事项'))).toBe(false);
});
