import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { SessionView } from '@xiuhua/engine';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { doorsOf } from '../shared/doors.ts';
import { nextAddress, queryClient } from '../shared/session.ts';
import { Gate } from './Gate.tsx';
import { landing } from './useSignIn.ts';

const refused = (status: number, message: string) =>
  HttpResponse.json({ problems: [{ code: 'x', severity: 'error', at: '', message }] }, { status });
const signedOut = http.get('*/api/session', () => refused(401, '请先登录。'));
const nobody = [
  signedOut,
  http.get('*/api/setup', () => HttpResponse.json({ needed: false })),
  http.get('*/api/demo', () => refused(404, '没有。')),
  http.get('*/api/sessions', () => HttpResponse.json([])),
];
const server = setupServer(...nobody);
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());

const show = () =>
  render(
    <QueryClientProvider client={queryClient()}>
      <Gate />
    </QueryClientProvider>,
  );

const person = (roles: SessionView['campaigns'][number]['actor']['roles'], admin = false): SessionView => ({
  account: { id: 'a', login: 'a', name: '某人', admin },
  campaigns: roles.length > 0 ? [{ id: 'c1', title: '整治', actor: { account: 'a', name: '某人', unit: '', roles } }] : [],
  today: '2026-11-01',
  demo: false,
});

describe('the gate', () => {
  it('says what is missing, and what the server refuses, in words', async () => {
    server.use(http.post('*/api/session', () => refused(401, '账号或密码不对。')));
    show();
    fireEvent.click(await screen.findByRole('button', { name: '登录' }));
    expect(screen.getByText('请填写账号')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('账号'), { target: { value: 'office' } });
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'wrong' } });
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    expect((await screen.findByRole('alert')).textContent).toBe('账号或密码不对。');
  });

  it('asks for the set-up code on the very first start', async () => {
    server.use(http.get('*/api/setup', () => HttpResponse.json({ needed: true })));
    show();
    expect(await screen.findByLabelText('启用码')).toBeTruthy();
  });

  it('lets one step into a person of the demo county by one click', async () => {
    const sent: unknown[] = [];
    const accounts = [
      { login: 'office', password: 'bangongshi', name: '办公室主任', role: 'office', door: 'design', campaign: '环境整治' },
    ];
    server.use(
      http.get('*/api/demo', () => HttpResponse.json({ accounts })),
      http.post('*/api/session', async ({ request }) => {
        sent.push(await request.json());
        return HttpResponse.json(person([]));
      }),
    );
    show();
    fireEvent.click(await screen.findByRole('button', { name: /办公室主任/ }));
    await waitFor(() => expect(sent).toEqual([{ login: 'office', password: 'bangongshi' }]));
  });

  it('says so when the server does not say who is signed in', async () => {
    server.use(http.get('*/api/session', () => refused(404, '')));
    show();
    expect((await screen.findByRole('alert')).textContent).toContain('连不上服务器');
  });
});

describe('after signing in', () => {
  it('one goes through the only door, or chooses', () => {
    expect(landing(person(['inspector']), '')).toBe('/inspect/');
    expect(landing(person(['unit']), '')).toBe('/lead/c1');
    expect(landing(person(['office']), '')).toBeUndefined();
    expect(doorsOf(person([], true)).map((d) => d.href)).toEqual(['/design/']);
  });
  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', '/'])('never to another site: %s', (next) => {
    expect(nextAddress(`?next=${encodeURIComponent(next)}`)).toBeUndefined();
  });
  it('back to the page that asked for it', () => {
    expect(landing(person(['inspector']), '?next=%2Fdesign%2Fc1%2Fphases')).toBe('/design/c1/phases');
  });
});
