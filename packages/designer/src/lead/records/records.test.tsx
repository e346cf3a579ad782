import { configure, fireEvent, screen, within } from '@testing-library/react';
import { contentHash, dutiesOf, instantAt, type SubmitChecklist } from '@xiuhua/engine';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { County, people, photo } from '../county.fixture.ts';
import { openDoor } from '../door.fixture.ts';

// Patience on a busy machine.
configure({ asyncUtilTimeout: 8000 });

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const day = '2026-11-02';
const first = '019a0000-0000-7000-8000-000000000001';
const second = '019a0000-0000-7000-8000-000000000002';

/** 东街门面段 was inspected twice: two failed items on one phone, none on the other. */
const twice = (me: keyof typeof people): County => {
  const county = new County();
  county.inspect(first);
  const duty = dutiesOf(county.plan, day, day).find((one) => one.site === '东街门面段');
  const items = [...(county.plan.checklists.get('门前三包检查表')?.items.keys() ?? [])];
  const answers = Object.fromEntries(items.map((item) => [item, { result: 'pass' as const }]));
  const command: SubmitChecklist = {
    type: 'SubmitChecklist',
    submission: second,
    plan: county.plan.hash,
    duty: duty?.id ?? '',
    filledAt: instantAt(day, '09:40'),
    answers,
  };
  expect(contentHash(command)).toHaveLength(64);
  county.give(command, people.inspector, day);
  county.me = people[me];
  county.today = '2026-11-03';
  server.use(...county.handlers());
  return county;
};

const press = async (name: string) =>
  fireEvent.click((await screen.findByText(name, { selector: 'button span' })).closest('button') as HTMLElement);

describe('records of one duty', () => {
  test('stand side by side, only what differs first; the office chooses with a reason and the findings follow', async () => {
    const county = twice('office');
    openDoor('/records');
    fireEvent.click(await screen.findByText('东街门面段 · 门前三包检查表'));
    expect(await screen.findByText('2 项不同')).toBeTruthy();
    const table = screen.getByRole('table');
    expect(within(table).getByText('门前干净')).toBeTruthy();
    expect(within(table).queryByText('门前秩序井然')).toBeNull();
    expect(screen.getByText('选定这一份', { selector: 'button span' }).closest('button')?.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText(/第 2 份/));
    fireEvent.change(screen.getByLabelText('选定理由'), { target: { value: '第一份拍的是隔壁' } });
    await press('选定这一份');
    expect(await screen.findByText(/办公室主任选定第 2 份：第一份拍的是隔壁/)).toBeTruthy();
    expect(county.campaign.findings.size).toBe(0);
    expect(county.campaign.withdrawn.size).toBe(2);
  });

  test('are shown to a leader, who does not choose', async () => {
    twice('leader');
    openDoor('/records');
    fireEvent.click(await screen.findByText('东街门面段 · 门前三包检查表'));
    expect(await screen.findByText('2 项不同')).toBeTruthy();
    expect(screen.queryByText('选定这一份', { selector: 'button span' })).toBeNull();
  });

  test('are no page of the inspector’s', async () => {
    twice('inspector');
    openDoor('');
    await screen.findByText('检查任务', { selector: 'nav a' });
    expect(screen.queryByText('记录处理', { selector: 'nav a' })).toBeNull();
  });
});

describe('sending a record back', () => {
  test('needs a remark on a question; then it is awaited', async () => {
    const county = twice('office');
    openDoor(`/visits/${first}`);
    expect((await screen.findByText('退回给检查人')).closest('button')?.disabled).toBe(true);
    fireEvent.mouseDown(screen.getByLabelText('选择要退回的检查项'));
    fireEvent.click(await screen.findByText('门前干净', { selector: '.ant-select-item-option-content' }));
    fireEvent.change(await screen.findByLabelText('“门前干净”的意见'), { target: { value: '照片看不清' } });
    await press('退回给检查人');
    expect(await screen.findByText(/等检查人补报第 2 轮/)).toBeTruthy();
    expect(county.campaign.submissions.get(first)?.returns).toMatchObject([{ remarks: { 门前干净: '照片看不清' }, answered: null }]);
  });

  test('is not offered for a record that does not count', async () => {
    twice('office');
    openDoor(`/visits/${second}`);
    expect(await screen.findByText('这份记录不计分：同一任务另有一份计分。')).toBeTruthy();
    expect(screen.queryByText('退回给检查人')).toBeNull();
    expect(photo).toHaveLength(64);
  });
});
