import type { Page } from '@playwright/test';
import { adopt, cutNetwork, expect, recordsOf, test } from './inspect-phone.ts';
import { failQuestion, handIn } from './inspector.ts';
import { townPlan } from './town.ts';

const site = '东街门面段';

/** Presses 立即发送, unless the phone has begun or is done by itself. */
const sendNow = async (page: Page): Promise<void> => {
  const button = page.getByRole('button', { name: '立即发送（1 条）' });
  await button
    .or(page.getByRole('heading', { name: /已送达/ }))
    .first()
    .waitFor();
  if (await button.isVisible()) await button.click({ timeout: 2000 }).catch(() => undefined);
};

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

test('a gateway that answers 200 with its own page is no receipt', async ({ town, hand }) => {
  const phone = await hand('jia');
  const { page, line } = phone;
  await page.getByRole('link', { name: site }).click();
  line.weather = 'gateway';
  await handIn(page);
  await page.getByRole('link', { name: /^发件箱/ }).click();
  await sendNow(page);
  await expect(page.getByText('上次没有连上服务器')).toBeVisible();
  await expect(page.getByRole('heading', { name: /待发送/ })).toBeVisible();
  expect(await recordsOf(town, site)).toEqual([]);

  line.weather = 'fine';
  await sendNow(page);
  await expect(page.getByRole('heading', { name: /已送达/ })).toBeVisible();
  expect(await recordsOf(town, site)).toHaveLength(1);
});

test('an answer lost after the server took the record does not make it twice', async ({ town, hand }) => {
  const phone = await hand('jia');
  const { page, line } = phone;
  await page.getByRole('link', { name: site }).click();
  line.weather = 'answer-lost';
  await handIn(page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
  await expect(page.getByText('1 条待发送').first()).toBeVisible();
  line.weather = 'fine';
  await page.getByRole('link', { name: /^发件箱/ }).click();
  await sendNow(page);
  await expect(page.getByRole('heading', { name: /已送达/ })).toBeVisible();
  expect(await recordsOf(town, site)).toHaveLength(1);
});

test('a photo over a line that breaks goes on where it broke', async ({ town, hand }) => {
  const phone = await hand('jia');
  const { page, line } = phone;
  await page.getByRole('link', { name: site }).click();
  await failQuestion(page, '门前干净', { photo: 'ground' });
  line.weather = { cutAfter: 4000 };
  await handIn(page);
  await page.getByRole('link', { name: /^发件箱/ }).click();
  const delivered = page.getByRole('heading', { name: /已送达/ });
  for (let i = 0; i < 20 && !(await delivered.isVisible()); i++) await sendNow(page);
  await expect(delivered).toBeVisible();
  const [record] = await recordsOf(town, site);
  const reader = await town.visit({}, 'bangongshi');
  const shown = await reader.context().request.get(`/api/campaigns/${town.campaign}/photos/${record?.answers['门前干净']?.photos?.[0]}`);
  expect(shown.ok()).toBe(true);
  expect((await shown.body()).length).toBeGreaterThan(8000);
});

test('a checklist opened on version 1 is finished and taken on version 1 after version 2 came out', async ({ town, hand }) => {
  const phone = await hand('jia');
  const { page } = phone;
  await page.getByRole('link', { name: site }).click();
  await page.getByRole('article', { name: '路灯亮' }).getByRole('radio', { name: '合格', exact: true }).check();
  await page.getByRole('link', { name: '返回' }).click();
  await expect(page.getByText(/草稿 1\/6/)).toBeVisible();

  const plan = await townPlan();
  const checklists = plan.checklists.map((list) => (list.name === '门前三包检查表' ? { ...list, items: list.items.slice(0, 3) } : list));
  await adopt(town, { ...plan, checklists });
  await page.getByRole('button', { name: '更新任务' }).click();
  await expect.poll(() => page.evaluate(() => navigator.onLine)).toBe(true);
  await page.getByRole('link', { name: new RegExp(site) }).click();
  await expect(page.getByText('这份检查表是按第 1 版打开的')).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(6);
  await handIn(page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
  const [record] = await recordsOf(town, site);
  expect(Object.keys(record?.answers ?? {})).toHaveLength(6);
  const versions = await town.ask((c) => c.versions.map((v) => v.plan.hash));
  expect(record?.plan).toBe(versions[0]);
  expect(versions).toHaveLength(2);
});

test('two inspectors, one duty, both without a network: both records are kept', async ({ town, hand }) => {
  const [jia, yi] = [await hand('jia'), await hand('yi')];
  for (const phone of [jia, yi]) {
    await cutNetwork(phone, true);
    const page = await phone.reopen();
    await page.getByRole('link', { name: site }).click();
    await handIn(page);
    await expect(page.getByText('离线 · 1 条待发送').first()).toBeVisible();
  }
  for (const phone of [jia, yi]) {
    await cutNetwork(phone, false);
    await expect(phone.page.getByText('全部已送达').first()).toBeVisible({ timeout: 20_000 });
  }
  expect((await recordsOf(town, site)).map((r) => r.by.name)).toEqual(['检查员甲', '检查员乙']);
});

/** Changes an item in the phone's memory behind the app's back; `change` is run in the page. */
const tamper = (page: Page, change: (item: { body: string; state: string }) => object): Promise<void> =>
  page.evaluate(async (source) => {
    const changed = new Function('item', `return (${source})(item)`) as (item: unknown) => object;
    const open = indexedDB.open('xiuhua-inspect');
    const db = await new Promise<IDBDatabase>((resolve) => (open.onsuccess = () => resolve(open.result)));
    const store = db.transaction('outbox', 'readwrite').objectStore('outbox');
    const [first] = await new Promise<object[]>((resolve) => (store.getAll().onsuccess = (e) => resolve((e.target as IDBRequest).result)));
    store.put(changed(first));
    await new Promise((resolve) => (store.transaction.oncomplete = resolve));
    db.close();
  }, change.toString());

test('the same number with other content: both are kept, and the phone says so', async ({ town, hand }) => {
  const phone = await hand('jia');
  await phone.page.getByRole('link', { name: site }).click();
  await handIn(phone.page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
  await expect(phone.page.getByText('全部已送达').first()).toBeVisible();
  await tamper(phone.page, (item) => ({ ...item, state: 'waiting', receipt: null, body: item.body.replace('"pass"', '"not-applicable"') }));
  const page = await phone.reopen('#/outbox');
  await expect(page.getByText('两份都已保留，由办公室决定用哪一份')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('1 条需处理').first()).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText('全部已送达').first()).toBeVisible();
  const [record] = await recordsOf(town, site);
  expect(record?.conflicts).toHaveLength(1);
  expect(Object.values(record?.answers ?? {}).every((a) => a.result === 'pass')).toBe(true);
});

test('a record the server refuses stays in sight, does not hold up the next, and can be filled again', async ({ town, hand }) => {
  const phone = await hand('jia');
  await cutNetwork(phone, true);
  const page = await phone.reopen();
  await page.getByRole('link', { name: site }).click();
  await handIn(page);
  await page.getByRole('link', { name: '西街门面段' }).click();
  await handIn(page);
  await expect(page.getByText('离线 · 2 条待发送').first()).toBeVisible();
  // A fault of the phone's memory: the answer to one question is gone from the first record.
  await tamper(page, (item) => {
    const command = JSON.parse(item.body) as { answers: Record<string, unknown> };
    delete command.answers['路灯亮'];
    return { ...item, body: JSON.stringify(command) };
  });
  await cutNetwork(phone, false);
  await expect(page.getByText('1 条需处理').first()).toBeVisible({ timeout: 20_000 });
  expect(await recordsOf(town, '西街门面段')).toHaveLength(1);

  await page.getByRole('link', { name: /^发件箱/ }).click();
  await expect(page.getByText('服务器没有收下：')).toBeVisible();
  await page.getByRole('button', { name: '改成草稿重填' }).click();
  await page.getByRole('button', { name: /^提交/ }).click();
  await page.getByRole('button', { name: /路灯亮.*未作答/ }).click();
  await expect(page.getByRole('article', { name: '路灯亮' }).getByRole('radio').first()).toBeFocused();
  await handIn(page);
  await expect.poll(async () => (await recordsOf(town, site)).length).toBe(1);
});
