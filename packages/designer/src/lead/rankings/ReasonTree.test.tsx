import { render, screen } from '@testing-library/react';
import type { Reason } from '@xiuhua/engine';
import { createElement } from 'react';
import { MemoryRouter } from 'react-router';
import { expect, test } from 'vitest';
import { HereContext } from '../campaign/here.ts';
import { people } from '../county.fixture.ts';
import { ReasonTree } from './ReasonTree.tsx';

const reason = (kind: Reason['kind'], name: string, points: number, more: Partial<Reason> = {}): Reason => ({
  kind,
  name,
  source: '',
  points,
  parts: [],
  ...more,
});

const show = (total: Reason, open = true) => {
  const here = { campaign: 'county-1', title: '', actor: people.office, today: '2026-12-02' };
  const tree = createElement(HereContext, { value: here }, createElement(ReasonTree, { total, open }));
  return render(createElement(MemoryRouter, null, tree));
};

const finding = 'visit0001/2';
const answer = {
  kind: 'answer',
  submission: 'visit0001',
  item: '门前干净',
  finding,
  site: '东街门面段',
  day: '2026-11-02',
  count: 1,
} as const;
const leaf = reason('occasion', '门前干净', -500, { source: '三（一）', cause: answer });
const rule = reason('rule', '检查扣分', -500, { parts: [leaf] });
const daily = reason('total', '日常考核', 95500, { parts: [reason('base', '日常考核', 96000), rule] });

test('a leaf names the record, its clause, and leads to the visit and the finding', () => {
  show(daily);
  expect(screen.getByText('门前干净：不合格')).toBeTruthy();
  expect(screen.getByText('依据 三（一）')).toBeTruthy();
  expect(screen.getByText('检查记录').getAttribute('href')).toBe('/county-1/visits/visit0001');
  expect(screen.getByText('整改过程').getAttribute('href')).toBe('/county-1/findings/visit0001%2F2');
});

test('one who may not see the records of others gets the points without the links', () => {
  show(daily, false);
  expect(screen.getByText('门前干净：不合格')).toBeTruthy();
  expect(screen.queryByText('检查记录')).toBeNull();
});

test('a share of another sheet says its score and weight and opens that sheet', () => {
  const part = reason('part', '日常考核', 38200, { whole: { period: '2026-11', reason: daily, weight: 40000 } });
  show(reason('total', '综合考核', 38200, { parts: [part] }));
  expect(screen.getByText(/日常考核（2026年11月，得分 95.5，占 40%）/)).toBeTruthy();
  expect(screen.getByText('门前干净：不合格')).toBeTruthy();
  expect(screen.getByText(/各项相加 38.2 分，与得分一致/)).toBeTruthy();
});

test('a tree that does not add up says so aloud', () => {
  show({ ...daily, points: 96000 });
  expect(screen.getByRole('alert').textContent).toContain('各项相加 95.5 分，与得分不一致');
});
