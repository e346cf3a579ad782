import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { County, people, photo } from './county.fixture.ts';
import { openDoor } from './door.fixture.ts';

// Patience on a busy machine.
configure({ asyncUtilTimeout: 8000 });

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const visit = '019a0000-0000-7000-8000-000000000001';
const first = `${visit}/0`;

/** A county with one visit on Monday 2 November and everything the test adds, as the person sees it on the day. */
const county = (me: keyof typeof people, today: string, live: (county: County) => void = () => undefined): County => {
  const made = new County();
  made.inspect(visit);
  live(made);
  made.me = people[me];
  made.today = today;
  server.use(...made.handlers());
  return made;
};

const publish = (made: County) =>
  made.give({ type: 'PublishStandings', ranking: '月度排名', period: '2026-11' }, people.office, '2026-12-01');
// By text rather than by role: a role is looked up through the styles of the whole page, again after every change.
const button = async (name: string) => (await screen.findByText(name, { selector: 'button span' })).closest('button') as HTMLElement;
const buttonIn = (place: HTMLElement, name: string) => within(place).getByText(name, { selector: 'button span' });
const noButton = (name: string) => expect(screen.queryByText(name, { selector: 'button span' })).toBeNull();
const dialog = () => waitFor(() => document.querySelector<HTMLElement>('[role="dialog"]') ?? Promise.reject(new Error('no dialog')));

describe('the board', () => {
  test('leads from a rank to the photo in three clicks', async () => {
    county('leader', '2026-12-02', publish);
    openDoor('');
    fireEvent.click(await screen.findByText('小箐社区', { selector: 'ol *' }));
    fireEvent.click((await screen.findAllByText('检查记录'))[0] as HTMLElement);
    const shown = await screen.findByAltText('物品不出卷帘门 照片 1');
    expect(shown.getAttribute('src')).toBe(`/api/campaigns/county-1/photos/${photo}`);
  });

  test('opens behind a number of findings exactly as many rows', async () => {
    county('office', '2026-11-10');
    openDoor('');
    const overdue = await screen.findByText('已超期');
    const row = overdue.closest('li') as HTMLElement;
    fireEvent.click(within(row).getByText('2', { selector: 'a' }));
    expect(await screen.findAllByText('超期 3 个工作日')).toHaveLength(2);
  });

  test('gives one who is only here for a unit no link to the findings of others', async () => {
    county('village', '2026-11-10');
    openDoor('');
    const row = (await screen.findByText('已超期')).closest('li') as HTMLElement;
    expect(row.querySelector('a')).toBeNull();
    expect(screen.queryByText('全部记录')).toBeNull();
  });

  test('says what has to happen before the plan is issued', async () => {
    county('leader', '2026-11-10');
    server.use(http.get('/api/campaigns/county-1/*', () => HttpResponse.json({ problems: [] }, { status: 404 })));
    openDoor('');
    expect(await screen.findByText(/方案还没有印发/)).toBeTruthy();
  });
});

describe('the why-panel', () => {
  test('shows the parts of the points and that they add up', async () => {
    county('office', '2026-12-02');
    openDoor('/rankings?ranking=月度排名&period=2026-11&unit=小箐社区');
    const panel = await dialog();
    await within(panel).findByText('+100');
    // Two spots of half a point, one item of half a point, and two overdue rectifications of two points each.
    expect(within(panel).getByText('−1.5')).toBeTruthy();
    expect(within(panel).getByText('−4')).toBeTruthy();
    expect(within(panel).getByText(/各项相加 94.5 分，与得分一致/)).toBeTruthy();
  });
});

describe('publishing a ranking', () => {
  const address = '/rankings?ranking=月度排名&period=2026-11';

  test('says first what it means, then makes it a fact', async () => {
    const made = county('office', '2026-12-02');
    openDoor(address);
    expect(await screen.findByText('按现有记录试算，公布前还会变动。')).toBeTruthy();
    fireEvent.click(await button('公布排名'));
    const asked = await dialog();
    expect(within(asked).getByText(/12 个单位的得分和名次成为定论/)).toBeTruthy();
    expect(await within(asked).findByText(/还有 2 件问题没有结案/)).toBeTruthy();
    expect(made.campaign.standings.size).toBe(0);
    fireEvent.click(buttonIn(asked, '公布排名'));
    expect(await screen.findByText(/由办公室主任公布。改动只能另行公布更正/)).toBeTruthy();
    expect(made.campaign.standings.size).toBe(1);
  });

  test('is not offered while the period runs, nor to a leader', async () => {
    county('office', '2026-11-20');
    openDoor(address);
    expect(await screen.findByText('周期尚未结束，分数随检查变动。')).toBeTruthy();
    noButton('公布排名');
    county('leader', '2026-12-02');
    openDoor(address);
    expect(await screen.findByText('按现有记录试算，公布前还会变动。')).toBeTruthy();
    noButton('公布排名');
  });
});

describe('a finding', () => {
  const address = `/findings/${encodeURIComponent(first)}`;
  const reply = (made: County) =>
    made.give({ type: 'ReplyRectification', finding: first, text: '已收进店内', photos: [photo] }, people.community, '2026-11-04');

  test('is replied to by its own unit, with words and the photo the plan asks for', async () => {
    const made = county('community', '2026-11-04');
    openDoor(address);
    fireEvent.click(await button('提交回复'));
    expect(await screen.findByText('请写明整改情况。')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('整改情况'), { target: { value: '已收进店内' } });
    fireEvent.click(await button('提交回复'));
    expect(await screen.findByText('方案规定回复须附整改后的照片。')).toBeTruthy();
    expect(made.campaign.findings.get(first)?.state).toBe('rectifying');
  });

  test('another unit only sees for whom it waits', async () => {
    county('office', '2026-11-04');
    openDoor(address);
    expect(await screen.findByText('等待小箐社区回复。')).toBeTruthy();
    noButton('提交回复');
  });

  test('goes back only with a reason, and closes with one click', async () => {
    const made = county('office', '2026-11-05', reply);
    openDoor(address);
    fireEvent.click(await button('退回整改'));
    expect(await screen.findByText(/退回时请写明理由/)).toBeTruthy();
    expect(made.campaign.findings.get(first)?.state).toBe('replied');
    fireEvent.click(await button('核查合格，结案'));
    await waitFor(() => expect(made.campaign.findings.get(first)?.state).toBe('closed'));
    expect(await screen.findByText('11月5日 周四结案。')).toBeTruthy();
  });

  test('says in words what the server refuses', async () => {
    const made = county('office', '2026-11-05', reply);
    openDoor(address);
    await button('核查合格，结案');
    made.give({ type: 'VerifyRectification', finding: first, passed: false, text: '仍有货物', photos: [] }, people.inspector, '2026-11-05');
    fireEvent.click(await button('核查合格，结案'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).not.toBe('');
    expect(made.campaign.findings.get(first)?.state).toBe('rectifying');
  });
});

describe('a consequence', () => {
  test('is declined only with a reason, and signed after saying what that does', async () => {
    const made = county('leader', '2026-12-02', publish);
    openDoor('/consequences');
    fireEvent.click((await screen.findAllByText('不予签发', { selector: 'button span' }))[0] as HTMLElement);
    const asked = await dialog();
    fireEvent.click(buttonIn(asked, '不予签发'));
    expect(await within(asked).findByText('请写明不予签发的理由。')).toBeTruthy();
    expect(made.campaign.decisions.size).toBe(0);
    fireEvent.change(within(asked).getByLabelText('理由'), { target: { value: '受汛情影响' } });
    fireEvent.click(buttonIn(asked, '不予签发'));
    await waitFor(() => expect([...made.campaign.decisions.values()].map((one) => one.reason)).toEqual(['受汛情影响']));
  });

  test('cannot be signed by the office', async () => {
    county('office', '2026-12-02', publish);
    openDoor('/consequences');
    expect((await screen.findAllByText(/由领导小组组长签发/)).length).toBeGreaterThan(0);
    noButton('签发');
  });
});
