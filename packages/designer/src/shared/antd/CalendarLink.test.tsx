import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { createElement } from 'react';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { CalendarLink } from './CalendarLink.tsx';
import { Theme } from './theme.tsx';

configure({ asyncUtilTimeout: 8000 });

let made: string | null = null;
const server = setupServer(
  http.get('/api/calendar', () => HttpResponse.json({ made })),
  http.post('/api/calendar', () => {
    made = '2026-11-05T02:00:00.000Z';
    return HttpResponse.json({ path: '/api/calendar/secret.ics' }, { status: 201 });
  }),
  http.delete('/api/calendar', () => {
    made = null;
    return HttpResponse.json({ ok: true });
  }),
);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(() => {
  made = null;
});
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const open = () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const link = createElement(CalendarLink, { today: '2026-11-06', onClose: () => undefined });
  render(createElement(QueryClientProvider, { client }, createElement(Theme, null, link)));
};
const press = async (name: string) =>
  fireEvent.click((await screen.findByText(name, { selector: 'button span' })).closest('button') as HTMLElement);

test('a link is shown once when it is made, and is gone when it is revoked', async () => {
  open();
  await screen.findByText('还没有链接。');
  await press('生成链接');
  const shown = (await screen.findByLabelText('日历链接')) as HTMLInputElement;
  expect(shown.value).toBe(`${location.origin}/api/calendar/secret.ics`);
  await screen.findByText('重新生成', { selector: 'button span' });
  await press('撤销链接');
  const sure = await waitFor(
    () => document.querySelector<HTMLElement>('.ant-popconfirm-buttons .ant-btn-primary') ?? Promise.reject(new Error('not asked')),
  );
  fireEvent.click(sure);
  await screen.findByText('还没有链接。');
  expect(screen.queryByLabelText('日历链接')).toBeNull();
});

test('a link made before is not shown again, only since when there is one', async () => {
  made = '2026-11-05T02:00:00.000Z';
  open();
  expect(await screen.findByText(/^链接于 .*生成/)).toBeTruthy();
  expect(screen.queryByLabelText('日历链接')).toBeNull();
});
