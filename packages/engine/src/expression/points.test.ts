import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pointsOf, showPoints } from './points.ts';

test.each([
  [0.1, 100],
  [94.5, 94_500],
  [0.001, 1],
  [-2, -2000],
  [0, 0],
  [-0, 0],
  [100, 100_000],
])('%d points are %d thousandths', (written, points) => {
  expect(pointsOf(written)).toBe(points);
});

test.each([0.0625, 1e-7, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 0.1 + 0.2])('%d has no exact thousandths', (written) => {
  expect(pointsOf(written)).toBeUndefined();
});

test('law: what is shown is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (points) => {
      expect(pointsOf(Number(showPoints(points)))).toBe(points);
    }),
  );
});
