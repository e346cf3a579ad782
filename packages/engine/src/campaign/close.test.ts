import { describe, expect, test } from 'vitest';
import type { Outcome } from '../problem/problem.ts';
import { campaignDuties } from './duties.ts';
import { compiled, people, photo, planFile, play, visit } from './story.fixture.ts';

const plan = compiled({ ...planFile(), phases: [{ name: '集中整治', from: '2026-03-02', to: '2026-04-30', source: '三' }] });
const codes = (outcome: Outcome<unknown>) => outcome.problems.map(({ code }) => code);
const dirty = { 门前干净: { result: 'fail', photos: [photo] } } as const;
const close = { type: 'CloseCampaign', reason: '任务完成，经领导小组同意' } as const;

/** A campaign of two months with one finding of March and its ranking published. */
const story = () => {
  const told = play([plan]);
  told.given(people.office, '2026-03-02T01:00:00.000Z', { type: 'AdoptPlan', plan: plan.hash });
  told.given(people.inspector, '2026-03-09T03:00:00.000Z', visit(plan, '2026-03-09', '一号店', dirty));
  told.given(people.office, '2026-04-01T01:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period: '2026-03' });
  return told;
};

describe('a campaign is closed', () => {
  test('by the office, after its last phase, with a reason, once', () => {
    const told = story();
    expect(codes(told.given(people.leader, '2026-05-06T01:00:00.000Z', close))).toEqual(['command.not-allowed']);
    expect(codes(told.given(people.office, '2026-04-30T01:00:00.000Z', close))).toEqual(['campaign.not-over']);
    expect(codes(told.given(people.office, '2026-05-06T01:00:00.000Z', { ...close, reason: ' ' }))).toEqual(['campaign.reason-missing']);
    expect(told.given(people.office, '2026-05-06T01:00:00.000Z', close).ok).toBe(true);
    expect(told.campaign().closed).toMatchObject({ day: '2026-05-06', reason: close.reason, by: people.office.name });
    expect(codes(told.given(people.office, '2026-05-07T01:00:00.000Z', close))).toEqual(['campaign.closed']);
  });

  test('nothing new begins: no version, no complaint, no draw; what was begun is finished, appealed and corrected', () => {
    const told = story();
    told.given(people.office, '2026-05-06T01:00:00.000Z', close);
    const on = '2026-05-08T01:00:00.000Z';
    expect(codes(told.give(people.office, on, { type: 'AskReview', plan: plan.hash, text: '' }))).toEqual(['campaign.closed']);
    expect(codes(told.give(people.office, on, { type: 'DrawLookBack', period: '2026-04' }))).toEqual(['campaign.closed']);
    const [finding] = [...told.campaign().findings.keys()];
    expect(told.given(people.east, on, { type: 'ReplyRectification', finding: finding ?? '', text: '已改', photos: [photo] }).ok).toBe(
      true,
    );
    expect(
      told.given(people.east, on, { type: 'OpenAppeal', ranking: '月排名', period: '2026-03', text: '不是我们的责任', photos: [] }).ok,
    ).toBe(true);
  });

  test('the last periods are still published; one that begins after the end is not', () => {
    const told = story();
    told.given(people.office, '2026-05-06T01:00:00.000Z', close);
    const publish = (period: string) =>
      told.given(people.office, '2026-07-02T01:00:00.000Z', { type: 'PublishStandings', ranking: '月排名', period });
    expect(publish('2026-04').ok).toBe(true);
    expect(codes(publish('2026-06'))).toEqual(['campaign.closed']);
  });

  test('a visit made before it and handed in late is taken; the duties that had time left are gone', () => {
    const told = story();
    const before = campaignDuties(told.campaign(), '2026-03-01', '2026-05-31').length;
    told.given(people.office, '2026-05-06T01:00:00.000Z', close);
    expect(told.given(people.inspector, '2026-05-09T01:00:00.000Z', visit(plan, '2026-04-27', '二号店')).ok).toBe(true);
    const after = campaignDuties(told.campaign(), '2026-03-01', '2026-05-31');
    expect(after.every(({ due }) => due <= '2026-05-06')).toBe(true);
    expect(after.length).toBeLessThanOrEqual(before);
  });
});
