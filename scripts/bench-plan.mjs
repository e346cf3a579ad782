/*
 * Script for each key while the plan of 伊金霍洛旗 is written, in the design door with its server against a stock @rjsf/core
 * form of the same plan and schema, in one Chromium in one run, field by field in turns. Counted is the processor time of
 * the page's own script (thread ticks). Writes docs/benchmarks-designer.md.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addAccountAs, beginCampaign, readSettings, serve, setMembers, silentLog } from '@xiuhua/server';
import { barLine, factLine, withPages, writeBenchPage } from './bench-pages.mjs';
import { build } from './build.mjs';
import { root } from './child.mjs';
import { costOfKey, enterField, fields, meter } from './typing.mjs';

const password = '一针一线绣出来的方案';
/** What a key may cost in any field, and the part of the peer's it may cost. */
const perKey = 16;
const share = 1 / 2;
const opening = 1000;
const peer = 'plan-rjsf';

const office = async ({ tools }, plan) => {
  const { value } = await addAccountAs(tools, { login: 'ban', name: '办公室', password, admin: false });
  const account = { id: value.id, login: 'ban', name: value.name, admin: false };
  const { id } = await beginCampaign(tools, { account, session: '', campaigns: [] }, plan);
  await setMembers(tools, id, { members: [{ account: value.id, unit: '', roles: ['office'] }], units: [] });
  return id;
};

/** The design door of a real server, with the plan as a draft; the name of the campaign. */
const opened = async (folder, plan) => {
  let campaign = '';
  const settings = readSettings({ XIUHUA_DATA: folder, PORT: '0', XIUHUA_PER_MINUTE: '100000' });
  const prepare = async (work) => {
    campaign = await office(work, plan);
  };
  const running = await serve(settings, { log: silentLog, prepare });
  return { running, campaign };
};

const signedIn = async (browser, address) => {
  const context = await browser.newContext({ baseURL: address, locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
  const answer = await context.request.post('/api/session', { data: { login: 'ban', password }, headers: { origin: address } });
  if (!answer.ok()) throw new Error(await answer.text());
  return context.newPage();
};

/** Work of the page's thread from the end of loading until something is there, in ms. */
const workUntil = async (page, address, there) => {
  const { spent, stop } = await meter(page);
  await page.goto(address, { waitUntil: 'load' });
  const loaded = (await spent()).TaskDuration;
  await page.locator(there).first().waitFor({ timeout: 120_000 });
  const work = (await spent()).TaskDuration - loaded;
  await stop();
  return work;
};

const measureField = async ({ ours, stock, campaign }, field) => {
  await enterField(ours, campaign, field);
  const cost = await costOfKey(ours, field.digits);
  const lines = [barLine(`Script for each key, ${field.name}, ms`, cost, perKey)];
  if (!field.peer) return lines;
  await stock.locator(`[id="${field.peer}"]`).click();
  await stock.keyboard.press('End');
  const theirs = await costOfKey(stock, field.digits);
  return [
    ...lines,
    barLine('The same, as a part of what @rjsf/core takes', cost / theirs, share, { digits: 3, bar: '1/2' }),
    factLine(`@rjsf/core, script for each key, ${field.name}`, Number(theirs.toFixed(1)), 'ms'),
  ];
};

const measurePlan = async (tell) => {
  const plan = JSON.parse(await readFile(join(root, 'examples/yijinhuoluo/plan.json'), 'utf8'));
  await build();
  return withPages([peer], async ({ browser, folder, at }) => {
    const { running, campaign } = await opened(join(folder, 'data'), plan);
    const lines = [];
    const say = (line) => {
      lines.push(line);
      tell(line);
    };
    try {
      const ours = await signedIn(browser, running.address);
      const stock = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const desk = await workUntil(ours, `/design/${campaign}/responsibility`, '[data-cell="0:0"]');
      say(barLine('Work of the page to open the plan, after load, ms', desk, opening, { digits: 0 }));
      const form = await workUntil(stock, `${at}/${peer}/`, '#root_title');
      say(factLine('@rjsf/core, work to open the plan', Math.round(form), 'ms'));
      for (const field of fields) for (const line of await measureField({ ours, stock, campaign }, field)) say(line);
      say(factLine('Chromium', browser.version()));
      return lines;
    } finally {
      for (const context of browser.contexts()) await context.close();
      await running.close();
    }
  });
};

const title = 'Benchmarks of the design door';
const lead = `The plan of 伊金霍洛旗 (29 tasks, 34 units, 42
indicators) as the office writes it, with its server, checking and saving at work; beside it a stock @rjsf/core form of the
same plan and schema, without validation while typing, saving or checking. Both stand in one Chromium and are typed into in
turns; the mean over the keys, in processor time of the page's script.`;

/** The word that asks for this benchmark alone. */
export const planWord = 'designer';

/** Measures, writes the page, and tells each line. */
export const benchPlan = async (tell) => {
  const lines = await measurePlan(tell);
  await writeBenchPage(planWord, { title, lead, lines });
  return lines;
};
