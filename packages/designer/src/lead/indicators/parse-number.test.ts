import { describe, expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

describe('a number as people write it', () => {
  test.each([
    ['96', 96],
    [' 1,250.5 ', 1250.5],
    ['１２０', 120],
    ['0', 0],
    ['abc', 'notNumber'],
    ['', 'empty'],
    ['1e400', 'tooLarge'],
    ['1e2', 'notNumber'],
    ['-3', 'negative'],
    ['−3', 'negative'],
    ['1-2', 'notNumber'],
    ['9999999999', 'tooLarge'],
    ['1.0000001', 'tooFine'],
    ['NaN', 'notNumber'],
    ['Infinity', 'notNumber'],
    ['=1+1', 'notNumber'],
  ])('%s is %s', (text, expected) => expect(parseNumber(text)).toBe(expected));
});
