/*
 * Writes docs/coverage.md from docs/coverage.json and the examples: every capability that the fourteen texts ask for, with
 * the clause of the example that shows it, in the words of the plan, and the event of its log where it is about what
 * happens. A stated capability without a clause, or a clause that is gone, is a fault.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './child.mjs';

const text = (file) => readFileSync(join(root, file), 'utf8');

const exampleOf = (name) => {
  const log = `examples/${name}/log.jsonl`;
  if (!existsSync(join(root, 'examples', name, 'plan.json'))) return undefined;
  const lines = existsSync(join(root, log)) ? text(log).split('\n') : [];
  const events = new Set(lines.flatMap((line) => /"fact":\{"type":"(\w+)"/.exec(line)?.[1] ?? []));
  return { plan: JSON.parse(text(`examples/${name}/plan.json`)), events };
};

const cell = (words) => words.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;

const marks = { stated: '●', mentioned: '○' };

const overview = ({ plans, capabilities }) => {
  const texts = Object.keys(plans);
  const mark = (one) => (one ? marks[one.need] + (one.at ? '' : ' ·') : '');
  return [
    row(['能力', ...texts]),
    `|---${texts.map(() => '|:-:').join('')}|`,
    ...capabilities.map(({ name, zh, cells }) => row([`[${zh}](#${anchor(zh, name)})`, ...texts.map((one) => mark(cells[one]))])),
  ].join('\n');
};

/** The anchor GitHub gives the heading `zh · name`. */
const anchor = (zh, name) =>
  `${zh} · ${name}`
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

const chapter = ({ name, zh }, covered) => {
  const own = covered.filter(({ capability }) => capability === name);
  const rows = own.map(({ text: one, example, at, words, event, need }) =>
    row([
      `${marks[need]} ${one}`,
      `[${example}](../examples/${example}/plan.json)`,
      `\`${at ?? '—'}\``,
      words ?? '—',
      event ? `\`${event}\`` : '',
    ]),
  );
  return [
    `## ${zh} · ${name}`,
    [row(['text', 'example', 'clause', 'what it says', 'in the log']), '|---|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
};

const numberOf = (cells, need) => cells.filter((one) => one.need === need).length;

/** The guide as text, and what is wrong with it. */
export const coverageGuide = ({ coverageOf }) => {
  const matrix = JSON.parse(text('docs/coverage.json'));
  const { cells, untied } = coverageOf(matrix, exampleOf);
  const plans = Object.entries(matrix.plans).map(([one, name]) =>
    row([one, `[${name}](../examples/${name}/README.md)`, JSON.parse(text(`examples/${name}/plan.json`)).title]),
  );
  const guide = `${[
    '# 能力对照 · Coverage',
    '十四份公文各要求行动引擎会做什么，示例里哪一条做到了。● 为写明细节的要求，○ 为提到；“·”表示提到而示例没有专门一条。本页由程序按方案和记录写成：' +
      '写明的要求没有着落，或所指的条款不在了，`npm run check` 就不通过。',
    `What fourteen official texts ask of a campaign engine, and the clause of each example that shows it. ● is stated with detail, ○ mentioned; a dot marks what is only mentioned and has no clause of its own. ${numberOf(cells, 'stated')} stated and ${numberOf(cells, 'mentioned')} mentioned requirements are tied. A place such as \`/phases/试点期\` is a key of the plan and the name of a thing in its list. Written by a script from plans and logs: a stated requirement without a clause, a clause that is gone or an event that no longer happens fails \`npm run check\`; \`npx xiuhua coverage\` says the same on the command line.`,
    [row(['text', 'example', 'plan']), '|---|---|---|', ...plans].join('\n'),
    overview(matrix),
    ...matrix.capabilities.map((one) => chapter(one, cells)),
  ].join('\n\n')}\n`;
  const faults = untied.map(
    ({ text: one, capability, example, at, event, fault }) =>
      `docs/coverage.json: ${one} ${capability}: examples/${example} ${at ?? ''} ${event ?? ''} (${fault})`,
  );
  return { guide, faults };
};
