import { expect, test } from 'vitest';
import { chance } from '../expression/chance.ts';
import { Order } from './order.ts';

test('equals share a place and leave a gap, or leave none when places are dense', () => {
  const order = new Order(0, 100_000);
  for (const [unit, points] of [94_500, 96_000, 94_500, 80_000].entries()) order.put(unit, points);
  expect([0, 1, 2, 3].map((unit) => order.place(unit))).toEqual([2, 1, 2, 4]);
  expect([0, 1, 2, 3].map((unit) => order.densePlace(unit))).toEqual([2, 1, 2, 3]);
});

test('a unit moves when its points change and has no place once taken out', () => {
  const order = new Order(0, 100_000);
  order.put(0, 90_000);
  order.put(1, 80_000);
  order.put(1, 95_000);
  expect([order.place(0), order.place(1)]).toEqual([2, 1]);
  order.remove(1);
  order.remove(1);
  expect([order.place(0), order.place(1), order.densePlace(1)]).toEqual([1, undefined, undefined]);
  expect(order.place(7_000)).toBeUndefined();
});

test('points outside of the sheet are refused', () => {
  const order = new Order(-5_000, 5_000);
  expect(() => order.put(0, 5_001)).toThrow(RangeError);
  expect(() => order.put(0, 0.5)).toThrow(RangeError);
  order.put(0, -5_000);
  order.put(1, 5_000);
  expect([order.place(0), order.place(1), order.above(-5_001 + 1)]).toEqual([2, 1, 1]);
});

test('after any changes the places are those of a list sorted anew', () => {
  const random = chance(7);
  const order = new Order(-2_000, 102_345);
  const points = new Map<number, number>();
  for (let step = 0; step < 5_000; step++) {
    const unit = Math.floor(random() * 1_500);
    if (random() < 0.2) {
      order.remove(unit);
      points.delete(unit);
    } else {
      const now = random() < 0.5 ? Math.floor(random() * 20) * 5_000 : Math.floor(random() * 104_345) - 2_000;
      order.put(unit, now);
      points.set(unit, now);
    }
    if (step % 50) continue;
    const all = [...points.values()];
    for (const [each, now] of [...points].slice(0, 40)) {
      expect(order.place(each)).toBe(1 + all.filter((other) => other > now).length);
      expect(order.densePlace(each)).toBe(1 + new Set(all.filter((other) => other > now)).size);
    }
  }
});
