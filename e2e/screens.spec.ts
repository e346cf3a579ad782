import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { addDays } from '@xiuhua/engine';
import { type Demo, test } from './demo.ts';
import { desk, phone } from './town.ts';

test.describe.configure({ mode: 'parallel' });

/** Screens of the demo county: whose, and where. `:c` is the campaign, `:f` a finding, `:v` a visit, `:u` a unit, `:d` a past day, `:m` a meeting. */
const screens: Readonly<Record<string, readonly string[]>> = {
  '': ['/'],
  office: ['/lead/:c/messages', '/lead/:c/outbox', '/', '/design/', '/design/:c', '/design/:c/try', '/design/:c/people'],
  jiancha1: ['/inspect/', '/inspect/#/outbox', '/inspect/#/settings', '/inspect/#/messages'],
  zuzhang: [
    '/lead/:c',
    '/lead/:c/findings',
    '/lead/:c/findings/:f',
    '/lead/:c/findings/:f/notice',
    '/lead/:c/visits/:v',
    '/lead/:c/rankings',
    '/lead/:c/rankings?unit=:u',
    '/lead/:c/indicators',
    '/lead/:c/indicators?day=:d',
    '/lead/:c/appeals',
    '/lead/:c/wall',
    '/lead/:c/consequences',
    '/lead/:c/bulletins',
    '/lead/:c/:m',
    '/lead/:c/milestones',
    '/lead/:c/units',
    '/lead/:c/units/:u',
    '/lead/:c/duties',
    '/lead/:c/log',
  ],
  xianban: ['/lead/:c', '/lead/:c/lower'],
  shenji: ['/lead/:c', '/lead/:c/complaints'],
  xian04: ['/lead/:c', '/lead/:c/complaints'],
  danwei12: ['/lead/:c', '/lead/:c/indicators', '/lead/:c/milestones', '/lead/:c/findings'],
};

/** Screens in Chinese at both sizes; in English, whose words are longer, where there is least room: they must fit, and the battery judges them too. */
const views: readonly (readonly [size: string, options: BrowserContextOptions, language: string])[] = [
  ['desk', desk, 'zh'],
  ['phone', phone, 'zh'],
  ['phone', phone, 'en'],
];

/** Signs in without a screen and learns the names of what the addresses need. */
const enter = async (context: BrowserContext, demo: Demo, login: string): Promise<ReadonlyMap<string, string>> => {
  const { password = '' } = demo.accounts.find((account) => account.login === login) ?? {};
  const answer = await context.request.post('/api/session', { data: { login, password }, headers: { origin: demo.address } });
  const session = (await answer.json()) as { today: string; campaigns: { id: string }[] };
  const campaign = session.campaigns[0]?.id ?? '';
  const list = (await (await context.request.get(`/api/campaigns/${campaign}/findings`)).json()) as {
    findings?: { id: string; submission: string; unit: string }[];
  };
  // A finding may also come from what the public reported: then there is no visit to look at.
  const visited = async ({ submission }: { submission: string }) =>
    (await context.request.get(`/api/campaigns/${campaign}/submissions/${encodeURIComponent(submission)}`)).ok();
  let finding: { id: string; submission: string; unit: string } | undefined;
  for (const one of list.findings?.toReversed() ?? []) if (!finding && (await visited(one))) finding = one;
  const meetings = (await (await context.request.get(`/api/campaigns/${campaign}/meetings`)).json()) as { meeting: string; day: string }[];
  const meeting = meetings.find(({ day }) => day < session.today);
  const parts = new Map<string, string>();
  if (meeting) parts.set('m', `meetings/${encodeURIComponent(meeting.meeting)}/${meeting.day}`);
  const pastDay = addDays(session.today, -10);
  for (const [key, value] of Object.entries({ c: campaign, d: pastDay, f: finding?.id, v: finding?.submission, u: finding?.unit }))
    if (value) parts.set(key, encodeURIComponent(value));
  return parts;
};

/** The address of a screen; a name it needs that the demo does not have would show another screen than the one meant. */
const addressOf = (screen: string, parts: ReadonlyMap<string, string>): string =>
  screen.replaceAll(/:(\w)(?!\w)/g, (_, key: string) => {
    const part = parts.get(key);
    if (part === undefined) throw new Error(`${screen}: nothing to call :${key}`);
    return part;
  });

/** Waits until the page has stopped fetching and drawing. */
const settle = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  await expect(page.locator('.ant-spin-spinning, .ant-skeleton')).toHaveCount(0);
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))));
};

const everything = Boolean(process.env['XIUHUA_EVERY_SCREEN']);

const judge = async (page: Page, screen: string): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
  expect.soft(said, screen).toEqual([]);
};

const fits = async (page: Page, screen: string): Promise<void> => {
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      `${screen} scrolls sideways`,
    )
    .toBeLessThanOrEqual(0);
};

for (const [login, addresses] of Object.entries(screens))
  for (const [size, options, language] of views)
    test(`${login || 'nobody'}’s screens on the ${size} in ${language} ${language === 'zh' || everything ? 'are readable by all and fit' : 'fit'}`, async ({
      browser,
      demo,
    }) => {
      test.setTimeout(20_000 + addresses.length * 20_000);
      const context = await browser.newContext({ ...options, baseURL: demo.address, timezoneId: 'Asia/Shanghai' });
      await context.addInitScript((chosen) => localStorage.setItem('xiuhua.language', chosen), language);
      const parts = login ? await enter(context, demo, login) : new Map<string, string>();
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('401')) faults.push(message.text());
      });
      for (const screen of addresses) {
        await test.step(screen, async () => {
          await page.goto(addressOf(screen, parts));
          await settle(page);
          if (language === 'zh' || everything) await judge(page, screen);
          await fits(page, screen);
        });
      }
      expect(faults).toEqual([]);
      await context.close();
    });
