import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { draftOfServer, standIn } from '../desk/desk.fixture.tsx';
import { openDesk } from '../desk/open.ts';
import { type Json, valueAt } from '../draft/json.ts';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import { keepLocal, localCopy } from './localCopy.ts';

const { server, sent } = standIn();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  server.resetHandlers();
  localStorage.clear();
  sent.drafts.length = 0;
});
afterAll(() => server.close());

const draft = draftOfServer(xiaoqing());
const listeners = { today: '2026-11-01', inForce: () => false, renamed: () => undefined };
const aim = (text: string) => ({ type: 'WriteClause', at: '/phases/0', keys: ['aim'], value: { aim: text } }) as const;
const withAim = (text: string): Json => {
  const plan = xiaoqing();
  return JSON.parse(JSON.stringify(plan).replace('摸清底数，列出问题清单，建立工作台账', text)) as Json;
};
const put = '*/api/campaigns/c1/draft';

describe('saving by itself', () => {
  it('sends the draft once the hand rests, and forgets the copy on the device', async () => {
    const desk = openDesk('c1', draft, listeners);
    desk.store.edit(aim('一'));
    desk.store.edit(aim('二'));
    expect(desk.saver.state.get().kind).toBe('changed');
    await vi.waitFor(() => expect(desk.saver.state.get().kind).toBe('saved'), 4000);
    expect(sent.drafts.map((d) => [d.revision, valueAt(d.plan, '/phases/0/aim')])).toEqual([[1, '二']]);
    expect(localCopy('c1')).toBeUndefined();
    desk.close();
  });

  it('keeps the draft on the device while the server is away, and sends it when it is back', async () => {
    server.use(http.put(put, () => HttpResponse.error()));
    const desk = openDesk('c1', draft, listeners);
    desk.store.edit(aim('断网时写的'));
    await vi.waitFor(() => expect(desk.saver.state.get()).toEqual({ kind: 'away', kept: true }), 4000);
    expect(valueAt(localCopy('c1')?.plan ?? null, '/phases/0/aim')).toBe('断网时写的');
    server.resetHandlers();
    globalThis.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(desk.saver.state.get().kind).toBe('saved'), 4000);
    expect(sent.drafts).toHaveLength(1);
    desk.close();
  });

  it('brings back what the device kept, as an edit that can be undone', async () => {
    keepLocal('c1', { plan: withAim('关机前写的'), revision: 1 });
    const desk = openDesk('c1', draft, listeners);
    expect(desk.restored).toBe(true);
    expect(valueAt(desk.store.get().present, '/phases/0/aim')).toBe('关机前写的');
    desk.store.undo();
    expect(desk.store.get().present).toBe(draft.plan);
    desk.close();
  });
});

describe('when somebody saved first', () => {
  const theirs = draftOfServer(withAim('对方写的'), { revision: 7, savedBy: '副主任' });

  it('overwrites nothing and waits for a person', async () => {
    server.use(http.put(put, () => HttpResponse.json({ problems: [], draft: theirs }, { status: 409 })));
    const desk = openDesk('c1', draft, listeners);
    desk.store.edit(aim('我写的'));
    await vi.waitFor(() => expect(desk.saver.state.get()).toEqual({ kind: 'moved', theirs }), 4000);
    server.resetHandlers();
    desk.store.edit(aim('我又写的'));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(sent.drafts).toEqual([]);
    desk.saver.settle(theirs);
    await vi.waitFor(() => expect(sent.drafts.at(-1)).toMatchObject({ revision: 7 }), 4000);
    desk.close();
  });

  it('asks too when the device kept changes of an older draft', () => {
    keepLocal('c1', { plan: withAim('关机前写的'), revision: 1 });
    const desk = openDesk('c1', theirs, listeners);
    expect(desk.saver.state.get()).toEqual({ kind: 'moved', theirs });
    desk.close();
  });
});

describe('when the server refuses', () => {
  it('says why and tries again only after the next change', async () => {
    const message = '请先登录。';
    server.use(
      http.put(put, () =>
        HttpResponse.json({ problems: [{ code: 'request.unauthenticated', severity: 'error', at: '', message }] }, { status: 401 }),
      ),
    );
    const desk = openDesk('c1', draft, listeners);
    desk.store.edit(aim('登录过期后写的'));
    await vi.waitFor(() => expect(desk.saver.state.get()).toEqual({ kind: 'refused', message, signedOut: true }), 4000);
    desk.close();
    expect(valueAt(localCopy('c1')?.plan ?? null, '/phases/0/aim')).toBe('登录过期后写的');
  });
});
