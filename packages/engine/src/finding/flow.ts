import { readWithin, type Within } from '../calendar/within.ts';
import { nearest } from '../problem/nearest.ts';
import { type Problem, pointer, problem } from '../problem/problem.ts';
import type { Deed, FlowStage, Move, Need, StageKind } from './flow-schema.ts';
import { baseFlows } from './flows.ts';
import type { Findings } from './schema.ts';

/** A stage with its time limit read; null where it has none. */
export interface CompiledStage {
  readonly name: string;
  readonly is: StageKind;
  readonly within: Within | null;
}

/** A move with what follows from its words. */
export interface CompiledMove {
  readonly move: Move;
  /** Where it may lead: one stage, or every stage it may go back to. */
  readonly targets: readonly string[];
  readonly needs: ReadonlySet<Need>;
  readonly adds: Within | null;
}

/** The course findings of a plan take. */
export interface CompiledFlow {
  /** True for a plan that says nothing: notice, reply and verification, by the facts they have always had. */
  readonly plain: boolean;
  readonly stages: ReadonlyMap<string, CompiledStage>;
  readonly moves: ReadonlyMap<string, CompiledMove>;
  /** Where what an inspector found, and what was reported otherwise, begins. */
  readonly begins: { readonly visit: string; readonly report: string };
  /** Stages a finding is taken aside to and comes back from. */
  readonly asides: ReadonlySet<string>;
}

/** Stages in which a finding is over. */
const ends: ReadonlySet<StageKind> = new Set(['closed', 'void', 'duplicate']);

/** True for a state in which nothing is left to do. */
export const isEnd = (is: StageKind): boolean => ends.has(is);

/** Deeds by which a finding that is over may move again. */
const reopeners: ReadonlySet<Deed> = new Set(['appeal', 'confirm', 'reopen']);

/** Deeds that decide what somebody asked for: another person makes them than the one who asked. */
const approvals: ReadonlySet<Deed> = new Set(['extend', 'refuse', 'suspend', 'defer', 'uphold', 'reject']);

const overlay = <T extends { readonly name: string }>(base: readonly T[], own: readonly T[]): readonly T[] => {
  const byName = new Map([...base, ...own].map((one) => [one.name, one]));
  return [...byName.values()];
};

const lookBackMoves = (stages: readonly FlowStage[], moves: readonly Move[]): readonly Move[] => {
  const closed = stages.filter(({ is }) => is === 'closed').map(({ name }) => name);
  const work = stages.find(({ is }) => is === 'rectifying');
  if (closed.length === 0 || !work || moves.some(({ does }) => does === 'reopen')) return [];
  const by = ['office', 'inspector'] as Move['by'];
  return [
    { name: '回头看合格', from: closed, to: closed[0], by, does: 'confirm' },
    { name: '回头看不合格', from: closed, to: work.name, by, needs: ['text'], does: 'reopen' },
  ];
};

const unreadable = (at: string, found: string, name: string): Problem =>
  problem('phrase.unreadable', at, { kind: 'within', found, name, examples: '3 workdays、4 work hours、2 urgent work hours' });

const targetsOf = (move: Move, moves: readonly Move[]): readonly string[] => {
  if (move.to !== undefined) return [move.to];
  const into = moves.filter(({ to }) => to !== undefined && move.from.includes(to));
  return [...new Set(into.flatMap(({ from }) => from))].filter((name) => !move.from.includes(name));
};

const needsOf = (move: Move, findings: Findings): ReadonlySet<Need> => {
  const photo: readonly Need[] = move.does === 'reply' && findings.reply?.photo ? ['photo'] : [];
  const another: readonly Need[] = move.does && approvals.has(move.does) ? ['another'] : [];
  return new Set([...(move.needs ?? []), ...photo, ...another]);
};

const reach = (from: readonly string[], next: (stage: string) => readonly string[]): ReadonlySet<string> => {
  const seen = new Set(from);
  for (const stage of seen) for (const to of next(stage)) seen.add(to);
  return seen;
};

/** Where a clause of the plan stands; what a named flow brought stands at the name. */
const placesOf = (findings: Findings, at: string) => ({
  stage: (name: string): string => {
    const i = (findings.stages ?? []).findIndex((one) => one.name === name);
    return i < 0 ? pointer(at, 'flow') : pointer(`${at}/stages`, i);
  },
  move: (name: string): string => {
    const i = (findings.moves ?? []).findIndex((one) => one.name === name);
    return i < 0 ? pointer(at, 'flow') : pointer(`${at}/moves`, i);
  },
});
type Places = ReturnType<typeof placesOf>;

const checkMove = ({ move, adds, targets }: CompiledMove, stages: CompiledFlow['stages'], at: string): readonly Problem[] => {
  const name = move.name;
  const named = [...move.from, ...(move.to === undefined ? [] : [move.to])];
  const unknown = named
    .filter((stage) => !stages.has(stage))
    .map((stage) => problem('flow.unknown-stage', at, { move: name, stage, near: nearest(stage, [...stages.keys()]) }));
  const problems = [...unknown];
  const isOver = (stage: string): boolean => isEnd(stages.get(stage)?.is ?? 'pending');
  const out = move.from.find(isOver);
  if (out !== undefined && !(move.does && reopeners.has(move.does))) problems.push(problem('flow.reopens', at, { move: name, stage: out }));
  if (move.adds !== undefined && !adds) problems.push(unreadable(pointer(at, 'adds'), move.adds, name));
  if (move.does === 'extend' && move.adds === undefined) problems.push(problem('flow.no-addition', at, { move: name }));
  const end = targets.find(isOver);
  if (end !== undefined && move.by.every((by) => by === 'unit') && !move.units && !move.from.every(isOver))
    problems.push(problem('flow.closes-own', at, { move: name, stage: end }));
  return problems;
};

const checkCourse = (flow: CompiledFlow, places: Places, at: string): readonly Problem[] => {
  if (![...flow.stages.values()].some(({ is }) => is === 'closed')) return [problem('flow.no-end', pointer(at, 'flow'))];
  const moves = [...flow.moves.values()];
  const next = (stage: string): readonly string[] =>
    moves.filter(({ move }) => move.from.includes(stage)).flatMap(({ targets }) => targets);
  const reached = reach([flow.begins.visit, flow.begins.report], next);
  return [...flow.stages.values()].flatMap(({ name, is }): readonly Problem[] => {
    if (!reached.has(name)) return [problem('flow.unreachable', places.stage(name), { stage: name })];
    const leads = isEnd(is) || [...reach([name], next)].some((stage) => isEnd(flow.stages.get(stage)?.is ?? 'pending'));
    return leads ? [] : [problem('flow.dead-end', places.stage(name), { stage: name })];
  });
};

const twice = (kind: 'stage' | 'move', names: readonly string[], at: string): readonly Problem[] =>
  names.flatMap((name, i) =>
    names.indexOf(name) < i ? [problem('name.duplicate', pointer(`${at}/${kind}s`, i), { kind, found: name })] : [],
  );

const readStage = (stage: FlowStage): CompiledStage => ({
  name: stage.name,
  is: stage.is,
  within: stage.within === undefined ? null : (readWithin(stage.within) ?? null),
});

/** The flow of a plan: the ready-made one it names with its own stages and moves laid over it, and what is wrong with it. */
export const compileFlow = (findings: Findings, at: string): { readonly value: CompiledFlow; readonly problems: readonly Problem[] } => {
  const base = baseFlows[findings.flow ?? 'short'];
  const own = { stages: findings.stages ?? [], moves: findings.moves ?? [] };
  const written = overlay(base.stages, own.stages);
  const basic = overlay(base.moves, own.moves);
  const all = findings.lookBack ? [...basic, ...lookBackMoves(written, basic)] : basic;
  const stages = new Map(written.map((stage) => [stage.name, readStage(stage)]));
  const moves = new Map(
    all.map((move): readonly [string, CompiledMove] => [
      move.name,
      {
        move,
        targets: targetsOf(move, all).filter((name) => stages.has(name)),
        needs: needsOf(move, findings),
        adds: move.adds === undefined ? null : (readWithin(move.adds) ?? null),
      },
    ]),
  );
  const first = written[0]?.name ?? '';
  const value: CompiledFlow = {
    plain: !findings.flow && !own.stages.length && !own.moves.length && !findings.classes?.length && !findings.lookBack,
    stages,
    moves,
    begins: { visit: written.find(({ visits }) => visits)?.name ?? first, report: first },
    asides: new Set(all.filter(({ to }) => to === undefined).flatMap(({ from }) => from)),
  };
  const places = placesOf(findings, at);
  const limits = written
    .filter(({ within }) => within !== undefined && !readWithin(within))
    .map(({ name, within = '' }) => unreadable(pointer(places.stage(name), 'within'), within, name));
  const names = [
    ...twice(
      'stage',
      own.stages.map(({ name }) => name),
      at,
    ),
    ...twice(
      'move',
      own.moves.map(({ name }) => name),
      at,
    ),
  ];
  const each = [...moves.values()].flatMap((move) => checkMove(move, stages, places.move(move.move.name)));
  const problems = [...names, ...limits, ...each];
  return { value, problems: problems.length > 0 ? problems : checkCourse(value, places, at) };
};
