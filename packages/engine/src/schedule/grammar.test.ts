import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWithin, sayWithin } from '../calendar/within.ts';
import { readEvery, sayEvery } from './every.ts';
import { grammar } from './grammar.ts';
import { anyEvery } from './phrases.fixture.ts';
import { readSites, saySites } from './sites.ts';

const rows = grammar.flatMap(({ kind, form, examples }) => examples.map((example) => ({ kind, form, example })));
type Row = (typeof rows)[number];

/** What a phrase is called in both languages; undefined when it cannot be read. */
const said = ({ kind, example }: Pick<Row, 'kind' | 'example'>): readonly string[] | undefined => {
  const [every, within, sites] = [readEvery(example), readWithin(example), readSites(example)];
  if (kind === 'every') return every && [sayEvery(every, 'zh'), sayEvery(every, 'en')];
  if (kind === 'within') return within && [sayWithin(within, 'zh'), sayWithin(within, 'en')];
  return sites && [saySites(sites, 'zh'), saySites(sites, 'en')];
};

describe('the grammar', () => {
  it.each(rows)('$kind: “$example” can be read and said', (row) => {
    const sentences = said(row);
    expect(sentences).toBeDefined();
    for (const sentence of sentences ?? []) expect(sentence).not.toMatch(/undefined|null|NaN/);
    expect(sentences?.[0]).toMatch(/[\u4e00-\u9fff]/);
    expect(sentences?.[1]).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('says different examples differently', () => {
    for (const kind of ['every', 'within', 'sites'] as const) {
      const sentences = rows.filter((row) => row.kind === kind).map((row) => said(row)?.[0]);
      expect(new Set(sentences).size).toBe(sentences.length);
    }
  });

  it('reads whatever it can make', () => {
    fc.assert(fc.property(anyEvery, (example) => said({ kind: 'every', example }) !== undefined));
  });

  it('reads nothing else, and never fails on any text', () => {
    const words = fc.constantFrom(
      'week',
      'on',
      'monday',
      'draw',
      '3',
      'of',
      '%',
      'month',
      'day',
      'before',
      'at',
      '09:00',
      'each',
      'and',
      ',',
      'last',
      '2026-11-06',
      '一',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(words, { maxLength: 7 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(text, (example) => {
        for (const kind of ['every', 'within', 'sites'] as const)
          for (const sentence of said({ kind, example }) ?? []) expect(sentence).not.toMatch(/undefined|NaN/);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['draw 11 of 33', '从33个中随机抽取11个', '11 of 33 drawn at random'],
    ['draw 1 per zone', '每个网区随机抽取1个', '1 in each zone drawn at random'],
    ['draw 30%', '随机抽取30%', '30% drawn at random'],
    ['draw by class', '按类别分层随机抽取', 'drawn at random, so many of each class'],
    [
      'draw 5, not again for 2 draws, each once a quarter',
      '随机抽取5个，抽中后2次内不再抽，每季度每个对象至少一次',
      '5 drawn at random, not again for 2 draws, each at least once a quarter',
    ],
    ['all', '全部', 'all'],
  ])('“%s” is said %s', (example, zh, en) => {
    expect(said({ kind: 'sites', example })).toEqual([zh, en]);
  });

  it.each([
    'draw',
    'draw 0',
    'draw 101%',
    'draw 3 per street',
    'draw 3, not again for 0 draws',
    'draw 3, not again for 1 draws',
    'draw 3, each once a week',
    'draw 3, each once a quarter, not again for 2 draws',
    'all, each once a quarter',
    'draw by class of 3',
    'draw by area',
    'Draw 3',
  ])('“%s” is no way to pick sites', (example) => {
    expect(readSites(example)).toBeUndefined();
  });
});
