import { expect, test } from 'vitest';
import { readFilter } from './filter.ts';

test('without a state the findings that are not closed are shown; all the rest of a filter stands in the address', () => {
  expect(readFilter(new URLSearchParams(''))).toMatchObject({ state: 'open' });
  expect(readFilter(new URLSearchParams('state=all&unit=小箐村&age=4-7&notice=12'))).toMatchObject({
    state: 'all',
    unit: '小箐村',
    age: '4-7',
    notice: '12',
  });
});
