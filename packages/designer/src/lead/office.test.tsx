import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
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

const county = (me: keyof typeof people, today: string, live: (county: County) => void = () => undefined): County => {
  const made = new County();
  made.inspect(visit);
  live(made);
  made.me = people[me];
  made.today = today;
  server.use(...made.handlers());
  return made;
};

const button = async (name: string) => (await screen.findByText(name, { selector: 'button span' })).closest('button') as HTMLElement;
const dialog = () => waitFor(() => document.querySelector<HTMLElement>('[role="dialog"]') ?? Promise.reject(new Error('no dialog')));
const buttonIn = (place: HTMLElement, name: string) => within(place).getByText(name, { selector: 'button span' });
const write = (place: HTMLElement, label: RegExp, value: string) =>
  fireEvent.change(within(place).getByLabelText(label), { target: { value } });

const report = (made: County, numerator = 280) =>
  made.give(
    { type: 'ReportReading', indicator: '责任书签订率', period: '2026-11', numerator, denominator: 400, text: '', photos: [] },
    people.community,
    '2026-12-01',
  );
const publish = (made: County) =>
  made.give({ type: 'PublishStandings', ranking: '月度排名', period: '2026-11' }, people.office, '2026-12-01');

describe('a number of an indicator', () => {
  test('is not taken when it is no number, and says so in words', async () => {
    const made = county('community', '2026-12-02');
    openDoor('/indicators');
    fireEvent.click((await screen.findAllByText('填报', { selector: 'button span' }))[0] as HTMLElement);
    const form = await dialog();
    write(form, /分子/, 'abc');
    write(form, /分母/, '400');
    fireEvent.click(buttonIn(form, '提交核实'));
    expect(await within(form).findByText(/要填数字，如 96.5；现在是“abc”/)).toBeTruthy();
    write(form, /分子/, '1e400');
    fireEvent.click(buttonIn(form, '提交核实'));
    expect(await within(form).findByText(/太大，最多十亿/)).toBeTruthy();
    write(form, /分子/, '-3');
    fireEvent.click(buttonIn(form, '提交核实'));
    expect(await within(form).findByText(/不能是负数/)).toBeTruthy();
    expect(made.campaign.readings.size).toBe(0);
    write(form, /分子/, '280');
    fireEvent.click(buttonIn(form, '提交核实'));
    expect(await within(form).findByText('已逾期，请写明迟报的原因。')).toBeTruthy();
    write(form, /说明/, '汇总晚了一天');
    fireEvent.click(buttonIn(form, '提交核实'));
    await waitFor(() => expect(made.campaign.readings.size).toBe(1));
  });

  test('that lies far from last time says so to the office, until it is confirmed', async () => {
    county('office', '2026-12-02', (made) => {
      const october = { indicator: '责任书签订率', period: '2026-10', numerator: 100, denominator: 400, text: '补报', photos: [] };
      made.give({ type: 'ReportReading', ...october }, people.community, '2026-12-01');
      report(made);
    });
    openDoor('/indicators');
    const said = '与上期（2026年10月 25.0 % (100/400)）相差 180%，请核对后再核实。';
    expect(await screen.findByText(said)).toBeTruthy();
    fireEvent.click((await screen.findAllByText('核实无误，锁定', { selector: 'button span' }))[0] as HTMLElement);
    await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  });

  test('is confirmed by the office and locked, or returned with a reason', async () => {
    const made = county('office', '2026-12-02', report);
    openDoor('/indicators');
    fireEvent.click(await button('退回'));
    const form = await dialog();
    fireEvent.click(buttonIn(form, '退回'));
    expect(await within(form).findByText('请写明退回的理由。')).toBeTruthy();
    expect([...made.campaign.readings.values()][0]?.state).toBe('reported');
    write(form, /退回理由/, '台账是 270 户');
    fireEvent.click(buttonIn(form, '退回'));
    await waitFor(() => expect([...made.campaign.readings.values()][0]?.state).toBe('returned'));
  });

  test('shows where the pace leads, in words', async () => {
    county('leader', '2026-12-02', report);
    openDoor('/indicators');
    expect((await screen.findAllByText(/照此进度 1月\d+日 周. 达到|照此进度/)).length).toBeGreaterThan(0);
    expect(screen.queryByText('核实无误，锁定')).toBeNull();
  });
});

describe('an appeal', () => {
  test('shows its effect on every rank before it is decided, and is decided with a reason', async () => {
    const made = county('leader', '2026-12-03', (live) => {
      publish(live);
      const findings = [...live.campaign.findings.keys()].slice(0, 1);
      live.give(
        { type: 'OpenAppeal', ranking: '月度排名', period: '2026-11', text: '照片是隔壁', photos: [], findings },
        people.community,
        '2026-12-02',
      );
    });
    openDoor('/appeals');
    expect(await screen.findByText('若成立并更正，名次和得分的变化')).toBeTruthy();
    expect(screen.getAllByText('小箐社区').length).toBeGreaterThan(0);
    fireEvent.click(await button('申诉成立'));
    const form = await dialog();
    fireEvent.click(buttonIn(form, '申诉成立'));
    expect(await within(form).findByText('请写明裁决的理由。')).toBeTruthy();
    write(form, /裁决理由/, '属实');
    fireEvent.click(buttonIn(form, '申诉成立'));
    await waitFor(() => expect([...made.campaign.appeals.values()][0]?.state).toBe('upheld'));
  });

  test('is opened by the unit itself, against records of its own', async () => {
    const made = county('community', '2026-12-02', publish);
    openDoor('/rankings?ranking=月度排名&period=2026-11&unit=小箐社区');
    fireEvent.click(await button('对这一结果申诉'));
    const form = await waitFor(() => document.querySelector<HTMLElement>('.ant-modal') ?? Promise.reject(new Error('no form')));
    fireEvent.click((await within(form).findAllByRole('checkbox'))[0] as HTMLElement);
    write(form, /申诉理由/, '照片是隔壁');
    fireEvent.click(buttonIn(form, '提交申诉'));
    await waitFor(() => expect([...made.campaign.appeals.values()][0]?.findings).toHaveLength(1));
  });
});

describe('progress', () => {
  test('of a milestone is reported by a unit and reached once the office confirms it', async () => {
    const made = county('village', '2026-12-02');
    openDoor('/milestones');
    fireEvent.click((await screen.findAllByText('填报进展', { selector: 'button span' }))[0] as HTMLElement);
    const form = await dialog();
    fireEvent.click(buttonIn(form, '提交确认'));
    expect(await within(form).findByText('请写明做到了哪一步。')).toBeTruthy();
    write(form, /做到了哪一步/, '清单已列');
    fireEvent.click(buttonIn(form, '提交确认'));
    await waitFor(() => expect(made.campaign.progress.size).toBe(1));
  });
});

describe('closing a period', () => {
  test('names who is missing and what a late record would change', async () => {
    county('office', '2026-12-02');
    openDoor('/rankings?ranking=月度排名&period=2026-11');
    expect(await screen.findByText('结账前')).toBeTruthy();
    fireEvent.click(await screen.findByText(/没有做的检查 \d+ 次/));
    expect((await screen.findAllByText(/补查后参加排名|补查合格不变|名次也不变/)).length).toBeGreaterThan(0);
    expect(screen.getByText('名次有多大的偶然性')).toBeTruthy();
  });
});

test('the log says whether it is whole', async () => {
  county('leader', '2026-12-02');
  openDoor('/log');
  fireEvent.click(await button('核对记录是否完整'));
  expect(await screen.findByText(/记录完整：\d+ 条首尾相扣/)).toBeTruthy();
});

test('a past day is shown on the pages opened from the board too, and nothing can be done there', async () => {
  county('office', '2026-12-02', report);
  openDoor('/indicators?day=2026-11-20');
  expect(await screen.findByText(/您看到的是 11月20日 周五 当天的情形/)).toBeTruthy();
  fireEvent.click(screen.getByText('考核排名', { selector: 'a' }));
  expect(await screen.findByText(/您看到的是 11月20日/)).toBeTruthy();
  fireEvent.click(await button('回到今天'));
  await waitFor(() => expect(screen.queryByText(/您看到的是 11月20日/)).toBeNull());
});

test('on a past day the line of time marks that day, and does not call it today', async () => {
  county('office', '2026-12-02', report);
  openDoor('/milestones?day=2026-11-20');
  expect(await screen.findByText('截至 11月20日')).toBeTruthy();
  expect(screen.queryByText('今天', { selector: 'text' })).toBeNull();
});

test('no form is offered on a past day, where today there is one', async () => {
  county('office', '2026-11-05', (live) =>
    live.give({ type: 'ReplyRectification', finding: `${visit}/0`, text: '已收进店内', photos: [photo] }, people.community, '2026-11-04'),
  );
  const address = `/findings/${encodeURIComponent(`${visit}/0`)}`;
  openDoor(`${address}?day=2026-11-04`);
  await screen.findByText(/您看到的是 11月4日 周三 当天的情形/);
  expect((await screen.findAllByText('已收进店内')).length).toBeGreaterThan(0);
  expect(screen.queryByText('核查合格，结案', { selector: 'button span' })).toBeNull();
  fireEvent.click(await button('回到今天'));
  expect(await button('核查合格，结案')).toBeTruthy();
});

describe('a campaign that was closed', () => {
  test('says so at the head of the board and of the wall, in place of the days left', async () => {
    const after = '2027-07-01';
    county('office', after, (made) => made.give({ type: 'CloseCampaign', reason: '任务完成' }, people.office, after));
    const board = openDoor('/');
    expect(await screen.findByText('结束时所处阶段', { exact: false })).toBeTruthy();
    expect(await screen.findByText('行动已于 7月1日 周四 结束')).toBeTruthy();
    expect(screen.getAllByText('结束时未完成').length).toBeGreaterThan(0);
    expect(screen.queryByText('逾期未完成')).toBeNull();
    board.unmount();
    openDoor('/wall');
    expect(await screen.findByText('行动已于 7月1日 周四 结束')).toBeTruthy();
  });

  test('lists what was not done as unfinished at its end, with nothing left to report', async () => {
    const after = '2027-07-01';
    const end = (made: County) => made.give({ type: 'CloseCampaign', reason: '任务完成' }, people.office, after);
    county('office', after, end);
    const milestones = openDoor('/milestones');
    expect((await screen.findAllByText('结束时未完成')).length).toBeGreaterThan(0);
    expect(screen.getAllByText(/行动已于 .* 结束/).length).toBeGreaterThan(0);
    expect(screen.queryByText('报告完成')).toBeNull();
    expect(screen.queryByText('已逾期')).toBeNull();
    milestones.unmount();
    openDoor('/indicators');
    const list = await screen.findByText('结束时未填报');
    expect(screen.getAllByText(/行动已于 .* 结束，没有填报/).length).toBeGreaterThan(0);
    expect(within(list.closest('section') as HTMLElement).queryByText('填报')).toBeNull();
  });
});
