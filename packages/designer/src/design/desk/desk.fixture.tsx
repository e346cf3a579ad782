import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { planHash, type Review, type SessionView } from '@xiuhua/engine';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { MemoryRouter, Route, Routes } from 'react-router';
import { Theme } from '../../shared/antd/theme.tsx';
import { queryClient } from '../../shared/session.ts';
import type { Json } from '../draft/json.ts';
import type { ServerDraft } from '../save/server.ts';
import { Desk } from './Desk.tsx';

/** The office of the demo county, signed in. */
export const office: SessionView = {
  account: { id: 'a1', login: 'office', name: '办公室主任', admin: false },
  campaigns: [{ id: 'c1', title: '整治', actor: { account: 'a1', name: '办公室主任', unit: '领导小组办公室', roles: ['office'] } }],
  today: '2026-11-01',
  demo: true,
};

/** A draft as the server hands it out. */
export const draftOfServer = (plan: Json, rest: Partial<ServerDraft> = {}): ServerDraft => ({
  plan,
  revision: 1,
  hash: planHash(plan),
  problems: [],
  savedAt: '2026-11-01T02:00:00.000Z',
  savedBy: '办公室主任',
  adopted: null,
  review: null,
  closed: null,
  ...rest,
});

/** What the stand-in of the server was sent. */
export interface Sent {
  readonly drafts: { readonly plan: Json; readonly revision: number }[];
  readonly commands: unknown[];
  /** The reviews the server tells of, newest first. */
  readonly reviews: Review[];
}

/** Stands in for the server: keeps the newest draft as the real one does, and takes commands. */
export const standIn = () => {
  const sent: Sent = { drafts: [], commands: [], reviews: [] };
  const server = setupServer(
    http.put('*/api/campaigns/c1/draft', async ({ request }) => {
      const body = (await request.json()) as Sent['drafts'][number];
      sent.drafts.push(body);
      const { revision } = body;
      return HttpResponse.json({
        revision: revision + 1,
        hash: planHash(body.plan),
        problems: [],
        savedAt: '2026-11-01T03:30:00.000Z',
        savedBy: '办公室主任',
      });
    }),
    http.post('*/api/campaigns/c1/commands', async ({ request }) => {
      sent.commands.push(await request.json());
      return HttpResponse.json({ events: [] });
    }),
    http.get('*/api/campaigns/c1/messages', () => HttpResponse.json({ unread: 0, found: 0, messages: [] })),
    http.get('*/api/campaigns/c1/versions', () => HttpResponse.json({ versions: [], reviews: sent.reviews, closed: null, end: null })),
    http.get('*/api/campaigns/c1/members', () => HttpResponse.json([])),
  );
  return { server, sent };
};

/** The desk of a draft on the screen, at a section. */
export const showDesk = (draft: ServerDraft, section = 'general') =>
  render(
    <QueryClientProvider client={queryClient()}>
      <Theme>
        <MemoryRouter initialEntries={[`/c1/${section}`]}>
          <Routes>
            <Route path="/:campaign/:section?" element={<Desk session={office} campaign="c1" draft={draft} />} />
          </Routes>
        </MemoryRouter>
      </Theme>
    </QueryClientProvider>,
  );

/** A review in which the leader passed the draft with a hash. */
export const passedReview = (plan: string): Review => ({
  id: '1',
  plan,
  title: '整治',
  after: 0,
  writer: { account: 'a1', name: '办公室主任' },
  day: '2026-11-01',
  asked: { at: '2026-11-01T02:00:00.000Z', by: { account: 'a1', name: '办公室主任', unit: '领导小组办公室' }, text: '' },
  verdict: {
    passed: true,
    day: '2026-11-01',
    text: '',
    remarks: {},
    at: '2026-11-01T03:00:00.000Z',
    by: { account: 'a9', name: '组长', unit: '' },
  },
});
