import { describe, expect, it } from 'vitest';
import { classesOn, classOf, compileClasses, editionOn } from './classes.ts';
import type { Findings } from './schema.ts';

const part = (name: string, code: string, more: Record<string, unknown> = {}) => ({ name, kind: 'part', group: '公用设施', code, ...more });
const findings = {
  notice: { name: '派遣单', within: '3 workdays' },
  classes: [
    {
      edition: '2013年版',
      from: '2013',
      list: [
        part('井盖', '0101', { becomes: ['01001', '01002'] }),
        part('路灯', '0103', { becomes: ['01036'], within: '2 urgent work hours' }),
        { name: '暴露垃圾', kind: 'event', group: '市容环境', code: '0101', becomes: ['06010'] },
      ],
    },
    {
      edition: '2026年版',
      from: '2026-07-01',
      list: [
        part('供水井盖', '01001'),
        part('污水井盖', '01002'),
        part('路灯', '01036'),
        { name: '暴露垃圾', kind: 'event', group: '市容环境', code: '06010' },
      ],
    },
    {
      edition: '2030年版',
      from: '2030',
      list: [part('井盖', '01001'), part('照明设施', '01036'), { name: '暴露垃圾', kind: 'event', group: '市容', code: '06010' }],
    },
  ],
} as unknown as Findings;
const { value: editions, problems } = compileClasses(findings, ['处置'], '/findings');
const said = (name: string, day: string) =>
  classesOn(editions, name, day).map(({ edition, clause }) => `${edition} ${clause.name} ${clause.code}`);

describe('classes of cases', () => {
  it('warn of a code the next edition has no counterpart for, and of nothing else', () => {
    expect(problems.map(({ code, params }) => [code, params.code])).toEqual([['class.unmapped', '01002']]);
  });

  it.each<[string, string, readonly string[], string]>([
    ['井盖', '2026-06-30', ['2013年版 井盖 0101'], 'the last day of the old edition'],
    ['井盖', '2026-07-01', ['2026年版 供水井盖 01001', '2026年版 污水井盖 01002'], 'one class becomes two'],
    ['路灯', '2026-07-01', ['2026年版 路灯 01036'], 'the name stayed, the code changed'],
    ['路灯', '2030-01-01', ['2030年版 照明设施 01036'], 'an old name resolves over two editions'],
    ['暴露垃圾', '2012-01-01', ['2013年版 暴露垃圾 0101'], 'before the first edition the oldest holds'],
    ['供水井盖', '2020-01-01', ['2026年版 供水井盖 01001'], 'a class newer than the day is taken as it is'],
    ['不明', '2026-07-01', [], 'a name no edition has'],
  ])('%s on %s is %j: %s', (name, day, expected) => {
    expect(said(name, day)).toEqual(expected);
  });

  it('keep the same five digits of a part and an event apart', () => {
    expect(editions[0]?.byCode.size).toBe(3);
  });

  it('find an old record under the edition it was made in, whatever came after', () => {
    expect(classOf(editions, { edition: '2013年版', class: '路灯' })?.limits.get('')).toEqual({ amount: 2, unit: 'urgent work hours' });
    expect(editionOn(editions, '2031-05-01')?.edition).toBe('2030年版');
  });
});
