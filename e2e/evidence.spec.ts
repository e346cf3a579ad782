import type { Browser, Page } from '@playwright/test';
import { addDays, type SessionView } from '@xiuhua/engine';
import { type Demo, test } from './demo.ts';
import { kindOf, numbersOn, type Shown, Walk } from './evidence.ts';
import { desk, expect } from './town.ts';

/** Numbers that honestly open nothing, and why. */
const exceptions: readonly (readonly [RegExp, because: string])[] = [
  [/^每针 \d+ 天$/, 'the scale of a drawing'],
  [/^少失下面 \d+ 条记录的分/, 'the records are listed right below, each with its link'],
];

const passwords = { zuzhang: 'lingdao', xianban: 'xianban', xianguanban: 'xianguanban' };

/** A page of somebody who oversees a campaign of the demo, and where its board is. */
const enter = async ({ browser, demo }: { readonly browser: Browser; readonly demo: Demo }, login: keyof typeof passwords) => {
  const context = await browser.newContext({ ...desk, baseURL: demo.address, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const data = { login, password: passwords[login] };
  const answer = await context.request.post('/api/session', { data, headers: { origin: demo.address } });
  const session = (await answer.json()) as SessionView;
  return { page: await context.newPage(), board: `/lead/${session.campaigns[0]?.id}`, today: session.today };
};

const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.ant-spin-spinning, .ant-skeleton')).toHaveCount(0);
};

/** Every number on the page opens something; what they open. */
const allOpen = async (page: Page): Promise<readonly Shown[]> => {
  await settle(page);
  const numbers = await numbersOn(page);
  const closed = numbers.filter(({ text, opens }) => opens === undefined && !exceptions.some(([except]) => except.test(text)));
  expect(
    closed.map(({ text }) => text),
    `numbers that open nothing on ${page.url()}`,
  ).toEqual([]);
  return numbers.filter(({ opens }) => opens?.startsWith('/'));
};

/** The first number written in a text that counts something: neither a day nor an age. */
const amountIn = (text: string): number =>
  Number(/\d+/.exec(text.replaceAll(/\d+月\d+日|\d+—\d+ 天|超过 \d+ 天|已 \d+ 天|还剩 \d+ 天/g, ''))?.[0] ?? Number.NaN);

/** The number that a list says it holds, at the choice that is made above it. */
const listHolds = async (page: Page, text: string): Promise<void> => {
  const chosen = page.locator('main .ant-segmented-item-selected').first();
  await expect(chosen).toBeVisible();
  const amount = amountIn(text);
  if (!Number.isNaN(amount)) await expect(chosen, `the list behind “${text}”`).toHaveText(new RegExp(`\\D${amount}$`));
};

/** A list holds exactly as many rows as the number said; the first of them is opened. */
const opensRows = async (walk: Walk, page: Page, text: string): Promise<number> => {
  await listHolds(page, text);
  const rows = page.locator('main ul > li').filter({ has: page.locator('[class*=row]') });
  if (amountIn(text) === 0) {
    await expect(rows).toHaveCount(0);
    return 0;
  }
  await expect(rows.first()).toBeVisible();
  const record = rows.first().locator('a[href]');
  if ((await record.count()) > 0) {
    await walk.press(record.first());
    return walk.seesRecord();
  }
  // What was not done has no record: its row says which, whose and until when, and the clause that asks for it.
  await expect(rows.first().locator('[data-clause]')).toBeVisible();
  return 0;
};

/** The tree of reasons: a leaf, behind one fold at most, leads to the visit; points nobody lost rest on the clause alone. */
const opensReasons = async (walk: Walk, page: Page): Promise<number> => {
  const reasons = page.getByRole('dialog');
  await expect(reasons.getByText(/各项相加.*一致/)).toBeVisible();
  await expect(reasons.locator('[data-clause]').first()).toBeVisible();
  const leaf = reasons.getByRole('link', { name: '检查记录' });
  if ((await leaf.count()) === 0) return 0;
  if (!(await leaf.first().isVisible()))
    await walk.press(reasons.locator('details:not([open]) > summary', { has: page.locator(':visible') }).first());
  await walk.press(leaf.filter({ visible: true }).first());
  return walk.seesRecord();
};

/** Cards, one for each of what the number counts. */
const cards = async (page: Page, text: string, card: string): Promise<void> => {
  const amount = amountIn(text);
  if (!Number.isNaN(amount)) await expect(page.locator(`main ${card}`), `what is behind “${text}”`).toHaveCount(amount);
};

/** From what a number opened to its evidence; how many photos stand there. */
const roads: Readonly<Record<string, (walk: Walk, page: Page, text: string) => Promise<number>>> = {
  findings: opensRows,
  duties: opensRows,
  rankings: opensReasons,
  milestones: async (_, page, text) => {
    const asked = new URL(page.url()).searchParams.get('state');
    await expect(page.locator('main section [data-clause]').first()).toBeVisible();
    if (asked === 'waiting') await expect(page.getByText(/待确认/).first()).toBeVisible();
    else if (asked !== null) await cards(page, text, 'li[id^="milestone "]');
    if (asked === 'reached') await expect(page.getByText(/完成 · .+报告/).first()).toBeVisible();
    return 0;
  },
  indicators: async (walk, page, text) => {
    const chosen = page.locator('article[data-open=true]');
    if (!new URL(page.url()).searchParams.has('indicator')) {
      await cards(page, text, 'article');
      await expect(page.locator('article header [data-clause]').first()).toBeVisible();
      return 0;
    }
    await expect(chosen.locator('header [data-clause]')).toBeVisible();
    // Nothing has been reported: the number is what the plan asks for, and its clause all there is.
    if (text.includes('还没有数据')) return 0;
    const record = chosen.locator('a[href*="/findings/"], a[href*="/visits/"]').first();
    await expect(record.or(chosen.getByText(/\S 填报 /).first())).toBeVisible();
    if ((await record.count()) === 0) return 0;
    await walk.press(record);
    return walk.seesRecord();
  },
  consequences: async (walk, page, text) => {
    await cards(page, text, 'li:has(h2)');
    if (amountIn(text) === 0) return 0;
    await expect(page.locator('main li [data-clause]').first()).toBeVisible();
    await walk.press(page.locator('main ol a[href*="/rankings?"]').first());
    await expect(page.getByRole('dialog').getByText(/各项相加.*一致/)).toBeVisible();
    return 0;
  },
  appeals: async (walk, page, text) => {
    await cards(page, text, 'li:has(h2)');
    await walk.press(page.locator('main li a[href*="/findings/"]').first());
    return walk.seesRecord();
  },
  lower: async (_, page, text) => {
    await cards(page, text, new URL(page.url()).searchParams.has('of') ? 'details[open] ol > li' : 'section[id]');
    return 0;
  },
  versions: async (_, page) => {
    await expect(page.getByText(/第 \d 版/).first()).toBeVisible();
    return 0;
  },
};

/** Kinds that were followed on another board: once is enough, save for inspections, which three years have very many of. */
const followed = new Set<string>();

/** Follows one number of each kind down to its evidence; how many photos were seen in all. */
const follow = async (page: Page, board: string, numbers: readonly Shown[]): Promise<number> => {
  const kinds = new Map<string, Shown>();
  for (const number of numbers) {
    const kind = kindOf(number.opens ?? '');
    const before = kinds.get(kind);
    // Of each kind the last that is not nothing: of a ranking that is the unit which lost most.
    if (!followed.has(kind) && (!before || amountIn(number.text) !== 0)) kinds.set(kind, number);
  }
  for (const kind of kinds.keys()) if (!kind.startsWith('duties')) followed.add(kind);
  let photos = 0;
  for (const [kind, { text, opens = '' }] of kinds)
    await test.step(`${kind}: ${text}`, async () => {
      const road = roads[kind.split(' ')[0] ?? ''];
      expect(road, `a way to the evidence of ${kind}`).toBeDefined();
      await page.goto(board);
      const walk = new Walk(page);
      await walk.press(page.locator(`main a[href="${opens}"]`).filter({ hasText: text }).first());
      photos += (await road?.(walk, page, text)) ?? 0;
    });
  return photos;
};

test('every number on the wall, of the units, of one unit and of a past day opens something, and the day stays in every address', async ({
  browser,
  demo,
}) => {
  const { page, board, today } = await enter({ browser, demo }, 'zuzhang');
  for (const place of ['/wall', '/units', `/units/${encodeURIComponent('小箐社区')}`]) {
    await page.goto(board + place);
    expect((await allOpen(page)).length, place).toBeGreaterThan(5);
  }
  const day = addDays(today, -20);
  await page.goto(`${board}?day=${day}`);
  const numbers = await allOpen(page);
  expect(numbers.length).toBeGreaterThan(12);
  const lost = numbers.filter(({ opens }) => opens?.startsWith('/lead/') && !opens.includes(`day=${day}`));
  expect(lost.map(({ text }) => text)).toEqual([]);
  const past = async () => {
    await expect(page).toHaveURL(new RegExp(`day=${day}`));
    await expect(page.getByRole('status').getByText(/您看到的是/)).toBeVisible();
  };
  await page.locator('main a[href*="/rankings?"][href*="unit="]').last().click();
  await past();
  const leaf = page.getByRole('dialog').getByRole('link', { name: '检查记录' }).first();
  await expect(leaf).toHaveAttribute('href', new RegExp(`/visits/.*day=${day}`));
  await page.goto((await leaf.getAttribute('href')) ?? '');
  await past();
  await new Walk(page).seesRecord();
  await page.context().close();
});

test('the keyboard alone goes from a number to the photo in full size', async ({ browser, demo }) => {
  const { page, board } = await enter({ browser, demo }, 'zuzhang');
  await page.goto(board);
  await settle(page);
  /** Moves on with Tab until what has the focus is what is meant, then presses Enter. */
  const choose = async (what: string): Promise<void> => {
    for (let tab = 0; tab < 150; tab++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, what)) return page.keyboard.press('Enter');
    }
    throw new Error(`Tab does not come to ${what}`);
  };
  await choose('main a[href*="/findings?"][href*="state=replied"]');
  await expect(page.locator('main a[href*="/findings/"]').first()).toBeVisible();
  await choose('main a[href*="/findings/"]');
  await new Walk(page).seesRecord();
  await choose('main figure *');
  await expect(page.locator('.ant-image-preview img')).toBeVisible();
  await page.context().close();
});

for (const [login, whose, most] of [
  ['zuzhang', 'a town', 10],
  ['xianban', 'a county above its towns', 0],
  ['xianguanban', 'a three-year action', 0],
] as const)
  test(`every number on the board of ${whose} opens its evidence in at most three presses`, async ({ browser, demo }) => {
    test.setTimeout(180_000);
    const { page, board } = await enter({ browser, demo }, login);
    await page.goto(board);
    const numbers = await allOpen(page);
    expect(numbers.length).toBeGreaterThan(12);
    expect(await follow(page, board, numbers)).toBeGreaterThanOrEqual(most);
    await page.context().close();
  });
