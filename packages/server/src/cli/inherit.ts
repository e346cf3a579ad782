import { writeFileSync } from 'node:fs';
import {
  type CompiledPlan,
  checkSplit,
  compilePlan,
  derive as deriveFrom,
  hasErrors,
  lineage,
  nearest,
  type Outcome,
  type Problem,
  problem,
  readPlan,
  rebase as rebaseOnto,
  say,
  sayChange,
  sayDifference,
  upperBases,
} from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { readArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

type Written = Readonly<Record<string, unknown>>;

const compiledArgument = (request: Request, index: number): Outcome<CompiledPlan> => {
  const raw = readPlan(readArgument(request, index, 'upperFile'));
  return raw.ok ? compilePlan(raw.value) : raw;
};

const compiledArguments = (request: Request, from: number): Outcome<readonly CompiledPlan[]> => {
  const outcomes = request.args.slice(from).map((_, i) => compiledArgument(request, from + i));
  if (outcomes.length === 0) throw wrongUse(request, 'missing', { what: speak(request.language, 'upperFile') });
  const problems = outcomes.flatMap((one) => (one.ok ? [] : one.problems));
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: outcomes.flatMap((one) => (one.ok ? [one.value] : [])), problems: [] };
};

/** A basis whose upper plan was given in another version is told apart from one that was not given at all. */
const named = (found: Problem, uppers: readonly CompiledPlan[]): Problem =>
  found.code === 'basis.unknown-upper' && uppers.some(({ plan }) => plan.title === found.params.upper)
    ? problem('basis.not-the-upper', found.at, found.params)
    : found;

const told = (request: Request, { code, at, severity, params, ...rest }: Problem) => ({
  code,
  clause: String(params.name ?? ''),
  at,
  severity,
  message: say({ code, at, severity, params, ...rest }, request.language),
});

/** `xiuhua conform lower.json upper.json…`: every breach of the upper plans its basis names, and what the lower plan adds. */
export const conform: CliCommand = {
  name: 'conform',
  about: 'conformAbout',
  form: '<lower.json> <upper.json>… [--split]',
  options: { split: { type: 'boolean' } },
  run: async (request) => {
    if (request.options['split'] === true) return split(request);
    const lower = readPlan(readArgument(request, 0, 'planFile'));
    if (!lower.ok) return printProblems(request, lower.problems);
    const uppers = compiledArguments(request, 1);
    if (!uppers.ok) return printProblems(request, uppers.problems);
    if (upperBases(lower.value).length === 0) throw wrongUse(request, 'noUpper');
    const byHash = new Map(uppers.value.map((upper) => [upper.hash, upper]));
    const found = lineage(lower.value, (hash) => byHash.get(hash));
    const problems = found.problems.map((one) => named(one, uppers.value));
    const ok = !hasErrors(problems);
    if (!request.json) {
      for (const { upper, breaches, additions, minutes } of found.conformities) {
        for (const { exception, change } of breaches) {
          const what = sayChange(change, request.language);
          if (exception) request.print(speak(request.language, 'exception', { ...exception, what }));
        }
        for (const { kind, clause, change, days, reason } of additions)
          request.print(
            speak(request.language, 'addition', {
              clause: [clause.name, kind === 'clause' ? '' : sayChange(change, request.language)].filter(Boolean).join(' '),
              days: days ?? '',
              reason: reason || '—',
            }),
          );
        request.print(
          speak(request.language, 'minutes', {
            upper: upper.title,
            before: minutes.upper.all,
            after: minutes.lower.all,
            each: minutes.upper.each,
            eachAfter: minutes.lower.each,
          }),
        );
      }
      return printProblems(request, problems);
    }
    const breaches = found.conformities.flatMap(({ breaches: all }) =>
      all.map(({ problem: one, change, exception }) => ({
        ...told(request, one),
        upper: change.before ?? null,
        lower: change.after ?? null,
        approval: exception?.approval ?? null,
      })),
    );
    const others = problems.filter(({ code }) => !breaches.some((breach) => breach.code === code));
    const additions = found.conformities.flatMap(({ additions: all }) => all);
    const count = (kind: string) => additions.filter((one) => one.kind === kind).length;
    const adds = {
      clauses: count('clause'),
      earlier: additions.filter((one) => one.kind === 'earlier').map(({ clause, days }) => ({ clause: clause.name ?? '', days })),
      oftener: count('oftener'),
      larger: count('larger'),
      raised: count('raised'),
      shorter: count('shorter'),
      stricter: count('stricter'),
      minutesAMonth: found.conformities.map(({ minutes }) => minutes),
      withoutReason: additions.filter(({ reason }) => reason === '').length,
    };
    request.print(JSON.stringify({ ok, breaches, problems: others.map((one) => told(request, one)), adds }));
    return ok ? exit.fine : exit.problems;
  },
};

/** `xiuhua conform --split upper.json town1.json town2.json…`: whether the towns' targets come to the upper ones. */
const split = async (request: Request): Promise<number> => {
  const upper = compiledArgument(request, 0);
  if (!upper.ok) return printProblems(request, upper.problems);
  const lowers = request.args.slice(1).map((_, i) => readPlan(readArgument(request, i + 1, 'planFile')));
  const broken = lowers.flatMap((one) => (one.ok ? [] : one.problems));
  if (broken.length > 0) return printProblems(request, broken);
  return printProblems(
    request,
    checkSplit(
      upper.value,
      lowers.flatMap((one) => (one.ok ? [one.value as Written] : [])),
    ),
  );
};

const write = (request: Request, plan: unknown): void => {
  const file = textOption(request, 'out');
  const text = `${JSON.stringify(plan, null, 2)}\n`;
  if (file === undefined) request.print(text.trimEnd());
  else writeFileSync(file, text);
};

/** `xiuhua derive upper.json --as 甲镇`: a draft for one of the units of an upper plan. */
export const derive: CliCommand = {
  name: 'derive',
  about: 'deriveAbout',
  form: '<upper.json> [--as <unit>] [--title <title>] [--issuer <issuer>] [--out <file>]',
  options: { as: { type: 'string' }, title: { type: 'string' }, issuer: { type: 'string' }, out: { type: 'string' } },
  run: async (request) => {
    const upper = compiledArgument(request, 0);
    if (!upper.ok) return printProblems(request, upper.problems);
    const [as, title, issuer] = ['as', 'title', 'issuer'].map((option) => textOption(request, option));
    const units = upper.value.organization.units;
    if (as !== undefined && !units.has(as)) {
      return printProblems(request, [
        problem('basis.unknown-unit', '', { upper: upper.value.plan.title, found: as, near: nearest(as, units.keys()) }),
      ]);
    }
    write(request, deriveFrom(upper.value, { ...(as ? { as } : {}), ...(title ? { title } : {}), ...(issuer ? { issuer } : {}) }));
    return exit.fine;
  },
};

/** `xiuhua rebase lower.json old-upper.json new-upper.json`: the amendment carried into the lower plan. */
export const rebase: CliCommand = {
  name: 'rebase',
  about: 'rebaseAbout',
  form: '<lower.json> <old-upper.json> <new-upper.json> [--out <file>]',
  options: { out: { type: 'string' } },
  run: async (request) => {
    const lower = readPlan(readArgument(request, 0, 'planFile'));
    if (!lower.ok) return printProblems(request, lower.problems);
    const [before, after] = [compiledArgument(request, 1), compiledArgument(request, 2)];
    if (!before.ok) return printProblems(request, before.problems);
    if (!after.ok) return printProblems(request, after.problems);
    if (!upperBases(lower.value).some(({ hash }) => hash === before.value.hash)) {
      const params = { upper: before.value.plan.title, hash: before.value.hash.slice(0, 12) };
      return printProblems(request, [problem('basis.not-the-upper', '/basis', params)]);
    }
    const moved = rebaseOnto(lower.value as Written, before.value, after.value);
    const breaches = moved.conformity.breaches.map(({ problem: one }) => one);
    const ok = moved.clashes.length === 0 && !hasErrors(breaches);
    const words = (change: Parameters<typeof sayDifference>[0]) => sayDifference(change, request.language);
    if (request.json) {
      const clashes = moved.clashes.map(({ upper, own }) => ({ upper: words(upper), own: words(own) }));
      request.print(
        JSON.stringify({
          ok,
          until: moved.until ?? null,
          followed: moved.followed.map(words),
          clashes,
          breaches: breaches.map((one) => told(request, one)),
          plan: moved.plan,
        }),
      );
      return ok ? exit.fine : exit.problems;
    }
    write(request, moved.plan);
    for (const change of moved.followed) request.complain(speak(request.language, 'followed', { what: words(change) }));
    for (const { upper, own } of moved.clashes)
      request.complain(speak(request.language, 'clash', { upper: words(upper), own: words(own) }));
    for (const one of breaches) request.complain(say(one, request.language));
    return ok ? exit.fine : exit.problems;
  },
};
