import { describe, expect, it } from 'vitest';
import type { Json } from '../draft/json.ts';
import { listAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { sayRule } from './sayRule.ts';

describe('a scoring rule as a sentence', () => {
  it('says what 小箐镇’s rules do', () => {
    expect(listAt(xiaoqing(), '/scoring/0/rules').map((rule) => sayRule(rule, 'zh'))).toEqual([
      '每发生一次检查不合格项，按检查表写明的分值扣分；一个周期最多扣 40 分。',
      '每发生一次逾期未整改，扣 2 分；一个周期最多扣 20 分。',
      '每发生一次整改被退回，扣 1 分；一个周期最多扣 10 分。',
      '每发生一次提前完成整改，加 0.25 分；一个周期最多加 5 分。',
    ]);
  });
  it.each<readonly [string, Json, string]>([
    [
      '累进',
      { kind: 'deduct', each: 'returned-rectification', points: 1, after: { times: 3, points: 2 }, tasks: ['清街', '清河'] },
      '每发生一次整改被退回（限于清街、清河），扣 1 分；从第 4 次起每次扣 2 分。',
    ],
    [
      '加分',
      { kind: 'bonus', each: 'early-rectification', points: 0.5, most: 5 },
      '每发生一次提前完成整改，加 0.5 分；一个周期最多加 5 分。',
    ],
    [
      '分档',
      { kind: 'band', of: '结案率', bands: [{ from: 95, points: 10 }, { from: 90, below: 95, points: 8 }, { points: 0 }], missing: 'full' },
      '按“结案率”分档：不低于 95 得 10 分；不低于 90、低于 95 得 8 分；其余得 0 分；没有数据时按满分。',
    ],
    [
      '对标',
      { kind: 'target', of: '绿化率', goal: 40, full: 10, step: 1, points: 0.5 },
      '“绿化率”达到 40 得满分 10 分，每差 1 扣 0.5 分。',
    ],
    ['按比例', { kind: 'target', of: '绿化率', goal: 40, full: 10 }, '“绿化率”达到 40 得满分 10 分，未达到的按比例给分。'],
    [
      '一票否决',
      { kind: 'veto', each: 'missed-milestone', points: 0, basis: '某办法' },
      '发生时间节点逾期即一票否决，总分最多 0 分，依据某办法。',
    ],
    ['未选', {}, '还没有选方式。'],
    ['未填', { kind: 'bonus' }, '每发生一次（未填），加 （未填） 分。'],
  ])('%s', (_, rule, sentence) => expect(sayRule(rule, 'zh')).toBe(sentence));
  it('says it in English too', () => {
    expect(sayRule({ kind: 'deduct', each: 'overdue-rectification', points: 2, most: 20 }, 'en')).toBe(
      'For each Overdue rectification: 2 points lost; at most 20 points lost in one period.',
    );
  });
});
