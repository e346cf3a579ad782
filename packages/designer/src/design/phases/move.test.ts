import { describe, expect, it } from 'vitest';
import { type Json, listAt, valueAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { type TimeLine, timeLine } from './layout.ts';
import { dragged, milestoneMoved, stepped, workdaysIn, written } from './move.ts';

const plan = xiaoqing();
const line = timeLine(listAt(plan, '/phases')) as TimeLine;
const bar = (index: number) => line.bars[index] as TimeLine['bars'][number];
const phase = (index: number) => valueAt(plan, `/phases/${index}`) as Json;

describe('a phase dragged', () => {
  it('comes to rest on a workday', () => {
    // 11月20日是周五：拖后四天落在周二，拖后两天落在周日，取最近的周一。
    expect(dragged(line, bar(1), 'to', 4).to).toBe('2026-11-24');
    expect(dragged(line, bar(1), 'to', 9).to).toBe('2026-11-30');
  });
  it('stands flush with its neighbour when it comes near, even at a weekend', () => {
    // 下一阶段 11月21日（周六）开始：拖到附近就停在 11月20日。
    expect(dragged(line, { ...bar(1), to: '2026-11-16' }, 'to', 3).to).toBe('2026-11-20');
    expect(dragged(line, { ...bar(1), from: '2026-11-11' }, 'from', -3).from).toBe('2026-11-07');
  });
  it('keeps at least one day', () => {
    expect(dragged(line, bar(1), 'to', -60)).toEqual({ from: '2026-11-07', to: '2026-11-07' });
    expect(dragged(line, bar(1), 'from', 60)).toEqual({ from: '2026-11-20', to: '2026-11-20' });
  });
  it('takes its milestones along when it is moved as a whole, and says nothing new of what did not move', () => {
    const span = dragged(line, bar(1), 'whole', 14);
    // 两周后是周六，起始日停在最近的工作日
    expect(span).toEqual({ from: '2026-11-20', to: '2026-12-04' });
    const moved = written(phase(1), bar(1), 'whole', span);
    expect(moved).toMatchObject({ from: '2026-11-20', to: '2026-12-04', milestones: [{ by: '2026-12-03' }] });
    expect(written(phase(1), bar(1), 'to', dragged(line, bar(1), 'to', 4))).toEqual({ ...(phase(1) as object), to: '2026-11-24' });
    expect(written(phase(1), bar(1), 'whole', dragged(line, bar(1), 'whole', 0))).toEqual(phase(1));
  });
  it('that has no end keeps none', () => {
    const last = written(phase(2), bar(2), 'whole', dragged(line, bar(2), 'whole', 7));
    expect(last).toMatchObject({ from: '2026-11-27', to: 'long-term' });
  });
});

describe('a phase moved by the keyboard', () => {
  it('goes from workday to workday, with a halt where it meets its neighbour', () => {
    expect(stepped(line, bar(1), 'to', 1).to).toBe('2026-11-23');
    expect(stepped(line, bar(1), 'to', -1).to).toBe('2026-11-19');
    expect(stepped(line, { ...bar(1), from: '2026-11-09' }, 'from', -1).from).toBe('2026-11-07');
    expect(stepped(line, bar(1), 'whole', 1)).toEqual({ from: '2026-11-09', to: '2026-11-20' });
  });
});

describe('a milestone moved', () => {
  it.each([
    ['2026-11-04', '2026-11-04', '2026-11-09', '2026-11-09'],
    ['5 workdays after start', '2026-11-06', '2026-11-09', '6 workdays after start'],
    ['5 days before end', '2026-11-15', '2026-11-13', '7 days before end'],
  ])('%s from %s to %s is %s', (by, from, to, expected) => {
    expect(milestoneMoved(by, from, to)).toBe(expected);
  });
  it('is told in workdays: eight days round a weekend are six', () => {
    expect(workdaysIn({ from: '2026-11-02', to: '2026-11-09' })).toBe(6);
  });
});
