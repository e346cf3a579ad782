import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../calendar/day.ts';
import type { Event } from '../campaign/event.ts';
import { evolve } from '../campaign/evolve.ts';
import { emptyCampaign, replay } from '../campaign/replay.ts';
import { proposals } from '../campaign/standings.ts';
import type { Campaign } from '../campaign/state.ts';
import { type CompiledPlan, compilePlan } from '../plan/compile.ts';
import type { Reason } from '../scoring/reason.ts';
import { board } from './board.ts';
import { bulletin, citedIn } from './bulletin.ts';
import { findingViews } from './findings.ts';
import { boardLines, bulletinText, findingLine, lastDayOfLog, proposalLine, publishedLines, reasonLines } from './print.ts';
import { complaintViews, resolutionViews } from './public.ts';

const folder = new URL('../../../../examples/', import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const text = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, folder), 'utf8');
const expected = (name: string, file: string): string => `${folder.pathname}${name}/expected/${file}`;
const lines = (rows: readonly string[]): string => `${rows.join('\n')}\n`;

const planOf = (name: string): CompiledPlan => {
  const outcome = compilePlan(JSON.parse(text(name, 'plan.json')));
  if (!outcome.ok) throw new Error(`examples/${name} has errors`);
  return outcome.value;
};

const logOf = (name: string): readonly Event[] =>
  text(name, 'log.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Event);

const leaves = (reason: Reason): readonly Reason[] => (reason.parts.length ? reason.parts.flatMap(leaves) : [reason]);

/** The newest issue of each report, as it was when it went out. */
const issues = (campaign: Campaign, log: readonly Event[], library: (hash: string) => CompiledPlan | undefined): readonly string[] => {
  const newest = new Map([...campaign.bulletins.values()].map((issued) => [issued.report, issued]));
  return [...newest.values()].map(({ report, period, day, seq }) => {
    const then = replay(log.slice(0, seq), library);
    const paper = bulletin(then, report, { period, today: day });
    if (!paper) throw new Error(`no bulletin ${report}`);
    return bulletinText(paper);
  });
};

test('every example has its log', () => {
  expect(names.length).toBeGreaterThanOrEqual(16);
});

describe.each(names)('%s', (name) => {
  const plan = planOf(name);
  const library = (hash: string) => (hash === plan.hash ? plan : undefined);
  const log = logOf(name);
  const campaign = replay(log, library);
  const today = lastDayOfLog(log);

  test('what its log leads to is as accepted', async () => {
    const standings = [...campaign.standings.values()].flatMap((published) => [...publishedLines(published, 'zh'), '']);
    const last = [...campaign.standings.values()].at(-1)?.standings.rows.findLast((row) => row.reason !== null);
    const why = last?.reason ? [`“${last.unit}”为什么得这个分：`, ...reasonLines(last.reason, 'zh', 1)] : [];
    await expect(lines([...standings, ...why])).toMatchFileSnapshot(expected(name, 'standings.txt'));
    const called = proposals(campaign).map((proposal) => proposalLine(proposal, 'zh'));
    await expect(lines(called.length ? called : ['没有触发结果运用。'])).toMatchFileSnapshot(expected(name, 'consequences.txt'));
    const findings = findingViews(campaign, today).map((finding) => findingLine(finding, 'zh'));
    await expect(lines(findings.length ? findings : ['没有问题。'])).toMatchFileSnapshot(expected(name, 'findings.txt'));
    await expect(lines(boardLines(board(campaign, today), 'zh'))).toMatchFileSnapshot(expected(name, 'board.txt'));
    const papers = issues(campaign, log, library);
    await expect(papers.length ? papers.join('\n---\n\n') : '没有印发通报。\n').toMatchFileSnapshot(expected(name, 'bulletin.md'));
  });

  test('every lost point has a record and a clause, and the points are their sum', () => {
    for (const { standings } of campaign.standings.values())
      for (const row of standings.rows) {
        if (!row.reason) continue;
        const all = leaves(row.reason);
        expect(all.reduce((sum, leaf) => sum + leaf.points, 0)).toBe(row.points);
        const sheet = plan.sheets.get(standings.sheet);
        expect(row.points >= (sheet?.floor ?? 0) && row.points <= (sheet?.cap ?? 0)).toBe(true);
        const bare = all.filter((leaf) => leaf.points < 0 && (leaf.source === '' || (leaf.kind === 'occasion' && !leaf.cause)));
        expect(bare).toEqual([]);
      }
  });

  test('replayed in pieces it is the same, and on the day of a bulletin nothing later is known', () => {
    let pieces = emptyCampaign();
    for (const event of log) pieces = evolve(pieces, event, library);
    expect(pieces).toEqual(campaign);
    const [issued] = campaign.bulletins.values();
    if (!issued) return;
    const then = replay(log.slice(0, issued.seq), library);
    const paper = bulletin(then, issued.report, { period: issued.period, today: issued.day });
    const refs = new Set(citedIn(paper?.blocks ?? []).flatMap(({ evidence }) => evidence));
    const late = log
      .filter((event) => dayOf(event.at) > issued.day)
      .flatMap(({ fact }) => ('finding' in fact && fact.type === 'FindingOpened' ? [`finding:${fact.finding}`] : []));
    expect(late.filter((ref) => refs.has(ref))).toEqual([]);
  });

  test('what came from outside and what meetings decided is followed up', () => {
    for (const view of complaintViews(campaign, today)) expect(campaign.findings.get(view.finding)?.unit).toBe(view.unit);
    for (const view of resolutionViews(campaign, today)) expect(view.due >= view.day).toBe(true);
  });
});
