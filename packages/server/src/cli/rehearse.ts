import { type Day, firstYear, isDay, type RehearsalSummary, rehearse, showPoints, summaryOf } from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { planArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

const dayOption = (request: Request, option: 'from' | 'to', usual: Day): Day => {
  const value = textOption(request, option) ?? usual;
  if (!isDay(value)) throw wrongUse(request, 'notADay', { option, value });
  return value;
};

/** What each inspector did over all weeks, busiest week first in mind. */
const loadLines = ({ load }: RehearsalSummary, { language }: Request): readonly string[] => {
  const names = [...new Set(load.map(({ inspector }) => inspector))];
  return names.map((inspector) => {
    const weeks = load.filter((week) => week.inspector === inspector);
    const busiest = weeks.reduce((most, week) => (week.visits > most.visits ? week : most));
    return speak(language, 'rehearsedLoad', {
      inspector,
      weeks: weeks.length,
      visits: weeks.reduce((sum, week) => sum + week.visits, 0),
      most: busiest.visits,
      week: busiest.week,
      day: Math.max(...weeks.map((week) => week.mostInADay)),
    });
  });
};

const scoreLines = ({ scores }: RehearsalSummary, { language }: Request): readonly string[] =>
  scores.map(({ ranking, unit, periods, last, ...points }) =>
    speak(language, 'rehearsedScore', {
      ranking,
      unit,
      periods,
      last,
      lowest: showPoints(points.lowest),
      middle: showPoints(points.middle),
      highest: showPoints(points.highest),
    }),
  );

const lines = (summary: RehearsalSummary, request: Request): readonly string[] => {
  const { language } = request;
  const { from, to, events, duties, findings } = summary;
  return [
    speak(language, 'rehearsed', { from, to, events, ...duties, ...findings }),
    ...(summary.cut ? [speak(language, 'rehearsedCut', { to })] : []),
    ...loadLines(summary, request),
    ...summary.crowded
      .slice(0, 20)
      .map(({ unit, day, visits, possible }) => speak(language, 'rehearsedCrowded', { unit, day, visits, possible })),
    ...scoreLines(summary, request),
    ...summary.consequences.map(({ consequence, periods, called, signed, declined }) =>
      speak(language, called === 0 ? 'rehearsedNever' : 'rehearsedCalled', { consequence, periods, called, signed, declined }),
    ),
    ...summary.refused.map(({ code, times }) => speak(language, 'rehearsedRefused', { code, times })),
  ];
};

/** `xiuhua rehearse plan.json --from … --to … --seed …`: the plan lived through by invented people. */
export const rehearsal: CliCommand = {
  name: 'rehearse',
  about: 'rehearseAbout',
  form: '<plan.json> [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--seed SEED]',
  options: { from: { type: 'string' }, to: { type: 'string' }, seed: { type: 'string' } },
  run: async (request) => {
    const plan = planArgument(request);
    if (!plan.ok) return printProblems(request, plan.problems);
    const usual = firstYear(plan.value);
    const from = dayOption(request, 'from', usual.from);
    const to = dayOption(request, 'to', usual.to < from ? from : usual.to);
    if (to < from) throw wrongUse(request, 'reversed', { from, to });
    const summary = summaryOf(rehearse(plan.value, { from, to, seed: textOption(request, 'seed') ?? '1' }));
    const ok = summary.refused.length === 0;
    if (request.json) request.print(JSON.stringify({ ok, ...summary }));
    else for (const line of lines(summary, request)) request.print(line);
    return ok ? exit.fine : exit.problems;
  },
};
