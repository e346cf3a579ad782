/*
 * Script for each key in a form of 300 fields with 80 conditions, ours against @rjsf/core, in one Chromium in one run. The
 * two pages are built as they are shipped, and typed into in turns. Counted is the processor time of the page's own script
 * (thread ticks), so that other work on the machine does not lengthen it. Writes docs/benchmarks-fields.md.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { buildPage, servePages } from './bench-pages.mjs';
import { browserArgs, browserEnv, browserPath } from './browser.mjs';
import { root } from './child.mjs';

const sides = ['ours', 'rjsf'];
const rounds = 5;
const keys = 20;
const field = 'input:not([type=radio]):not([type=checkbox]):not([type=file])';

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

const opened = async (browser, address) => {
  const page = await browser.newPage();
  await page.goto(address);
  await page.locator(field).nth(299).waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
  };
  const settle = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  const one = async (act) => {
    const before = await spent();
    await act();
    await settle();
    return (await spent()) - before;
  };
  const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
  return {
    nodes,
    round: async (turn) => {
      await page
        .locator(field)
        .nth((turn * 37) % 300)
        .focus();
      const idle = [];
      const typed = [];
      for (let i = 0; i < keys; i++) {
        idle.push(await one(async () => undefined));
        typed.push(await one(() => page.keyboard.insertText(i === 0 ? '.' : '1')));
        if (i % 5 === 4) await page.keyboard.press('Backspace');
      }
      return median(typed) - median(idle);
    },
  };
};

/** Measures both sides; lines as the other benchmarks give them. */
const measureFields = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-fields-'));
  for (const side of sides) await buildPage(side, folder);
  const server = await servePages(folder);
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArgs, env: browserEnv() });
  try {
    const at = `http://127.0.0.1:${server.address().port}`;
    const pages = {};
    for (const side of sides) pages[side] = await opened(browser, `${at}/${side}/`);
    const found = { ours: [], rjsf: [] };
    for (let turn = 0; turn < rounds; turn++) for (const side of sides) found[side].push(await pages[side].round(turn));
    const [ours, rjsf] = [median(found.ours), median(found.rjsf)];
    const ratio = median(found.ours.map((value, i) => value / found.rjsf[i]));
    const shown = (value, digits) => Number(value.toFixed(digits));
    return [
      {
        kind: 'bar',
        name: 'Script for each key, 300 fields with 80 conditions, ms',
        ratio: shown(ours, 2),
        sense: '≤',
        bar: 2,
        ok: ours <= 2,
      },
      {
        kind: 'bar',
        name: 'The same, as a part of what @rjsf/core takes',
        ratio: shown(ratio, 3),
        sense: '≤',
        bar: '1/6',
        ok: ratio <= 1 / 6,
      },
      { kind: 'fact', name: '@rjsf/core, script for each key', value: shown(rjsf, 2), unit: 'ms' },
      { kind: 'fact', name: 'Elements on the page, ours and @rjsf/core', value: `${pages.ours.nodes} and ${pages.rjsf.nodes}`, unit: '' },
      { kind: 'fact', name: 'Chromium', value: browser.version(), unit: '' },
    ];
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** The page of docs that says what was measured. */
const fieldsPage = (lines) => {
  const bars = lines
    .filter(({ kind }) => kind === 'bar')
    .map((l) => `| ${l.name} | ${l.ratio} | ${l.sense} ${l.bar} | ${l.ok ? 'yes' : '**no**'} |`);
  const facts = lines.filter(({ kind }) => kind === 'fact').map(({ name, value, unit }) => `| ${name} | ${`${value} ${unit}`.trim()} |`);
  return `# Benchmarks of the form on the phone

Written by \`npm run bench -- fields\` on ${new Date().toISOString().slice(0, 10)}. The same 300 number fields, 80 of them asked on a
condition that holds, as the phone shows them and as @rjsf/core does from a JSON Schema with \`if\` and \`then\`, without
validation while typing. Both pages stand in one Chromium; ${rounds} rounds of ${keys} keys in turns, medians, the processor time of
the page's script alone, less that of a frame without a key.

| | measured | bar | reached |
|---|---:|---:|---|
${bars.join('\n')}

| | |
|---|---:|
${facts.join('\n')}
`;
};

/** The word that asks for this benchmark alone. */
export const fieldsWord = 'fields';

/** Measures, writes the page, and tells each line. */
export const benchFields = async (tell) => {
  const lines = await measureFields();
  for (const line of lines) tell(line);
  await writeFile(join(root, 'docs/benchmarks-fields.md'), fieldsPage(lines));
  return lines;
};
