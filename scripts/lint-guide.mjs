/*
 * docs/lint.md: every fault a plan can have, with what is said about it, what to do, and a plan that shows it. The
 * sentences are those the engine says about the bad plans, so they cannot drift from it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './child.mjs';

/** What a rehearsal would find; there is no plan file for it, because it takes living through. */
const lived = {
  'rehearsal.crowded': { unit: '整治办', day: '2026-03-02', visits: 40, possible: 24, days: 16 },
  'rehearsal.never-called': { holder: 'consequence', name: '约谈', periods: 12 },
  'rehearsal.always-called': { holder: 'consequence', name: '通报表扬', periods: 12, period: '2026-03', unit: '东村', units: 3 },
  'rehearsal.no-difference': { name: '月排名', period: '2026-03', periods: 4, same: 3 },
  'rehearsal.at-floor': { period: '2026-03', units: 3, floored: 2, unit: '东村' },
};

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');
const row = (cells) => `| ${cells.join(' | ')} |`;

/** The Chinese and below it the English. */
const both = (zh, en) => [zh, en].filter(Boolean).map(cell).join('<br>');

/** A sentence in two: what is wrong, and what to do about it. */
const halves = (text, end) => {
  const at = text.search(end);
  return at < 0 ? [text, ''] : [text.slice(0, at + 1), text.slice(at + 1).trim()];
};

const toldBy = (code, { provePlan, readPlan, say, severities }) => {
  const file = `packages/engine/bad-plans/${code}.json`;
  if (lived[code]) {
    const problem = { code, severity: severities[code], at: '', params: lived[code] };
    return { said: [say(problem, 'zh'), say(problem, 'en')], file: '`xiuhua check --rehearse`', witness: true };
  }
  if (!existsSync(join(root, file))) return undefined;
  const raw = readPlan(readFileSync(join(root, file), 'utf8'));
  const problem = (raw.ok ? provePlan(raw.value) : raw).problems.find((one) => one.code === code);
  return (
    problem && { said: [say(problem, 'zh'), say(problem, 'en')], file: `[${code}](../${file})`, witness: problem.witness !== undefined }
  );
};

const marks = { error: '■ error', warning: '▲ warning', hint: '◇ hint' };

/** The whole page. */
export const lintGuide = (engine) => {
  const rows = Object.keys(engine.severities).flatMap((code) => {
    const told = toldBy(code, engine);
    if (!told) return [];
    const [zh, zhRemedy] = halves(told.said[0], /。/);
    const [en, enRemedy] = halves(told.said[1], /[.?](?= |$)/);
    const sign = `${marks[engine.severities[code]]}${told.witness ? ' ✦' : ''}`;
    return [row([`\`${code}\``, sign, both(zh, en), both(zhRemedy, enRemedy), told.file])];
  });
  const count = (severity) => rows.filter((line) => line.includes(`| ${marks[severity]}`)).length;
  return `${[
    '# 方案体检 · What is checked in a plan',
    '本文由 `npm run docs` 根据 `packages/engine/bad-plans` 生成，请勿手改。 Written by `npm run docs` from the bad plans; do not edit.',
    `共 ${rows.length} 项：${count('error')} 项错误，${count('warning')} 项提醒，${count('hint')} 项提示。错误须改正才能印发；提醒和提示可以在方案的 \`waivers\`（暂不处理）里写明理由留着，仍会列出。✦ 附有具体事例（日期、单位、回答），可以照着重放。\n\n${rows.length} in all: ${count('error')} errors, ${count('warning')} warnings, ${count('hint')} hints. An error must be mended before a plan is adopted; a warning or hint may be left with a reason under \`waivers\` and is still listed. ✦ comes with a case (day, unit, answers) that can be played through.`,
    [row(['code', 'severity', '问题 · what is wrong', '怎么办 · what to do', 'example']), '|---|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n')}\n`;
};
