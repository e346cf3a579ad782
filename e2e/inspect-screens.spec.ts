import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { adopt, cutNetwork, expect, test } from './inspect-phone.ts';
import { failQuestion } from './inspector.ts';
import { phone, townPlan } from './town.ts';

const site = '东街门面段';

test.beforeEach(async ({ town }) => {
  await town.adopt();
  town.setTime('2026-11-02', '09:30');
});

const looks: Readonly<Record<string, BrowserContextOptions & { readonly large?: boolean; readonly language?: string }>> = {
  'a phone': phone,
  'a phone at night': { ...phone, colorScheme: 'dark' },
  'a narrow phone with large letters': { ...phone, viewport: { width: 320, height: 640 }, large: true },
  'a narrow phone in English with large letters at night': {
    ...phone,
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
    large: true,
    language: 'en',
  },
  'a desk': { viewport: { width: 1440, height: 900 } },
};

/** Readable by all, nothing cut off sideways, and every target large enough for a cold finger. */
const judge = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.target.join(' ')).join(' | ')}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, main a, nav a, .answers label, .choice label, label.button, input:not([type=radio], [type=checkbox], [type=file]), select',
      ),
    ]
      .map((e) => ({ name: e.textContent || e.className, height: e.getBoundingClientRect().height }))
      .filter(({ height }) => height > 0 && height < 47.5),
  );
  expect(small).toEqual([]);
};

for (const [name, { large, language, ...options }] of Object.entries(looks))
  test(`every screen can be read and reached on ${name}`, async ({ hand }) => {
    const held = await hand('jia', options);
    await held.context.addInitScript(
      ([size, words]) => {
        localStorage.setItem('xiuhua.inspect.size', size ?? '');
        localStorage.setItem('xiuhua.language', words ?? '');
      },
      [large ? 'large' : 'normal', language ?? 'zh'],
    );
    const page = await held.reopen();
    await expect(page.getByRole('link', { name: site })).toBeVisible();
    await judge(page);
    await page.getByRole('link', { name: site }).click();
    await expect(page.getByRole('article')).toHaveCount(6);
    const first = page.getByRole('article').first();
    await first.getByRole('radio').nth(1).check();
    await judge(page);
    await page.locator('.submit-bar .primary').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await judge(page);
    await page.keyboard.press('Escape');
    await cutNetwork(held, true);
    for (const hash of ['#/outbox', '#/settings']) {
      await page.evaluate((to) => location.assign(to), hash);
      await expect(page.getByRole('navigation')).toBeVisible();
      await judge(page);
    }
  });

test('submit says what is missing and leads there; the score runs along', async ({ hand }) => {
  const { page } = await hand('jia');
  await page.getByRole('link', { name: site }).click();
  await failQuestion(page, '物品不出卷帘门', { spots: 5 });
  await expect(page.getByRole('article', { name: '物品不出卷帘门' }).getByText('扣 2 分', { exact: true })).toBeVisible();
  await page.getByRole('article', { name: '门前干净' }).getByRole('radio', { name: '不合格', exact: true }).check();
  await page.getByRole('button', { name: '提交 · 扣 2.5 分' }).click();
  const gaps = page.getByRole('dialog', { name: '还差 6 项' });
  await expect(gaps.getByRole('button', { name: /物品不出卷帘门.*需要照片/ })).toBeVisible();
  await gaps.getByRole('button', { name: /路灯亮.*未作答/ }).click();
  await expect(page.getByRole('article', { name: '路灯亮' }).getByRole('radio').first()).toBeFocused();
  await expect(page.getByRole('article', { name: '路灯亮' })).toBeInViewport();
});

test('其余全部合格 can be taken back in one press', async ({ hand }) => {
  const { page } = await hand('jia');
  await page.getByRole('link', { name: site }).click();
  await page.getByRole('article', { name: '门前干净' }).getByRole('radio', { name: '不适用', exact: true }).check();
  await page.getByRole('button', { name: '其余全部合格' }).click();
  await expect(page.getByRole('radio', { name: '合格', exact: true, checked: true })).toHaveCount(5);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1);
});

test('a checklist with every kind of question and a condition is asked, answered and taken', async ({ town, hand }) => {
  const plan = await townPlan();
  const task = '镇容秩序专项整治';
  const items = [
    { name: '有公示牌', answer: 'yes-no', fails: 'is no', task, points: 1 },
    { name: '公示牌破损处', answer: 'count', asked: { '==': [{ var: '有公示牌' }, true] } },
    { name: '人行道宽', answer: 'number', measure: '米', decimals: 1, least: 0, greatest: 20 },
    { name: '路面材料', answer: 'choice', choices: ['沥青', '水泥', '砖'] },
    { name: '占用物', answer: 'several', choices: ['摊点', '车辆', '建材'], optional: true },
    { name: '商户意见', answer: 'text', optional: true },
    { name: '上次清扫', answer: 'date' },
    { name: '门头全景', answer: 'photo' },
    { name: '商户签名', answer: 'signature' },
    {
      name: '问题商户',
      answer: 'table',
      columns: [
        { name: '店名', answer: 'text' },
        { name: '处数', answer: 'count' },
      ],
    },
  ];
  const checklists = plan.checklists.map((list) => (list.name === '门前三包检查表' ? { ...list, items } : list));
  await adopt(town, { ...plan, checklists } as never);
  const held = await hand('jia');
  const { page } = held;
  const card = (name: string) => page.getByRole('article', { name });
  await page.getByRole('link', { name: site }).click();
  await expect(card('公示牌破损处')).toHaveCount(0);
  await card('有公示牌').getByRole('radio', { name: '是' }).check();
  await card('公示牌破损处').getByRole('button', { name: '加一' }).click();
  await card('人行道宽').getByRole('textbox').fill('25');
  await expect(card('人行道宽').getByText('应在 0 到 20 之间')).toBeVisible();
  await card('人行道宽').getByRole('textbox').fill('2.5');
  await card('路面材料').getByRole('radio', { name: '砖' }).check();
  await card('占用物').getByRole('checkbox', { name: '车辆' }).check();
  await card('上次清扫').getByLabel('上次清扫').fill('2026-11-01');
  await card('门头全景')
    .locator('input[type=file]')
    .first()
    .setInputFiles((await import('./inspector.ts')).photo('front'));
  const pad = card('商户签名').getByRole('img', { name: '请在框内签名' });
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 30, (box?.y ?? 0) + 30);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 150, (box?.y ?? 0) + 60);
  await page.mouse.up();
  await card('商户签名').getByRole('button', { name: '签好了' }).click();
  await expect(card('商户签名').getByRole('img', { name: '签名', exact: true })).toBeVisible();
  await card('问题商户').getByRole('button', { name: '加一行' }).click();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await expect(page.getByRole('button', { name: /问题商户.*没有填完整/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await card('问题商户').getByRole('textbox', { name: '店名' }).fill('老街面馆');
  await card('问题商户').getByRole('textbox', { name: '处数' }).fill('2');
  await judge(page);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.getByRole('button', { name: '提交检查结果' }).click();
  await expect.poll(() => town.ask((c) => c.submissions.size), { timeout: 20_000 }).toBe(1);
  const [record] = await town.ask((c) => [...c.submissions.values()]);
  const value = (name: string) => record?.answers[name]?.value;
  expect(['有公示牌', '公示牌破损处', '人行道宽', '路面材料', '占用物', '上次清扫', '问题商户'].map(value)).toEqual([
    true,
    1,
    2.5,
    '砖',
    ['车辆'],
    '2026-11-01',
    [{ 店名: '老街面馆', 处数: 2 }],
  ]);
  expect(record?.answers['商户签名']?.photos).toEqual([value('商户签名')]);
  expect(record?.answers['商户意见']).toBeUndefined();
});
