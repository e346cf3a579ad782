import { describe, expect, it } from 'vitest';
import { type Json, valueAt } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { blankFor, patternOf } from './blank.ts';
import { clauseNumber, sectionNumber } from './number.ts';
import { sentenceOf } from './read.ts';

const plan = xiaoqing();
const read = (at: string, value: Json | undefined = valueAt(plan, at), language: 'zh' | 'en' = 'zh') =>
  sentenceOf({ pattern: patternOf(at), schema: schemaAt(at) }, value, { language, today: '2026-11-01' });

describe('clauses as sentences', () => {
  it.each([
    [
      '/phases/0',
      '10月30日 周五—11月6日 周五。摸清底数，列出问题清单，建立工作台账。时间节点：问题清单（11月4日 周三前）；工作台账（11月6日 周五前）。',
    ],
    ['/phases/2', '11月21日 周六—长期，2027年5月21日 周五复评。对标整改，转入常态管理。时间节点：长效管理办法（12月31日 周四前）。'],
    ['/schedule/3', '由领导小组办公室按“集镇环境检查表”检查，每周四，随机抽取3个，2个工作日内完成，遇节假日：节假日顺延。'],
    ['/scoring/0/rules/1', '方式：扣分；每发生一次：逾期未整改；分值：2 分；封顶：20 分'],
    ['/findings/notice', '发现问题，下发“整改通知单”，限3个工作日内整改。'],
  ])('%s', (at, sentence) => {
    expect(read(at)).toBe(sentence);
  });

  it.each<[string, string, Json]>([
    [
      '/findings/moves/0',
      '从处置到延期审批，由责任单位办，须附说明，计作申请，最多 1 次。',
      { name: '申请延期', from: ['处置'], to: '延期审批', by: ['unit'], needs: ['text'], does: 'ask', most: 1 },
    ],
    [
      '/findings/moves/0',
      '从延期审批回到原环节，由办公室办，计作准予延期，延长2个工作日内。',
      { name: '准予延期', from: ['延期审批'], by: ['office'], does: 'extend', adds: '2 workdays' },
    ],
    ['/findings/lookBack', '每月从结案的问题中每单位抽 10%。', { every: 'month', share: 10 }],
  ])('%s reads %s', (at, sentence, value) => {
    expect(read(at, value)).toBe(sentence);
  });

  it('say a year once, and a month as a month', () => {
    expect(read('/phases/0', { name: '示范年', from: '2023', to: '2023' })).toBe('2023年');
    expect(read('/phases/0', { name: '攻坚期', from: '2026-07', to: '2026-10' })).toBe('2026年7月—2026年10月');
  });

  it('leave out what is not said yet, and never what is', () => {
    expect(read('/schedule/0', { name: '新安排', by: '办公室', checklist: '甲表' })).toBe('由办公室按“甲表”检查，');
    expect(read('/schedule/0', { name: '新安排', invite: ['人大代表'] })).toBe('邀请参加：人大代表');
  });

  it('survive a plan that says something else than it should', () => {
    expect(read('/phases/0', { name: '坏', from: 3, to: ['x'], milestones: 'y' })).toContain('3');
    expect(read('/phases/0', 'not a clause')).toBe('');
  });

  it('read in English too', () => {
    expect(read('/schedule/0', valueAt(plan, '/schedule/0'), 'en')).toContain('on Monday of every week; ');
  });
});

describe('numbers of the official text', () => {
  it.each([
    [0, '一、', '（一）'],
    [9, '十、', '（十）'],
    [13, '十四、', '（十四）'],
    [29, '三十、', '（三十）'],
    [33, '三十四、', '（三十四）'],
  ])('%i', (index, section, clause) => {
    expect(sectionNumber(index, 'zh')).toBe(section);
    expect(clauseNumber(index, 'zh')).toBe(clause);
  });
});

describe('a new clause', () => {
  const ground = { plan, today: '2026-11-01', language: 'zh' } as const;
  it('has a free name and follows what the plan has', () => {
    expect(blankFor('/phases', ground)).toEqual({ name: '新阶段', from: '2026-11-21', to: '2026-12-04' });
    expect(blankFor('/checklists/0/items', ground)).toEqual({ name: '新检查项', task: '镇容秩序专项整治', photo: 'on-failure' });
  });
  it('guesses nothing that costs points', () => {
    expect(blankFor('/checklists/0/items', ground)).not.toHaveProperty('points');
    expect(blankFor('/scoring/0/rules', ground)).not.toHaveProperty('points');
  });
});
