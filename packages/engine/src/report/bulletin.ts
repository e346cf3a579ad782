import { type Day, earlier } from '../calendar/day.ts';
import { daysOf, kindOf, type Period } from '../calendar/period.ts';
import { planInForce } from '../campaign/duties.ts';
import type { Campaign } from '../campaign/state.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { CompiledPaper } from '../publicity/compile.ts';
import { periodFor } from '../publicity/period.ts';
import type { Content, Meeting, Report } from '../publicity/schema.ts';
import { appointmentsOf } from '../schedule/routine.ts';
import { speak } from './bulletin-words.ts';
import { complaintParts, creditParts, listParts, resolutionParts } from './parts-public.ts';
import { consequenceParts, indicatorParts, milestoneParts, rankingParts } from './parts-results.ts';
import { dutyParts, findingParts } from './parts-work.ts';
import { sayPeriod } from './words.ts';

/** The language a bulletin is written in. */
export type Language = 'zh' | 'en';

/** Words or figures with the clause they rest on and the records behind them: `visit:…`, `finding:…`, `standings:…`. */
export interface Cited {
  readonly source: string;
  readonly evidence: readonly string[];
}

/** A piece of a bulletin. */
export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | ({ readonly kind: 'paragraph'; readonly text: string } & Cited)
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly ({ readonly cells: readonly string[] } & Cited)[];
    }
  | ({ readonly kind: 'chart' } & Chart);

/**
 * A table drawn as bars, one for each label, its series laid end to end. It says nothing the table under it does not, so
 * it cites nothing of its own. Values are decimal texts.
 */
export interface Chart {
  readonly caption: string;
  readonly unit: string;
  readonly series: readonly string[];
  readonly bars: readonly { readonly label: string; readonly values: readonly string[] }[];
}

/** Every line of a bulletin that says something, with what it rests on: paragraphs, and the rows of tables. */
export const citedIn = (blocks: readonly Block[]): readonly (Cited & { readonly said: string })[] =>
  blocks.flatMap((block): readonly (Cited & { readonly said: string })[] => {
    if (block.kind === 'heading' || block.kind === 'chart') return [];
    if (block.kind === 'paragraph') return [{ said: block.text, source: block.source, evidence: block.evidence }];
    return block.rows.map(({ cells, source, evidence }) => ({ said: cells.join('，'), source, evidence }));
  });

/**
 * A bulletin for one period, or the paper of a meeting: everything it says, each figure with clause and record. Of a
 * meeting `day` is the day it sits, `to` who attends and `signedBy` who is in the chair.
 */
export interface Bulletin {
  readonly kind: 'report' | 'meeting';
  readonly report: string;
  readonly period: Period;
  readonly title: string;
  /** Running number of the issue; null while it is not issued. */
  readonly number: number | null;
  readonly issuer: string;
  /** As of which day. */
  readonly day: Day;
  readonly to: readonly string[];
  readonly copies: readonly string[];
  readonly signedBy: string;
  readonly source: string;
  readonly blocks: readonly Block[];
}

/** What the parts of a bulletin are written from. `from` and `to` are the days of the period, cut at today. */
export interface Ground {
  readonly campaign: Campaign;
  readonly plan: CompiledPlan;
  readonly period: Period;
  readonly from: Day;
  readonly to: Day;
  readonly today: Day;
  readonly language: Language;
  /** Rankings it speaks of. */
  readonly rankings: readonly string[];
}

const parts: Readonly<Record<Content, (ground: Ground) => readonly Block[]>> = {
  duties: dutyParts,
  findings: findingParts,
  ranking: rankingParts,
  consequences: consequenceParts,
  indicators: indicatorParts,
  milestones: milestoneParts,
  lists: listParts,
  credit: creditParts,
  complaints: complaintParts,
  resolutions: resolutionParts,
};

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

const write = (ground: Ground, contents: readonly Content[]): readonly Block[] =>
  contents.flatMap((content, i): readonly Block[] => {
    const { language } = ground;
    const number = language === 'zh' ? `${numerals[i]}、` : `${i + 1}. `;
    const own = parts[content](ground);
    const none: Block = { kind: 'paragraph', text: speak(language, 'nothing'), source: '', evidence: [] };
    return [{ kind: 'heading', text: `${number}${speak(language, content)}` }, ...(own.length > 0 ? own : [none])];
  });

const groundOf = (
  campaign: Campaign,
  plan: CompiledPlan,
  at: { readonly period: Period; readonly today: Day; readonly language: Language; readonly rankings: readonly string[] },
): Ground => {
  const { first, last } = daysOf(at.period);
  return { campaign, plan, ...at, from: first, to: earlier(last, at.today) };
};

/** When a paper is written and in which language. */
export interface BulletinTime {
  readonly period: Period;
  readonly today: Day;
  readonly language?: Language;
}

const paperOf = (
  campaign: Campaign,
  plan: CompiledPlan,
  paper: CompiledPaper<Report> | CompiledPaper<Meeting>,
  { period, today, language = 'zh' }: BulletinTime,
): Omit<Bulletin, 'kind' | 'to' | 'copies' | 'signedBy' | 'number'> => {
  const { clause, source } = paper;
  const contents = 'contents' in clause ? clause.contents : clause.agenda;
  const named = 'contents' in clause ? clause.rankings : undefined;
  const rankings = named?.length ? named : [...plan.rankings.keys()];
  const title = speak(language, 'contents' in clause ? 'title' : 'agenda', { name: clause.name, period: sayPeriod(period, language) });
  const blocks = write(groundOf(campaign, plan, { period, today, language, rankings }), contents);
  return { report: clause.name, period, title, issuer: plan.plan.issuer, day: today, source, blocks };
};

/**
 * What a report of the plan in force says about a period by what is known on `today`; `undefined` when the plan has no
 * such report. For one that was issued, hand in the campaign replayed up to its `seq`, and its day.
 */
export const bulletin = (campaign: Campaign, report: string, time: BulletinTime): Bulletin | undefined => {
  const plan = planInForce(campaign, time.today) ?? planInForce(campaign);
  const paper = plan?.publicity.reports.get(report);
  if (!plan || !paper || kindOf(time.period) !== paper.clause.covers) return undefined;
  const { to = [], copies = [], signedBy } = paper.clause;
  const issued = campaign.bulletins.get(`${report}·${time.period}`);
  return { ...paperOf(campaign, plan, paper, time), kind: 'report', number: issued?.number ?? null, to, copies, signedBy };
};

/**
 * The paper of a meeting that sits on `day`: what its agenda looks at, by what is known on `today`; `undefined` when the
 * plan has no such meeting on that day.
 */
export const agenda = (
  campaign: Campaign,
  meeting: string,
  { day, ...time }: Omit<BulletinTime, 'period'> & { readonly day: Day },
): Bulletin | undefined => {
  const plan = planInForce(campaign, time.today) ?? planInForce(campaign);
  const paper = plan?.publicity.meetings.get(meeting);
  if (!plan || !paper) return undefined;
  const sitting = appointmentsOf([paper.routine], plan.calendar, { from: day, to: day }).find(({ due }) => due === day);
  if (!sitting) return undefined;
  const { attend = [], chair } = paper.clause;
  const written = paperOf(campaign, plan, paper, { ...time, period: periodFor(paper.clause, sitting.planned) });
  return { ...written, kind: 'meeting', day, number: null, to: attend, copies: [], signedBy: chair };
};
