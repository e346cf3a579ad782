import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { County, people } from '../county.fixture.ts';
import { openDoor } from '../door.fixture.ts';

configure({ asyncUtilTimeout: 8000 });

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const county = (me: keyof typeof people, today: string): County => {
  const made = new County();
  made.me = people[me];
  made.today = today;
  server.use(...made.handlers());
  return made;
};

test('a unit sees what has begun and what it was drawn with, and cannot draw again', async () => {
  county('village', '2026-11-06');
  openDoor('/draws');
  await screen.findByText('2026年第45周');
  expect(screen.queryByText('2026年第46周')).toBeNull();
  expect(screen.getByText('种子承诺值')).toBeTruthy();
  expect(screen.queryByText('重新抽取', { selector: 'button span' })).toBeNull();
});

test('the office draws again with a reason; both draws stay in sight', async () => {
  const made = county('office', '2026-11-05');
  openDoor('/draws');
  fireEvent.click((await screen.findByText('重新抽取', { selector: 'button span' })).closest('button') as HTMLElement);
  const dialog = await waitFor(() => document.querySelector<HTMLElement>('[role="dialog"]') ?? Promise.reject(new Error('no dialog')));
  const confirm = () => fireEvent.click(within(dialog).getByText('重新抽取', { selector: 'button span' }).closest('button') as HTMLElement);
  confirm();
  expect(await within(dialog).findByText('请写明理由。')).toBeTruthy();
  fireEvent.change(within(dialog).getByLabelText('理由'), { target: { value: '路口正在施工' } });
  confirm();
  expect(await screen.findByText('重抽理由：路口正在施工')).toBeTruthy();
  expect(screen.getByText('第 2 次抽取')).toBeTruthy();
  expect(screen.getByText('已被重抽取代')).toBeTruthy();
  expect(made.campaign.repeats.size).toBe(1);
});
