import { expect, test } from 'vitest';
import { messageAddress } from './messages.ts';

test.each([
  ['a finding', { thing: 'finding', id: 'visit-1/0' }, '/lead/c1/findings/visit-1%2F0'],
  [
    'a record to choose',
    { thing: 'record', id: '周查·2026-11-02·东街' },
    `/lead/c1/records?duty=${encodeURIComponent('周查·2026-11-02·东街')}`,
  ],
  ['a record sent back', { thing: 'duty', id: 'a b' }, '/inspect/#/fill/a%20b'],
  [
    'a ranking',
    { thing: 'ranking', id: '月·排名·2026-03' },
    `/lead/c1/rankings?${new URLSearchParams({ ranking: '月·排名', period: '2026-03' })}`,
  ],
  ['what is to be signed', { thing: 'consequences', id: 'x' }, '/lead/c1/consequences'],
] as const)('%s is opened where it is dealt with', (...[, about, address]) => {
  expect(messageAddress('c1', about)).toBe(address);
});
