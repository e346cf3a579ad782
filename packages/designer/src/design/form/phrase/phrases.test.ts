import { readBy, readSites, readTarget, writeBy, writeSites, writeTarget } from '@xiuhua/engine';
import { describe, expect, it } from 'vitest';
import { sayPhrase } from './say.ts';
import { targetKinds, targetOf } from './target.ts';

const same = <T>(phrase: string, read: (phrase: string) => T | undefined, write: (value: T) => string) => {
  const value = read(phrase);
  expect(value && write(value)).toBe(phrase);
};

describe('phrases are written back as they were read', () => {
  it.each([
    'all',
    'draw 3',
    'draw 11 of 33',
    'draw 30%',
    'draw 1 per zone',
    'draw by class',
    'draw 3, not again for 1 draw',
    'draw 3, not again for 12 draws, each once a quarter',
  ])('%s', (phrase) => same(phrase, readSites, writeSites));
  it.each(['2026-11-04', '2026-11', '2026', '10 workdays after start', '1 day before end'])('%s', (phrase) =>
    same(phrase, readBy, writeBy),
  );
  it.each([
    'at least 95',
    'at most 9.5',
    'exactly 100',
    '5 to 8',
    'at least 1:3',
    'at least 7% above baseline',
    'at most 0 below baseline',
  ])('%s', (phrase) => same(phrase, readTarget, writeTarget));
  it.each(targetKinds)('a new target of the kind %s can be read', (kind) => {
    const target = targetOf(kind, undefined);
    expect(readTarget(writeTarget(target))).toEqual(target);
  });
});

describe('phrases in words', () => {
  it.each([
    ['every', 'week on monday', '每周一'],
    ['within', '3 workdays', '3个工作日内'],
    ['sites', 'draw 11 of 33', '从33个中随机抽取11个'],
    ['rank', 'last 2', '后2名'],
    ['rank', 'first 1', '第1名'],
    ['window', 'half-year', '半年内'],
    ['window', 'last 6 periods', '最近6期'],
    ['by', '10 workdays after start', '阶段开始后10个工作日'],
    ['fails', 'above 3', '超过3为不合格'],
    ['target', 'at least 7% above baseline', '比基线提高不少于7%'],
  ] as const)('%s: %s', (kind, phrase, said) => {
    expect(sayPhrase(kind, phrase, 'zh')).toBe(said);
  });
  it('says nothing of what it cannot read', () => {
    expect(sayPhrase('every', '每周一', 'zh')).toBeUndefined();
    expect(sayPhrase('sites', 'draw 0', 'zh')).toBeUndefined();
  });
});
