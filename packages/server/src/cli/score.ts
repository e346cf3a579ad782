import {
  type Campaign,
  type CompiledPlan,
  computeStandings,
  dayOf,
  type Event,
  isDay,
  kindOf,
  nearest,
  periodOf,
  type Reason,
  replay,
  type Standings,
  sayPeriod,
  sayReason,
  showPoints,
} from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { logArgument, planArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

const rankingOption = (request: Request, plan: CompiledPlan) => {
  const names = [...plan.rankings.keys()];
  const name = textOption(request, 'ranking') ?? names[0];
  if (name === undefined) throw wrongUse(request, 'noRanking');
  const ranking = plan.rankings.get(name);
  if (ranking) return ranking;
  const near = nearest(name, names);
  throw wrongUse(request, 'unknownRanking', { name, near: near ? speak(request.language, 'meant', { name: near }) : '' });
};

/** The campaign the log leads to. A log the plan cannot explain is wrong use: it belongs to another plan or is broken. */
const campaignOf = (request: Request, events: readonly Event[], plan: CompiledPlan): Campaign => {
  try {
    return replay(events, (hash) => (hash === plan.hash ? plan : undefined));
  } catch (error) {
    throw wrongUse(request, 'brokenLine', { line: '?', why: (error as Error).message });
  }
};

const reasonLines = (reason: Reason, language: Request['language'], depth = 2): readonly string[] => [
  `${'  '.repeat(depth)}${sayReason(reason, language)}`,
  ...reason.parts.flatMap((part) => reasonLines(part, language, depth + 1)),
];

const printStandings = ({ print, language, options }: Request, standings: Standings): void => {
  const { ranking, period, from, to } = standings;
  print(speak(language, 'standings', { ranking, period: sayPeriod(period, language), from, to }));
  for (const { rank, unit, points, inspections, reason } of standings.rows) {
    const place = rank === null ? speak(language, 'unranked') : String(rank);
    print(
      `${place.padStart(3)}  ${unit}  ${speak(language, 'points', { points: showPoints(points) })}  ${speak(language, 'inspections', { n: inspections })}`,
    );
    if (options['why'] && reason) for (const text of reasonLines(reason, language)) print(text);
  }
};

/**
 * `xiuhua score plan.json log.jsonl --period 2026-11`: points and ranks by what is known on `--today`, the last day of
 * the log when left out; with `--why` every reason. Without `--period` the period of that last day.
 */
export const score: CliCommand = {
  name: 'score',
  about: 'scoreAbout',
  form: '<plan.json> <log.jsonl> [--period 2026-11] [--ranking NAME] [--today YYYY-MM-DD] [--why]',
  options: { period: { type: 'string' }, ranking: { type: 'string' }, today: { type: 'string' }, why: { type: 'boolean' } },
  run: async (request) => {
    const plan = planArgument(request);
    if (!plan.ok) return printProblems(request, plan.problems);
    const events = logArgument(request, 1);
    const last = events.at(-1);
    if (!last) throw wrongUse(request, 'emptyLog');
    const { ranking, sheet } = rankingOption(request, plan.value);
    const example = periodOf(sheet.sheet.every, dayOf(last.at));
    const period = textOption(request, 'period') ?? example;
    const campaign = campaignOf(request, events, plan.value);
    const today = textOption(request, 'today') ?? dayOf(last.at);
    if (!isDay(today)) throw wrongUse(request, 'notADay', { option: 'today', value: today });
    const known = kindOf(period) === sheet.sheet.every;
    const standings = known ? computeStandings(campaign, ranking.name, { period, today }) : undefined;
    if (!standings) throw wrongUse(request, 'notAPeriod', { period, ranking: ranking.name, example });
    if (request.json) request.print(JSON.stringify({ ok: true, standings }));
    else printStandings(request, standings);
    return exit.fine;
  },
};
