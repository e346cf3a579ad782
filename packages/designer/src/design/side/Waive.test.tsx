import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { draftOfServer, showDesk, standIn } from '../desk/desk.fixture.tsx';
import { skeleton } from '../home/skeleton.ts';

vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 15_000 };
const { server, sent } = standIn();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  localStorage.clear();
  sent.drafts.length = 0;
});
afterAll(() => server.close());

const plan = { ...skeleton({ title: '某镇整治方案', issuer: '某镇人民政府', today: '2026-11-01' }), number: '镇发[2026]012号' };
const newest = () => sent.drafts.at(-1)?.plan as { waivers?: object[] } | undefined;

it('a warning is left with a reason that stays in the plan, and can be taken up again', async () => {
  showDesk(draftOfServer(plan), 'general');
  const leave = await screen.findByLabelText(/^暂不处理：文号“镇发\[2026\]012号”/, {}, patience);
  fireEvent.click(leave);
  const done = () => screen.getByText(/^确\s?定$/).closest('button') as HTMLButtonElement;
  expect(done().disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('为什么不改'), { target: { value: '沿用印发机关的写法' } });
  fireEvent.click(done());
  await waitFor(() => expect(screen.getByText(/^暂不处理 1$/)).toBeTruthy(), patience);
  expect(screen.getByText('沿用印发机关的写法')).toBeTruthy();
  await waitFor(
    () => expect(newest()?.waivers).toEqual([{ code: 'basis.number-format', at: '/number', reason: '沿用印发机关的写法' }]),
    patience,
  );
  fireEvent.click(screen.getByLabelText(/^重新处理：文号/));
  await screen.findByLabelText(/^暂不处理：文号/, {}, patience);
  await waitFor(() => expect(newest()?.waivers ?? []).toEqual([]), patience);
});

it('undo takes a reason back', async () => {
  showDesk(draftOfServer(plan), 'general');
  fireEvent.click(await screen.findByLabelText(/^暂不处理：文号/, {}, patience));
  fireEvent.change(screen.getByLabelText('为什么不改'), { target: { value: '沿用' } });
  fireEvent.submit(screen.getByLabelText('为什么不改'));
  await waitFor(() => expect(screen.getByText(/^暂不处理 1$/)).toBeTruthy(), patience);
  fireEvent.click(screen.getByLabelText(/^撤销/));
  await screen.findByLabelText(/^暂不处理：文号/, {}, patience);
});
