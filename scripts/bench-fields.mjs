/*
 * Script for each key in a form of 300 fields with 80 conditions, ours against @rjsf/core, in one Chromium in one run. The
 * two pages are built as they are shipped, and typed into in turns. Counted is the processor time of the page's own script
 * (thread ticks), so that other work on the machine does not lengthen it. Writes docs/benchmarks-fields.md.
 */
import { barLine, factLine, withPages, writeBenchPage } from './bench-pages.mjs';

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
const measureFields = () =>
  withPages(sides, async ({ browser, at }) => {
    const pages = {};
    for (const side of sides) pages[side] = await opened(browser, `${at}/${side}/`);
    const found = { ours: [], rjsf: [] };
    for (let turn = 0; turn < rounds; turn++) for (const side of sides) found[side].push(await pages[side].round(turn));
    const ratio = median(found.ours.map((value, i) => value / found.rjsf[i]));
    return [
      barLine('Script for each key, 300 fields with 80 conditions, ms', median(found.ours), 2, { digits: 2 }),
      barLine('The same, as a part of what @rjsf/core takes', ratio, 1 / 6, { digits: 3, bar: '1/6' }),
      factLine('@rjsf/core, script for each key', Number(median(found.rjsf).toFixed(2)), 'ms'),
      factLine('Elements on the page, ours and @rjsf/core', `${pages.ours.nodes} and ${pages.rjsf.nodes}`),
      factLine('Chromium', browser.version()),
    ];
  });

const title = 'Benchmarks of the form on the phone';
const lead = `The same 300 number fields, 80 of them asked on a
condition that holds, as the phone shows them and as @rjsf/core does from a JSON Schema with \`if\` and \`then\`, without
validation while typing. Both pages stand in one Chromium; ${rounds} rounds of ${keys} keys in turns, medians, the processor time of
the page's script alone, less that of a frame without a key.`;

/** The word that asks for this benchmark alone. */
export const fieldsWord = 'fields';

/** Measures, writes the page, and tells each line. */
export const benchFields = async (tell) => {
  const lines = await measureFields();
  for (const line of lines) tell(line);
  await writeBenchPage(fieldsWord, { title, lead, lines });
  return lines;
};
