import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import type { Command } from '@xiuhua/engine';
import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { get } from '../../shared/api.ts';
import { people } from '../county.fixture.ts';
import { useCommand } from './command.ts';
import { HereContext } from './here.ts';
import { campaignKey, campaignPath } from './queries.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

const Form = ({ said }: { readonly said: () => void }) => {
  const command = useCommand();
  const tiles: Command = { type: 'ArrangeTiles', tiles: [] };
  return (
    <button type="button" onClick={() => command.mutate(tiles, { onSuccess: said })}>
      save
    </button>
  );
};

/** A form that is there as long as there is something to do, on a page that asks something slower besides. */
const Desk = ({ said }: { readonly said: () => void }) => {
  const { data } = useQuery({ queryKey: campaignKey('c'), queryFn: () => get<{ readonly open: boolean }>(campaignPath('c', '/desk')) });
  useQuery({ queryKey: [...campaignKey('c'), 'slow'], queryFn: () => get(campaignPath('c', '/slow')) });
  return data?.open ? <Form said={said} /> : <p>{data && 'nothing left'}</p>;
};

test('what was done is said even when the form has left the page by then', async () => {
  let open = true;
  server.use(
    http.get('*/api/campaigns/c/desk', () => HttpResponse.json({ open })),
    http.get('*/api/campaigns/c/slow', async () => {
      await delay(150);
      return HttpResponse.json({});
    }),
    http.post('*/api/campaigns/c/commands', () => {
      open = false;
      return HttpResponse.json({ events: [] });
    }),
  );
  const said = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <HereContext value={{ campaign: 'c', title: '', actor: people.office, today: '2026-11-02' }}>
        <Desk said={said} />
      </HereContext>
    </QueryClientProvider>,
  );
  fireEvent.click(await screen.findByText('save'));
  expect(await screen.findByText('nothing left')).toBeTruthy();
  await vi.waitFor(() => expect(said).toHaveBeenCalledOnce());
});
