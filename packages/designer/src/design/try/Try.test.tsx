import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { draftOfServer, showDesk, standIn } from '../desk/desk.fixture.tsx';
import { changedAt, type Json, listAt, valueAt } from '../draft/json.ts';
import { xiaoqing as freshly } from '../xiaoqing.fixture.ts';
import { answerTo } from './trial.ts';

vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 20_000 };
const { server, sent } = standIn();
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' });
  server.use(http.get('*/inspect/', () => HttpResponse.html('<p>手机</p>')));
});
afterEach(() => {
  cleanup();
  localStorage.clear();
  sent.drafts.length = 0;
});
afterAll(() => server.close());

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const newest = (): Json => sent.drafts.at(-1)?.plan ?? null;

const xiaoqing = freshly();
const visit = { site: '小箐农贸市场', checklist: '农贸市场检查表', day: '2026-11-07' };
const dirty = { ...visit, answers: { 地面干净: { result: 'fail' as const } } };

/** The example with a scenario recorded as the page records it. */
const recorded = (): Json => {
  const answer = answerTo(xiaoqing, { ask: 'trial', visits: [dirty], around: {} });
  if (!answer.ok) throw new Error('the example has errors');
  const { tried, expects } = answer.value;
  return { ...(xiaoqing as object), scenarios: [{ name: '市场地面脏', ...tried, expects }] } as unknown as Json;
};

/** Where the question stands in the plan. */
const item = (plan: Json): string => {
  const list = listAt(plan, '/checklists').findIndex((one) => valueAt(one, '/name') === visit.checklist);
  const i = listAt(plan, `/checklists/${list}/items`).findIndex((one) => valueAt(one, '/name') === '地面干净');
  return `/checklists/${list}/items/${i}`;
};

const dearer = (plan: Json): Json => changedAt(plan, `${item(plan)}/points`, () => 3);

describe('what is asked about a plan', () => {
  it('is answered by what stands in the way while the plan has errors', () => {
    const broken = changedAt(xiaoqing, '/title', () => '');
    const answer = answerTo(broken, { ask: 'trial', visits: [dirty], around: {} });
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'shape.empty', at: '/title' }] });
  });

  it('is answered by the engine that runs the campaign: score, clause, finding with its deadline', () => {
    const answer = answerTo(xiaoqing, { ask: 'trial', visits: [dirty], around: {} });
    expect(answer.ok && answer.value.tried).toEqual({ visits: [{ ...visit, answers: [{ item: '地面干净', result: 'fail' }] }] });
    expect(answer.ok && answer.value.expects.results.map(({ unit, points }) => [unit, points])).toContainEqual(['镇供销社', 99.5]);
    expect(answer.ok && answer.value.findings.map(({ item: what, unit, due }) => [what, unit, due])).toEqual([
      ['地面干净', '镇供销社', '2026-11-11'],
    ]);
  });

  it('brings the answers of a scenario back onto the phone, those it does not name included', () => {
    const answer = answerTo(xiaoqing, { ask: 'open', tried: { visits: [{ ...visit, answers: [{ item: '地面干净', result: 'fail' }] }] } });
    const [first] = answer.ok ? answer.value : [];
    expect(first?.answers).toMatchObject({ 地面干净: { result: 'fail' }, 宣传到位: { result: 'pass' } });
    expect(JSON.stringify(first)).not.toContain('photos');
  });
});

describe('the page on which a plan is tried', () => {
  it('shows the score, why, what was found and by which day, and keeps it as a scenario in the plan', async () => {
    showDesk(draftOfServer(xiaoqing), 'try');
    await screen.findByText(/选一个检查对象填一张检查表/, {}, patience);
    press('填一次检查');
    await screen.findByText('替我填', {}, patience);
    press('最差');
    await screen.findByText(/为什么是 96 分/, {}, patience);
    expect(screen.getAllByRole('button', { name: /^到条款 三（一）/ }).length).toBeGreaterThan(3);
    expect(screen.getAllByText(/由“小箐社区”在 .*前整改/).length).toBe(6);
    press('存为情形');
    fireEvent.change(screen.getByLabelText('情形名称'), { target: { value: '东街一次全不合格' } });
    press('存下');
    await screen.findByText('结果和存下的一样', {}, patience);
    await waitFor(() => expect(valueAt(newest(), '/scenarios/0/name')).toBe('东街一次全不合格'), patience);
    expect(valueAt(newest(), '/scenarios/0/expects/results/0/points')).toBe(96);
  });

  it('says which errors stand in the way, each a way to its place', async () => {
    showDesk(draftOfServer(changedAt(xiaoqing, '/title', () => '')), 'try');
    await screen.findByText(/选一个检查对象填一张检查表/, {}, patience);
    press('填一次检查');
    await screen.findByText(/方案还有 1 处错误/, {}, patience);
    expect(screen.getByRole('button', { name: /“标题”不能为空/ })).toBeTruthy();
  });

  it('says of a scenario that comes out otherwise what differs and which clause did it, and takes the new result on one press', async () => {
    showDesk(draftOfServer(dearer(recorded())), 'try');
    const kept = await screen.findByRole('region', { name: /^情形/ }, patience);
    await within(kept).findByText('结果不同', {}, patience);
    expect(within(kept).getByText(/“镇供销社”2026-11应为99.5分，现为97分：“地面干净”现扣3分，原扣0.5分/)).toBeTruthy();
    press('接受情形“市场地面脏”的新结果');
    await within(kept).findByText('结果和存下的一样', {}, patience);
    await waitFor(() => expect(valueAt(newest(), '/scenarios/0/expects/results/0/points')).toBe(97), patience);
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
    await within(kept).findByText('结果不同', {}, patience);
  });

  it('opens a scenario with its visits, to go on from', async () => {
    showDesk(draftOfServer(recorded()), 'try');
    await screen.findByText('结果和存下的一样', {}, patience);
    press('打开情形“市场地面脏”');
    await screen.findByText(/为什么是 99.5 分/, {}, patience);
    expect(screen.getByText(/11月7日 周六 · 1 项不合格/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '更新“市场地面脏”' })).toBeTruthy();
  });
});

describe('a failing scenario', () => {
  it('lets the plan be sent for review with a reason only, as any warning does', async () => {
    showDesk(draftOfServer(dearer(recorded())), 'general');
    await waitFor(() => expect(screen.getAllByText(/“地面干净”现扣3分/).length).toBeGreaterThan(0), patience);
    press('送审');
    const dialog = await screen.findByRole('dialog', {}, patience);
    expect(within(dialog).getByText(/情形“市场地面脏”：“镇供销社”2026-11应为99.5分，现为97分/)).toBeTruthy();
    const ask = within(dialog).getByRole('button', { name: /^送\s*审/ });
    expect(ask).toHaveProperty('disabled', true);
    fireEvent.change(within(dialog).getByLabelText(/理由/), { target: { value: '下月起按新标准' } });
    expect(ask).toHaveProperty('disabled', false);
  });

  it('is a warning beside the clause that brings it about, and under the scenario itself', async () => {
    const plan = dearer(recorded());
    showDesk(draftOfServer(plan), 'checklists');
    const words = /“地面干净”现扣3分/;
    await waitFor(() => expect(screen.getAllByText(words).length).toBeGreaterThan(0), patience);
    cleanup();
    showDesk(draftOfServer(plan), 'scenarios');
    await waitFor(() => expect(screen.getAllByText(words).length).toBeGreaterThan(1), patience);
    expect(screen.getByRole('button', { name: '接受情形“市场地面脏”的新结果' })).toBeTruthy();
  });
});
