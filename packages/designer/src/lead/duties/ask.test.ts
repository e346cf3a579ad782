import { expect, test } from 'vitest';
import { readAsk } from './DutyList.tsx';

test.each([
  ['nothing asked: the weeks are shown', '', undefined],
  ['a week', 'week=2026-W46', { from: '2026-11-09', to: '2026-11-15', week: '2026-W46', state: 'all', unit: undefined }],
  [
    'a state alone: since the start',
    'state=missed',
    { from: '2026-09-01', to: '2026-11-24', week: undefined, state: 'missed', unit: undefined },
  ],
  [
    'a day that does not exist is not taken',
    'from=2026-02-30&to=2026-11-01',
    { from: '2026-09-01', to: '2026-11-01', week: undefined, state: 'all', unit: undefined },
  ],
])('%s', (_, search, expected) => expect(readAsk(new URLSearchParams(search), '2026-09-01', '2026-11-24')).toEqual(expected));

test('of a span longer than the server lays out at once no day is left out', () => {
  expect(readAsk(new URLSearchParams('state=all'), '2024-01-01', '2026-11-24')?.from).toBe('2024-01-01');
});
