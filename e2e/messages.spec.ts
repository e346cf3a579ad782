import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dutiesOf, sha256 } from '@xiuhua/engine';
import { readSettings, type Settings } from '@xiuhua/server';
import { pngOf } from '../packages/server/src/app/pictures.fixture.ts';
import { runOutbox } from '../packages/server/src/work/outbox.ts';
import { test as base, desk, expect, phone, type Town } from './town.ts';

/** What the peer heard. */
const heard: string[] = [];

/** A town whose server may send to one host, for which a peer on this machine stands in. */
const test = base.extend<{ settings: Partial<Settings> }>({
  settings: async ({ browserName: _ }, use) => {
    const peer: Server = createServer((request, reply) => {
      request.setEncoding('utf8').on('data', (part: string) => heard.push(part));
      request.on('end', () => reply.end('{"errcode":0,"errmsg":"ok"}'));
    });
    await new Promise<void>((resolve) => peer.listen(0, '127.0.0.1', resolve));
    const { port } = peer.address() as AddressInfo;
    await use({ webhookHosts: ['qyapi.weixin.qq.com'], webhookPeer: { address: `http://127.0.0.1:${port}`, timeout: 5000 } });
    peer.close();
  },
});

const site = '东街门面段';

/** An inspector finds something wrong, which goes to the unit at once. */
const inspect = async (town: Town): Promise<void> => {
  const jia = town.actor('jia');
  const photo = Buffer.from(pngOf('before'));
  const name = { campaign: town.campaign, hash: sha256(photo) };
  await town.work.photos.begin(name, { account: jia.account, size: photo.length });
  await town.work.photos.append(name, 0, Readable.from([photo]));
  const command = await town.ask(({ versions }) => {
    const plan = versions.at(-1)?.plan;
    const duty = plan && dutiesOf(plan, '2026-11-02', '2026-11-02').find((one) => one.site === site && one.checklist === '门前三包检查表');
    if (!plan || !duty) throw new Error('no such duty');
    const items = [...(plan.checklists.get(duty.checklist)?.items.keys() ?? [])];
    const answers = Object.fromEntries(
      items.map((item) => [item, item === '门前干净' ? { result: 'fail' as const, photos: [name.hash] } : { result: 'pass' as const }]),
    );
    return { type: 'SubmitChecklist', submission: 'visit-0001', plan: plan.hash, duty: duty.id, filledAt: town.now(), answers } as const;
  });
  const taken = await town.work.book.submit(town.campaign, { by: jia, command });
  if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
};

const judge = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)).toEqual([]);
};

test('a finding is told to its unit, opened and read; the office sees it go out to the chat; who looks as the unit can do nothing', async ({
  town,
  settings,
}) => {
  test.setTimeout(120_000);
  await town.adopt();
  town.setTime('2026-11-02', '09:00');
  const office = await town.visit(desk, 'bangongshi');
  await office.goto(`/lead/${town.campaign}/outbox`);
  await expect(office.getByText('还没有群机器人')).toBeVisible();
  await office.getByRole('button', { name: '添加群机器人' }).click();
  await office.getByLabel('名称').fill('整治工作群');
  await office.getByLabel('机器人地址').fill('https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abcd-1234');
  await office.getByRole('button', { name: /^添\s?加$/ }).click();
  await expect(office.getByText('qyapi.weixin.qq.com …1234')).toBeVisible();
  town.setTime('2026-11-02', '10:00');
  await inspect(town);

  const unit = await town.visit(phone, 'shequ');
  await unit.goto(`/lead/${town.campaign}`);
  await unit.getByRole('button', { name: '消息，2 条未读' }).click();
  await judge(unit);
  await unit.getByRole('button', { name: /派发问题/ }).click();
  await expect(unit).toHaveURL(/\/findings\/visit-0001/);
  await expect(unit.getByRole('button', { name: '消息，1 条未读' })).toBeVisible();

  await runOutbox(town.work, { ...readSettings({}), ...settings });
  await office.reload();
  await expect(office.getByText('已发送', { exact: true })).toBeVisible();
  expect(heard.join('')).toContain(`派发问题：${site} · 门前干净`);
  await judge(office);

  await office.getByRole('button', { name: /账号菜单/ }).click();
  await office.getByRole('menuitem', { name: '以他人身份查看' }).click();
  await expect(office.getByRole('dialog', { name: '以他人身份查看' })).toBeVisible();
  await office.getByRole('combobox', { name: '人员' }).click();
  await office.getByText('小箐社区经办人 · 小箐社区').click();
  await office.getByRole('button', { name: '以此人身份查看' }).click();
  await expect(office.getByText('办公室主任正在以“小箐社区经办人”的身份查看：只能看，不能办。')).toBeVisible();
  await office.goto(`/lead/${town.campaign}/findings`);
  await judge(office);
  await office.getByRole('button', { name: '退出查看' }).click();
  await expect(office.getByText('正在以')).toHaveCount(0);
  await office.goto(`/lead/${town.campaign}/log`);
  await office.getByRole('combobox', { name: '单位' }).click();
  await office.getByTitle('小箐社区').click();
  await expect(office.getByText('发现问题').first()).toBeVisible();
  await judge(office);

  const admin = await town.visit(desk, 'guanli');
  await admin.goto(`/lead/${town.campaign}/log?of=access`);
  await expect(admin.getByText('开始以他人身份查看').first()).toBeVisible();
  await judge(admin);
});
