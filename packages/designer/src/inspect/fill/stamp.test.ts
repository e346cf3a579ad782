// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { drawStamp, linesOf, type Paper } from './stamp.ts';

const stamp = { at: '2026-11-02T02:05:00.000Z', site: '东街公厕', place: [114.08912, 32.12845] as const };

describe('the stamp on a photo', () => {
  it('says when by the clock in China, where, and at which site', () => {
    expect(linesOf(stamp, '未定位')).toEqual(['2026-11-02 10:05', '114.08912°E 32.12845°N', '东街公厕']);
  });

  it('says that the place is not known rather than leave it out', () => {
    expect(linesOf({ ...stamp, place: null }, '未定位')[1]).toBe('未定位');
  });

  it.each([
    [1600, 1200],
    [900, 1600],
    [120, 90],
  ])('lies within a picture of %d × %d, line under line', (width, height) => {
    const drawn: { text: string; y: number }[] = [];
    const paper: Paper = {
      canvas: { width, height },
      font: '',
      fillStyle: '',
      textBaseline: 'top',
      measureText: (text: string) => ({ width: text.length * 20 }) as TextMetrics,
      fillRect: (_x, y, w, h) => {
        expect([w <= width, y + h]).toEqual([true, height]);
      },
      fillText: (text, _x, y) => void drawn.push({ text, y }),
    };
    drawStamp(paper, linesOf(stamp, ''));
    expect(drawn.map(({ text }) => text)).toEqual(linesOf(stamp, ''));
    expect(drawn.every(({ y }, i) => i === 0 || y > (drawn[i - 1]?.y ?? 0))).toBe(true);
    expect(drawn.at(-1)?.y).toBeLessThan(height);
  });
});
