import type { Reason } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { alignedPoints, decimalsOf, percent, signedPoints } from './number.ts';
import { addsUp, heaviest, leafSum } from './reasons.ts';

const reason = (kind: Reason['kind'], name: string, points: number, parts: readonly Reason[] = []): Reason => ({
  kind,
  name,
  source: '',
  points,
  parts,
});

const deducted = reason('rule', '检查扣分', -3000, [
  reason('occasion', '门前干净', -500),
  reason('occasion', '无占道经营', -4500),
  reason('limit', '检查扣分', 2000),
]);
const total = reason('total', '月度考核', 97250, [
  reason('base', '月度考核', 100000),
  deducted,
  reason('rule', '提前整改', 250, [reason('occasion', '路灯亮', 250)]),
]);

test('the leaves add up to the total, the part a cap gives back included', () => {
  expect(leafSum(total)).toBe(97250);
  expect(addsUp(total)).toBe(true);
});

test('a node that is not the sum of its parts is found, however deep', () => {
  expect(addsUp({ ...total, parts: [{ ...deducted, points: -3500 }, ...total.parts] })).toBe(false);
  expect(addsUp({ ...total, points: 97000 })).toBe(false);
  const [first, ...rest] = deducted.parts;
  const wrong = { ...deducted, parts: [{ ...first, points: -600 } as Reason, ...rest] };
  expect(addsUp({ ...total, parts: total.parts.map((part) => (part === deducted ? wrong : part)) })).toBe(false);
});

test('what cost most is a rule that deducts, the first of the plan among equals', () => {
  expect(heaviest(total)?.name).toBe('检查扣分');
  const equal = reason('total', '', 0, [reason('rule', '退回', -1000), reason('rule', '逾期', -1000)]);
  expect(heaviest(equal)?.name).toBe('退回');
});

test('nothing cost anything when only the base and bonuses count', () => {
  expect(heaviest(reason('total', '', 0, [reason('base', '', 100000), reason('rule', '提前整改', 250)]))).toBeUndefined();
});

test.each([
  [-1500, '−1.5'],
  [250, '+0.25'],
  [0, '0'],
])('%i thousandths move a score by %s', (points, text) => expect(signedPoints(points)).toBe(text));

test('a column of points has as many decimals as its finest line, at least one', () => {
  expect(decimalsOf([100000, 94500])).toBe(1);
  expect(decimalsOf([100000, 93250])).toBe(2);
  expect([100000, 93250].map((points) => alignedPoints(points, 2))).toEqual(['100.00', '93.25']);
});

test('a share of nothing is no share, not zero', () => {
  expect(percent(0, 0)).toBeNull();
  expect(percent(19, 20)).toBe(95);
});
