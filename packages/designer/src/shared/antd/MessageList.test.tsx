import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createElement } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InboxMessage } from '../messages.ts';
import { MessageList } from './MessageList.tsx';
import { Theme } from './theme.tsx';

configure({ asyncUtilTimeout: 8000 });

const told = (n: number): InboxMessage => ({
  id: `m${n}`,
  kind: 'plan-adopted',
  at: '2026-11-05T02:00:00.000Z',
  tone: 'plain',
  open: false,
  about: { thing: 'plan', id: '' },
  name: '印发方案',
  text: `第 ${n} 条`,
  read: true,
});
const all = Array.from({ length: 72 }, (_, i) => told(i + 1));
const asked: number[] = [];
const server = setupServer(
  http.get('/api/campaigns/c1/messages', ({ request }) => {
    const limit = Number(new URL(request.url).searchParams.get('limit'));
    asked.push(limit);
    return HttpResponse.json({ unread: 0, found: all.length, messages: all.slice(0, limit) });
  }),
);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('a long inbox is fetched and drawn a stretch at a time, to its end', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const list = createElement(MessageList, { campaign: 'c1', today: '2026-11-06', marks: true, go: () => undefined });
  render(createElement(QueryClientProvider, { client }, createElement(Theme, null, list)));
  await screen.findByText('第 30 条');
  expect(screen.queryByText('第 31 条')).toBeNull();
  fireEvent.click(await screen.findByText('再显示 30 条'));
  await screen.findByText('第 60 条');
  fireEvent.click(await screen.findByText('再显示 12 条'));
  await screen.findByText('第 72 条');
  await waitFor(() => expect(screen.queryByText(/再显示/)).toBeNull());
  expect(asked).toEqual([30, 60, 90]);
});
