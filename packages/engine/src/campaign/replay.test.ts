import { expect, test } from 'vitest';
import { copyOf, emptyCampaign } from './replay.ts';

test('a copy shares nothing that may still change with the campaign it was taken from', () => {
  const campaign = emptyCampaign();
  campaign.days.set('2026-11-02', { visits: new Set(['a']), stamp: {} });
  const copy = copyOf(campaign);
  expect(copy).toEqual(campaign);
  for (const [key, value] of Object.entries(campaign))
    if (typeof value === 'object' && value !== null) expect(copy[key as keyof typeof copy], key).not.toBe(value);
  expect(copy.days.get('2026-11-02')?.visits).not.toBe(campaign.days.get('2026-11-02')?.visits);
  expect(copy.days.get('2026-11-02')?.stamp).toBe(campaign.days.get('2026-11-02')?.stamp);
});
