import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { valueAt } from '../draft/json.ts';
import { skeleton } from '../home/skeleton.ts';
import { draftOfServer, passedReview, showDesk, standIn } from './desk.fixture.tsx';

vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 15_000 };
const { server, sent } = standIn();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
  localStorage.clear();
  sent.drafts.length = 0;
  sent.commands.length = 0;
  sent.reviews.length = 0;
});
afterAll(() => server.close());

const plan = skeleton({ title: '某镇整治方案', issuer: '某镇人民政府', today: '2026-11-01' });
const open = async (name: string) => {
  fireEvent.click(screen.getByLabelText(`编辑“${name}”`));
  await screen.findByLabelText(/^名称/, {}, patience);
};
const type = (label: RegExp, text: string) => fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const button = (text: string) => screen.getByText(text).closest('button') as HTMLButtonElement;
const newest = () => sent.drafts.at(-1)?.plan ?? null;

describe('the desk', () => {
  it('reads as the document: sections in order, clauses as sentences', () => {
    showDesk(draftOfServer(plan), 'phases');
    const outline = screen.getByLabelText('大纲').textContent;
    expect(outline).toMatch(/一、总体要求.*组织机构.*工作步骤.*检查安排.*结果运用/);
    expect(screen.getByText('11月1日 周日—11月7日 周六。摸清底数，建立台账。')).toBeTruthy();
  });

  it('names an overlap beside the clause as soon as the day is chosen, and saves the draft all the same', async () => {
    showDesk(draftOfServer(plan), 'phases');
    await open('集中整治阶段');
    const field = screen.getByLabelText(/起始日/);
    fireEvent.mouseDown(field);
    fireEvent.click(field);
    fireEvent.click(await waitFor(() => screen.getByTitle('2026-11-06')));
    await waitFor(() => expect(screen.getAllByText(/与上一阶段“排查阶段”重叠2天/).length).toBeGreaterThan(1), patience);
    expect(await screen.findByText(/“排查阶段”与“集中整治阶段”重叠 2 天/, {}, patience)).toBeTruthy();
    expect(button('送审').disabled).toBe(true);
    await waitFor(() => expect(valueAt(newest(), '/phases/1/from')).toBe('2026-11-06'), patience);
    await waitFor(() => expect(screen.getByText('已保存 11:30')).toBeTruthy(), patience);
  });

  it('takes an edit back and forward by keyboard', async () => {
    showDesk(draftOfServer(plan), 'phases');
    await open('集中整治阶段');
    type(/目标/, '全镇联动');
    expect(screen.getByText(/全镇联动。/)).toBeTruthy();
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
    expect(screen.queryByText(/全镇联动。/)).toBeNull();
    expect(screen.getByLabelText(/目标/)).toHaveProperty('value', '集中解决突出问题');
    fireEvent.keyDown(window, { key: 'z', ctrlKey: true, shiftKey: true });
    expect(screen.getByLabelText(/目标/)).toHaveProperty('value', '全镇联动');
  });

  it('sends nothing for a clause that was opened and left as it was', async () => {
    showDesk(draftOfServer(plan), 'schedule');
    await open('门面周查');
    fireEvent.click(button('完成'));
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(sent.drafts).toEqual([]);
  });

  it('lets every reference follow a unit that is renamed', async () => {
    showDesk(draftOfServer(plan), 'organization');
    await open('责任单位甲');
    type(/^名称/, '镇综合执法中队');
    fireEvent.click(button('完成'));
    await waitFor(() => expect(sent.drafts.length).toBeGreaterThan(0), patience);
    expect(JSON.stringify(newest())).not.toContain('责任单位甲');
    expect(valueAt(newest(), '/places/sites/0/units')).toEqual(['镇综合执法中队']);
  });

  it('writes a phrase from choices in words', async () => {
    showDesk(draftOfServer(plan), 'schedule');
    await open('门面周查');
    fireEvent.click(screen.getByLabelText('周五'));
    expect(screen.getByText('读作：每周一、周五')).toBeTruthy();
    await waitFor(() => expect(valueAt(newest(), '/schedule/0/every')).toBe('week on monday and friday'), patience);
  });

  it('sends what was saved for review, under its hash, and says who can review it', async () => {
    const draft = draftOfServer(plan);
    showDesk(draft);
    await waitFor(() => expect(button('送审').disabled).toBe(false), patience);
    fireEvent.click(button('送审'));
    expect(await screen.findByText(/还没有能审核的人/)).toBeTruthy();
    fireEvent.click(within(screen.getByRole('dialog')).getByText('送审'));
    await waitFor(() => expect(sent.commands).toMatchObject([{ command: { type: 'AskReview', plan: draft.hash } }]), patience);
  });

  it('adopts what another person passed, under its hash, after saying what will happen', async () => {
    const draft = draftOfServer(plan);
    sent.reviews.push(passedReview(draft.hash));
    showDesk(draft);
    await waitFor(() => expect(button('印发方案').disabled).toBe(false), patience);
    fireEvent.click(button('印发方案'));
    expect(await screen.findByText(/将作为第 1 版印发，从今天起施行/)).toBeTruthy();
    expect(screen.getByText(/由 办公室主任 起草，组长 审核通过/)).toBeTruthy();
    fireEvent.click(button('印发第 1 版'));
    expect(await screen.findByText('第 1 版已印发', {}, patience)).toBeTruthy();
    expect(sent.commands).toMatchObject([{ command: { type: 'AdoptPlan', plan: draft.hash } }]);
    expect(screen.getByText(new RegExp(draft.hash))).toBeTruthy();
  });

  it('lets nobody send or adopt before the dialog has said all it has to say: a button that moves away loses the press', async () => {
    let tell = () => {};
    const told = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const late = (path: string, answer: object) =>
      http.get(`*/api/campaigns/c1/${path}`, async () => {
        await told;
        return HttpResponse.json(answer);
      });
    const [none, ...versions] = [
      { count: 0, some: [] },
      { plan: 'before', version: 1 },
    ];
    const known = { kept: 3, moved: none, cancelled: none, added: none, begun: { phones: 0 }, runningScores: { kept: 0, changed: 0 } };
    server.use(
      http.get('*/api/campaigns/c1/versions', () => HttpResponse.json({ versions, reviews: sent.reviews, closed: null, end: null })),
      late('members', []),
      late('plan', { plan }),
      late('amendment', { ...known, records: 0, openFindings: 0, publishedScores: 0, drawsOpen: false }),
    );
    const draft = draftOfServer({ ...plan, title: '某镇整治方案（修订）' });
    showDesk(draft);
    await waitFor(() => expect(button('送审').disabled).toBe(false), patience);
    fireEvent.click(button('送审'));
    const send = within(await screen.findByRole('dialog'))
      .getByText('送审')
      .closest('button');
    expect(send?.disabled).toBe(true);
    cleanup();

    sent.reviews.push(passedReview(draft.hash));
    showDesk(draft);
    await waitFor(() => expect(button('印发方案').disabled).toBe(false), patience);
    fireEvent.click(button('印发方案'));
    expect(button('印发第 2 版').disabled).toBe(true);
    tell();
    await waitFor(() => expect(button('印发第 2 版').disabled).toBe(false), patience);
    expect(screen.getByText('3 项检查任务不变')).toBeTruthy();
  });

  it('after an edit the review no longer holds, and the desk says so', async () => {
    const draft = draftOfServer(plan);
    sent.reviews.push(passedReview(`${draft.hash.slice(0, -1)}x`));
    showDesk(draft);
    expect(await screen.findByText(/原来的审核不再有效，请重新送审/)).toBeTruthy();
    await waitFor(() => expect(button('送审').disabled).toBe(false), patience);
  });
});
