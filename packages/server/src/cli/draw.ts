import { type CompiledPlan, daysOf, drawRecords, drawRegister, drawTurns, hashOf, isDay, kindOf, nearest, seedingOf } from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { planArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

const scheduleOption = (request: Request, plan: CompiledPlan) => {
  const drawing = plan.schedules.filter(({ pick }) => pick.kind === 'draw');
  const names = drawing.map(({ name }) => name);
  const name = textOption(request, 'schedule') ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) throw wrongUse(request, 'whichSchedule', { names: names.join('、') || '—' });
  const schedule = drawing.find((one) => one.name === name);
  if (schedule) return schedule;
  const near = nearest(name, names);
  throw wrongUse(request, 'unknownSchedule', { name, near: near ? speak(request.language, 'meant', { name: near }) : '' });
};

/** The days asked for: a period such as 2026-11, 2026-Q4 or 2026-W46, or a day. */
const periodOption = (request: Request): { readonly first: string; readonly last: string } => {
  const period = textOption(request, 'period');
  if (period === undefined) throw wrongUse(request, 'missing', { what: speak(request.language, 'optionPeriod') });
  if (isDay(period)) return { first: period, last: period };
  if (kindOf(period) === undefined) throw wrongUse(request, 'badPeriod', { period });
  return daysOf(period);
};

const seedOption = (request: Request): string => {
  const seed = textOption(request, 'seed');
  if (!seed) throw wrongUse(request, 'missing', { what: speak(request.language, 'optionSeed') });
  return seed;
};

/**
 * `xiuhua draw plan.json --schedule 月抽查 --period 2026-11 --seed …`: what a draw gives with this seed, its register's
 * hash, its strata, and of every site drawn the number that called it. Draws of the periods before are made first,
 * because one may rest on another.
 */
export const draw: CliCommand = {
  name: 'draw',
  about: 'drawAbout',
  form: '<plan.json> --period 2026-11 --seed TEXT [--schedule NAME]',
  options: { schedule: { type: 'string' }, period: { type: 'string' }, seed: { type: 'string' } },
  run: async (request) => {
    const plan = planArgument(request);
    if (!plan.ok) return printProblems(request, plan.problems);
    const { language, json, print } = request;
    const schedule = scheduleOption(request, plan.value);
    const [{ first, last }, seeding] = [periodOption(request), seedingOf(seedOption(request))];
    const register = drawRegister(schedule, seeding);
    const all = drawRecords(schedule, plan.value.calendar, { seeding, until: last });
    const draws = all.flatMap((record, i) => (record.planned >= first ? [{ record, turns: drawTurns(register, all, i) }] : []));
    if (json) {
      const told = draws.map(({ record, turns }) => ({ ...record, turns }));
      print(JSON.stringify({ ok: true, commitment: seeding.commitment, registerHash: hashOf(register), register, draws: told }));
      return exit.fine;
    }
    for (const { record, turns } of draws) {
      print(speak(language, 'drawHead', { draw: record.draw, planned: record.planned }));
      print(speak(language, 'drawBasis', { register: record.register, seed: record.seed, hash: record.hash }));
      for (const { pool, leftOut, mustTake, drawn } of record.pools) {
        const of = register.lines.filter((line) => line.pool === pool).length;
        print(speak(language, 'drawPool', { pool, of, take: drawn.length, rest: leftOut.length, must: mustTake }));
        for (const { turn, site, number, tickets, called, must } of turns.filter((one) => one.pool === pool)) {
          const crew = record.crews.find((one) => one.site === site);
          const who = [crew?.by, ...(crew?.along ?? [])].filter(Boolean).join('、');
          print(speak(language, must ? 'drawMust' : 'drawTurn', { turn, site, number, tickets, called, who }));
        }
      }
    }
    print(speak(language, 'drawCount', { n: draws.length, first, last }));
    return exit.fine;
  },
};
