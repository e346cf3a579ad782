import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { draftOfServer, showDesk, standIn } from '../desk/desk.fixture.tsx';
import { xiaoqing } from '../xiaoqing.fixture.ts';
import type { Verdict } from './verdict.ts';

const { server, sent } = standIn();

/** The dialog is loaded when it is opened, which takes its time on a busy machine. */
configure({ asyncUtilTimeout: 20_000 });

beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const verdict = (rest: Partial<Verdict>): Verdict => ({
  ok: true,
  sheet: '登记表',
  sheets: ['登记表'],
  total: 0,
  problems: [],
  rows: [],
  ...rest,
});
const answer = (kind: string, found: Verdict): void =>
  server.use(http.post(`*/api/campaigns/c1/draft/${kind}`, () => HttpResponse.json(found as never)));

const choose = async (button: string): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name: new RegExp(button) }));
  const input = await waitFor(() => {
    const found = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!found) throw new Error('no dialog yet');
    return found;
  });
  fireEvent.change(input, { target: { files: [new File(['名称'], '登记表.csv')] } });
};
const site = { name: '北街门面段', class: '沿街门面', area: '小箐村', units: ['小箐村'] };

describe('importing a register', { timeout: 90_000 }, () => {
  test('shows every row, then takes all of it into the draft as one step that can be undone', async () => {
    answer('register', verdict({ rows: [{ row: 2, verdict: 'new', name: site.name, changed: [], problems: [], site }] }));
    showDesk(draftOfServer(xiaoqing()), 'places');
    await choose('从 Excel 导入');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('北街门面段');
    fireEvent.click(within(dialog).getByRole('button', { name: '导入 1 行' }));
    await waitFor(() => expect(sent.drafts.at(-1)?.plan).toMatchObject({ places: { sites: expect.arrayContaining([site]) } }), {
      timeout: 8000,
    });
    fireEvent.click(screen.getByRole('button', { name: /撤销/ }));
    await waitFor(() => expect(JSON.stringify(sent.drafts.at(-1)?.plan)).not.toContain('北街门面段'));
  });

  test('with a wrong row offers nothing to take in, and says what to mend', async () => {
    const message = '类别“门面”不在方案中。是否为“沿街门面”？';
    const problems = [{ code: 'row.unknown', severity: 'error' as const, at: '', message }];
    answer('register', verdict({ ok: false, rows: [{ row: 2, verdict: 'wrong', name: '南街', changed: [], problems }] }));
    showDesk(draftOfServer(xiaoqing()), 'places');
    await choose('从 Excel 导入');
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(message)).toBeTruthy();
    expect(within(dialog).getByText(/有 1 行不对/)).toBeTruthy();
    expect(within(dialog).getByRole('button', { name: '没有可导入的行' })).toHaveProperty('disabled', true);
  });

  test('of a file that cannot be read says why', async () => {
    const problem = { code: 'table.locked', severity: 'error', at: '', message: '表格加了密码，读不了。' };
    server.use(http.post('*/api/campaigns/c1/draft/register', () => HttpResponse.json({ problems: [problem] }, { status: 422 })));
    showDesk(draftOfServer(xiaoqing()), 'places');
    await choose('从 Excel 导入');
    expect(await screen.findByText('表格加了密码，读不了。')).toBeTruthy();
  });
});
