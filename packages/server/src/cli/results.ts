import {
  board,
  boardLines,
  type CompiledPlan,
  computeStandings,
  dayOf,
  hasErrors,
  isDay,
  kindOf,
  nearest,
  type Outcome,
  periodOf,
  periodViews,
  proposalLine,
  proposals,
  publishedLines,
  type ReadLog,
  readLog,
  reasonLines,
  type Standings,
  say,
  standingsLines,
  standingsView,
  whyLines,
  whyOf,
} from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { planArgument, readArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

/** A plan and what its log leads to; the log may have faults. */
interface Told extends ReadLog {
  readonly plan: CompiledPlan;
  /** The last day the log tells about, or the one asked for. */
  readonly today: string;
}

const dayOption = (request: Request, option: string, otherwise: string): string => {
  const day = textOption(request, option) ?? otherwise;
  if (!isDay(day)) throw wrongUse(request, 'notADay', { option, value: day });
  return day;
};

/** The lines of a log up to and including a day. A line that cannot be read stays, so that its fault is named. */
const until = (text: string, day: string | undefined): string => {
  if (day === undefined) return text;
  const known = (line: string): boolean => {
    const at = /"at":"([^"]{24})"/.exec(line)?.[1];
    return at === undefined || dayOf(at) <= day;
  };
  return text
    .split('\n')
    .map((line) => (known(line) ? line : ''))
    .join('\n');
};

/** Plan and log of the first two arguments. Faults of the log do not stop what can be computed. */
const tell = (request: Request, dayName: 'today' | 'at'): Outcome<Told> => {
  const plan = planArgument(request);
  if (!plan.ok) return plan;
  const text = readArgument(request, 1, 'logFile');
  const at = dayName === 'at' && textOption(request, 'at') !== undefined ? dayOption(request, 'at', '') : undefined;
  const told = readLog(until(text, at), (hash) => (hash === plan.value.hash ? plan.value : undefined));
  const last = told.events.at(-1);
  if (!last) return { ok: false, problems: told.problems.length ? told.problems : [] };
  return { ok: true, value: { ...told, plan: plan.value, today: dayOption(request, dayName, dayOf(last.at)) }, problems: [] };
};

const marks = { error: '■', warning: '▲', hint: '◇' } as const;

/** Answers with JSON or lines, then names what is wrong with the log; the exit code. */
const answer = (request: Request, told: Told, value: Readonly<Record<string, unknown>>, lines: readonly string[]): number => {
  const problems = told.problems.map((p) => ({ code: p.code, severity: p.severity, at: p.at, message: say(p, request.language) }));
  if (request.json) request.print(JSON.stringify({ ok: problems.length === 0, ...value, problems }));
  else for (const line of lines) request.print(line);
  for (const { severity, message } of request.json ? [] : problems) request.complain(`${marks[severity]} ${message}`);
  return problems.length > 0 ? exit.problems : exit.fine;
};

/** What to do when there is nothing to tell: the problems, or that the log is empty. */
const silence = (request: Request, outcome: Extract<Outcome<Told>, { ok: false }>): number => {
  if (outcome.problems.length === 0 || !hasErrors(outcome.problems)) throw wrongUse(request, 'emptyLog');
  return printProblems(request, outcome.problems);
};

const rankingsOf = (request: Request, plan: CompiledPlan): readonly string[] => {
  const names = [...plan.rankings.keys()];
  const name = textOption(request, 'ranking');
  if (name === undefined) {
    if (names.length === 0) throw wrongUse(request, 'noRanking');
    return names;
  }
  const near = nearest(name, names);
  if (!names.includes(name))
    throw wrongUse(request, 'unknownRanking', { name, near: near ? speak(request.language, 'meant', { name: near }) : '' });
  return [name];
};

/** Rankings that have the period asked for; all of them when none is. Wrong use when no ranking has it. */
const withPeriod = (request: Request, told: Told): readonly (readonly [string, string])[] => {
  const rankings = rankingsOf(request, told.plan);
  const period = textOption(request, 'period');
  if (period === undefined)
    return periodViews(told.campaign, told.today)
      .filter(({ ranking, published }) => published && rankings.includes(ranking))
      .map(({ ranking, period: one }) => [ranking, one] as const);
  const every = (name: string) => told.plan.rankings.get(name)?.sheet.sheet.every;
  const fit = rankings.filter((name) => every(name) === kindOf(period));
  const example = periodOf(every(rankings[0] ?? '') ?? 'month', told.today);
  if (fit.length === 0) throw wrongUse(request, 'notAPeriod', { period, ranking: rankings.join('、'), example });
  return fit.map((name) => [name, period] as const);
};

/**
 * `xiuhua standings plan.json log.jsonl --ranking 月排名 --period 2026-11`: the published standings, every one when no
 * period is named; a period not published yet as it would be by what is known on `--today`.
 */
export const standings: CliCommand = {
  name: 'standings',
  about: 'standingsAbout',
  form: '<plan.json> <log.jsonl> [--ranking NAME] [--period 2026-11] [--today YYYY-MM-DD] [--why]',
  options: { ranking: { type: 'string' }, period: { type: 'string' }, today: { type: 'string' }, why: { type: 'boolean' } },
  run: async (request) => {
    const outcome = tell(request, 'today');
    if (!outcome.ok) return silence(request, outcome);
    const told = outcome.value;
    const { language } = request;
    const views = withPeriod(request, told).flatMap(([ranking, period]) => {
      const view = standingsView(told.campaign, { ranking, period, today: told.today });
      return view ? [view] : [];
    });
    const lines = views.flatMap(({ standings: one }) => {
      const published = told.campaign.standings.get(`${one.ranking}·${one.period}`);
      const why = request.options['why']
        ? one.rows.flatMap((row) => (row.reason ? [`  ${row.unit}`, ...reasonLines(row.reason, language, 2)] : []))
        : [];
      return [...(published ? publishedLines(published, language) : standingsLines(one, language)), ...why];
    });
    return answer(request, told, { standings: views }, lines.length ? lines : [speak(language, 'nothingPublished')]);
  },
};

/** `xiuhua consequences plan.json log.jsonl`: what the published results call for, why, and how it was decided. */
export const consequences: CliCommand = {
  name: 'consequences',
  about: 'consequencesAbout',
  form: '<plan.json> <log.jsonl>',
  options: {},
  run: async (request) => {
    const outcome = tell(request, 'today');
    if (!outcome.ok) return silence(request, outcome);
    const called = proposals(outcome.value.campaign);
    const lines = called.map((proposal) => proposalLine(proposal, request.language));
    return answer(request, outcome.value, { consequences: called }, lines.length ? lines : [speak(request.language, 'noConsequence')]);
  },
};

/** `xiuhua replay plan.json log.jsonl --at 2026-11-20`: the board at the end of that day, by what was known then. */
export const replayLog: CliCommand = {
  name: 'replay',
  about: 'replayAbout',
  form: '<plan.json> <log.jsonl> [--at YYYY-MM-DD]',
  options: { at: { type: 'string' } },
  run: async (request) => {
    const outcome = tell(request, 'at');
    if (!outcome.ok) return silence(request, outcome);
    const view = board(outcome.value.campaign, outcome.value.today);
    return answer(request, outcome.value, { board: view }, boardLines(view, request.language));
  },
};

const rowsOf = (
  request: Request,
  told: Told,
  unit: string,
): readonly { readonly of: Standings; readonly row: Standings['rows'][number] }[] =>
  withPeriod(request, told).flatMap(([ranking, period]) => {
    const of =
      told.campaign.standings.get(`${ranking}·${period}`)?.standings ??
      computeStandings(told.campaign, ranking, { period, today: told.today });
    const row = of?.rows.find((one) => one.unit === unit);
    return of && row ? [{ of, row }] : [];
  });

/** `xiuhua explain plan.json log.jsonl --unit 小箐村 --period 2026-11`: every reason of a score down to the answer and its clause. */
export const explain: CliCommand = {
  name: 'explain',
  about: 'explainAbout',
  form: '<plan.json> <log.jsonl> --unit NAME [--period 2026-11] [--ranking NAME] [--today YYYY-MM-DD]',
  options: { unit: { type: 'string' }, period: { type: 'string' }, ranking: { type: 'string' }, today: { type: 'string' } },
  run: async (request) => {
    const outcome = tell(request, 'today');
    if (!outcome.ok) return silence(request, outcome);
    const told = outcome.value;
    const { language } = request;
    const named = textOption(request, 'unit');
    if (named === undefined) throw wrongUse(request, 'missing', { what: '--unit' });
    const unit = told.plan.organization.units.get(named);
    const near = nearest(named, told.plan.organization.units.keys());
    if (unit === undefined)
      throw wrongUse(request, 'unknownUnit', { name: named, near: near ? speak(language, 'meant', { name: near }) : '' });
    const found = rowsOf(request, told, unit).map(({ of, row }) => ({
      ...of,
      rows: [row],
      why: row.reason && whyOf(told.campaign, row.reason, language),
    }));
    const lines = found.flatMap(({ why, ...of }) => [...standingsLines(of, language), ...(why ? whyLines(why, language, 2) : [])]);
    return answer(request, told, { unit, explained: found }, lines.length ? lines : [speak(language, 'notScored', { unit })]);
  },
};
