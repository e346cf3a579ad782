import { describe, expect, test } from 'vitest';
import { say } from '../problem/say.ts';
import type { Event } from './event.ts';
import { readLog } from './read-log.ts';
import { computeStandings } from './standings.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const plan = compiled(planFile());
const story = () => {
  const told = play([plan]);
  told.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  told.given(
    people.inspector,
    '2026-03-09T03:00:00.000Z',
    visit(plan, '2026-03-09', '一号店', { 门前干净: { result: 'fail', photos: [photo] } }),
  );
  told.given(people.inspector, '2026-03-09T03:10:00.000Z', visit(plan, '2026-03-09', '二号店'));
  return told;
};
const linesOf = (log: readonly Event[]): string[] => log.map((event) => JSON.stringify(event));
const read = (lines: readonly string[]) => readLog(lines.join('\n'), story().library);
const pointsOf = (campaign: ReturnType<typeof read>['campaign']) =>
  computeStandings(campaign, '月排名', { period: '2026-03', today: '2026-03-10' })?.rows.map((row) => row.points);
const codes = (lines: readonly string[]) => read(lines).problems.map(({ code }) => code);

describe('a log read from a file', () => {
  test('that is sound has no problem and is the campaign', () => {
    const { log, campaign } = story();
    const { problems, events, campaign: found } = read([...linesOf(log), '']);
    expect(problems).toEqual([]);
    expect(events).toEqual(log);
    expect(found).toEqual(campaign());
  });

  test.each([
    ['a line that is no JSON', '{"seq":', 'log.syntax'],
    ['a line that is no event', '{"seq":99}', 'log.not-an-event'],
    [
      'an unknown event',
      '{"seq":99,"at":"2026-03-09T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"FindingOpend"}}',
      'log.unknown-event',
    ],
    [
      'a reading of "abc"',
      '{"seq":99,"at":"2026-03-09T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"ReadingReported","indicator":"绿地","figure":{"value":"abc"}}}',
      'log.bad-figure',
    ],
    [
      'a reading of 1e400',
      '{"seq":99,"at":"2026-03-09T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"ReadingReported","indicator":"绿地","figure":{"value":1e400}}}',
      'log.bad-figure',
    ],
    [
      'another plan',
      '{"seq":99,"at":"2026-03-09T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"PlanAdopted","plan":"abc","version":2}}',
      'log.unknown-plan',
    ],
  ])('%s is named and left out; the rest counts', (_, line, code) => {
    const { log } = story();
    const lines = linesOf(log);
    const found = read([...lines.slice(0, 2), line, ...lines.slice(2)]);
    expect(found.problems.find((one) => one.code === code)).toMatchObject({ at: '/3' });
    expect(found.problems.map((one) => say(one, 'zh')).join()).toContain('第3行');
    expect(pointsOf(found.campaign)).toEqual(pointsOf(story().campaign()));
  });

  test('1e400 and abc are said as they were written', () => {
    const line = (value: string) =>
      `{"seq":1,"at":"2026-03-09T03:00:00.000Z","by":{"account":"a"},"fact":{"type":"ReadingReported","indicator":"绿地","figure":{"value":${value}}}}`;
    expect(read([line('1e400')]).problems[0]?.params.found).toBe('1e400');
    expect(read([line('"abc"')]).problems[0]?.params.found).toBe('abc');
  });

  test('out of order, repeated and with a gap it says so, and takes in what it can', () => {
    const lines = linesOf(story().log);
    const last = lines.length - 1;
    const swapped = [...lines.slice(0, last - 1), lines[last] ?? '', lines[last - 1] ?? ''];
    expect(codes(swapped)).toContain('log.out-of-order');
    expect(codes([...lines, lines[1] ?? ''])).toEqual(['log.repeated']);
    expect(codes([...lines.slice(0, 1), ...lines.slice(2)])).toContain('log.gap');
  });

  test('a record that rests on one that is missing is named', () => {
    const { log } = story();
    const without = log.filter(({ fact }) => fact.type !== 'FindingOpened');
    expect(codes(linesOf(without))).toContain('log.broken');
  });

  test('a record in the name of a unit that was merged is named with its successor, and kept', () => {
    const raw = structuredClone(planFile()) as { organization: { units: Record<string, string>[] } };
    Object.assign(raw.organization.units.find((unit) => unit['name'] === '东村') ?? {}, { until: '2026-03-05', mergedInto: '西村' });
    const merged = compiled(raw);
    const told = play([merged]);
    told.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: merged.hash });
    told.given(
      people.inspector,
      '2026-03-09T03:00:00.000Z',
      visit(merged, '2026-03-09', '一号店', { 门前干净: { result: 'fail', photos: [photo] } }),
    );
    const lines = linesOf(told.log).map((line) => line.replaceAll('"unit":"西村"', '"unit":"东村"'));
    const { problems, campaign } = readLog(lines.join('\n'), told.library);
    expect(problems[0]).toMatchObject({ code: 'log.unit-ended', params: { unit: '东村', into: '西村' } });
    expect(campaign.findings.size).toBe(1);
  });
});
