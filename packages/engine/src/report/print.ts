import type { Day } from '../calendar/day.ts';
import { dayOf } from '../calendar/day.ts';
import type { Published } from '../campaign/state.ts';
import type { Proposal } from '../consequence/proposal.ts';
import { showPoints } from '../expression/points.ts';
import { noun } from '../problem/nouns.ts';
import type { Standing, Standings } from '../ranking/standings.ts';
import type { Reason } from '../scoring/reason.ts';
import type { Block, Bulletin, Language } from './bulletin.ts';
import { type PrintWord, sayPrint } from './print-words.ts';
import type { Board, FindingView } from './views.ts';
import { sayPeriod, sayProposal, sayReason } from './words.ts';

/** A reason and everything under it, one line each, further in the deeper it lies. */
export const reasonLines = (reason: Reason, language: Language, depth = 0): readonly string[] => [
  `${'  '.repeat(depth)}${sayReason(reason, language)}`,
  ...reason.parts.flatMap((part) => reasonLines(part, language, depth + 1)),
  ...(reason.whole?.reason && reason.parts.length === 0 ? reasonLines(reason.whole.reason, language, depth + 1) : []),
];

const rowLine = (row: Standing, language: Language): string => {
  const say = (word: PrintWord, blanks: Readonly<Record<string, string | number>> = {}) => sayPrint(language, word, blanks);
  const place = row.rank === null ? say('noRank') : say('rank', { n: row.rank });
  const group = row.group === '' ? [] : [row.group];
  const grade = row.grade ? [row.grade.name] : [];
  const why = row.why ? [say(row.why)] : [];
  const points = row.reason ? say('points', { n: showPoints(row.points) }) : say('noScore');
  return [place, ...group, row.unit, points, ...grade, say('inspections', { n: row.inspections }), ...why].join('  ');
};

/** Standings for people: a heading with the period and a line for each unit. */
export const standingsLines = (standings: Standings, language: Language): readonly string[] => {
  const { ranking, period, from, to, source } = standings;
  const head = sayPrint(language, 'standings', { ranking, period: sayPeriod(period, language), from, to, source: source || '—' });
  return [head, ...standings.rows.map((row) => `  ${rowLine(row, language)}`)];
};

/** Published standings: who published them when, which issue, and what a correction changed. */
export const publishedLines = (published: Published, language: Language): readonly string[] => {
  const { standings, at, by, issue, reason, changes } = published;
  const issued = sayPrint(language, issue > 1 ? 'corrected' : 'published', { day: dayOf(at), by, issue, reason });
  const changed = changes.map(({ unit, before, after }) => {
    const blanks = {
      unit,
      old: showPoints(before.points),
      oldRank: before.rank ?? '—',
      points: showPoints(after.points),
      rank: after.rank ?? '—',
    };
    return `  ${sayPrint(language, 'changed', blanks)}`;
  });
  const [head = '', ...rows] = standingsLines(standings, language);
  return [head, `  ${issued}`, ...changed, ...rows];
};

/** A proposed consequence with how it was decided. */
export const proposalLine = (proposal: Proposal, language: Language): string => {
  const { decision, state } = proposal;
  const decided = decision
    ? sayPrint(language, 'decided', { day: dayOf(decision.at), by: decision.by, reason: decision.reason ? `：${decision.reason}` : '' })
    : '';
  return `${sayProposal(proposal, language)}${sayPrint(language, 'bracket', { text: `${sayPrint(language, state)}${decided}` })}`;
};

/** A finding in one line: when, who, what, where, how it stands. */
export const findingLine = (finding: FindingView, language: Language): string => {
  const { opened, unit, item, site, state, due, overdue, closed } = finding;
  const stands =
    closed === null ? sayPrint(language, overdue ? 'dueOver' : 'due', { due }) : sayPrint(language, 'closedOn', { day: closed });
  return [opened, unit, item, site, noun(language, state), stands].join('  ');
};

/** The board for people: where the campaign stands, in a page. */
export const boardLines = (board: Board, language: Language): readonly string[] => {
  const say = (word: PrintWord, blanks: Readonly<Record<string, string | number>> = {}) => sayPrint(language, word, blanks);
  const phases = board.phases.flatMap((phase) => [
    say('phase', { name: phase.name, from: phase.from, to: phase.to ?? say('longTerm'), state: say(phase.state) }),
    ...phase.milestones.map(({ name, by, state }) => `  ${say('milestone', { name, by, state: say(state) })}`),
  ]);
  const units = board.units.map((row) => `  ${say('unitFindings', { ...row })}`);
  const standings = board.standings.flatMap(({ standings: one, published }) => {
    const [head = '', ...rows] = standingsLines(one, language);
    return [`${head}${published ? '' : say('running')}`, ...rows];
  });
  const waiting = board.proposals.filter(({ state }) => state === 'proposed' || state === 'paused');
  return [
    say('board', { title: board.title, day: board.day, version: board.version }),
    ...phases,
    say('duties', { ...board.duties }),
    say('findings', { ...board.findings }),
    ...units,
    ...standings,
    say('waiting', { n: waiting.length }),
    ...waiting.map((proposal) => `  ${proposalLine(proposal, language)}`),
  ];
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const blockText = (block: Exclude<Block, { kind: 'chart' }>, language: Language): string => {
  if (block.kind === 'heading') return `## ${block.text}`;
  const cite = (source: string): string => (source ? sayPrint(language, 'cite', { source }) : '');
  if (block.kind === 'paragraph') return block.text.includes(cite(block.source)) ? block.text : `${block.text}${cite(block.source)}`;
  const rows = block.rows.map(({ cells, source }) => row([...cells, source]));
  return [row([...block.head, sayPrint(language, 'clause')]), `|${[...block.head, ''].map(() => '---').join('|')}|`, ...rows].join('\n');
};

/** A bulletin as Markdown, each line and row with its clause. */
export const bulletinText = (bulletin: Bulletin, language: Language = 'zh'): string => {
  const { title, number, issuer, day, to, copies, signedBy } = bulletin;
  const mast = [issuer, ...(number === null ? [] : [sayPrint(language, 'issue', { n: number })]), day].join('　');
  const addressed = [
    ...(to.length ? [sayPrint(language, 'to', { to: to.join(language === 'zh' ? '、' : ', ') })] : []),
    ...(copies.length ? [sayPrint(language, 'copies', { to: copies.join(language === 'zh' ? '、' : ', ') })] : []),
    sayPrint(language, 'signedBy', { post: signedBy }),
  ];
  return `${[`# ${title}`, mast, ...bulletin.blocks.flatMap((block) => (block.kind === 'chart' ? [] : [blockText(block, language)])), addressed.join('　')].join('\n\n')}\n`;
};

/** The day of the last line of a log, which is what it tells about; the empty text for an empty log. */
export const lastDayOfLog = (events: readonly { readonly at: string }[]): Day => {
  const last = events.at(-1);
  return last ? dayOf(last.at) : '';
};
