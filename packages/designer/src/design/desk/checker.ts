import type { Day } from '@xiuhua/engine';
import { isEqual, isObject, type Json } from '../draft/json.ts';
import type { Findings } from './check.ts';
import type { Question } from './check.worker.ts';
import { cell, type DraftStore, type Followed } from './store.ts';

/** The newest findings, and the plan they are about: `undefined` until the first are there. */
export interface Checked extends Findings {
  readonly of: Json | undefined;
}

/** Looks through plans, one after the other. */
export interface Checker {
  readonly look: (plan: Json) => Promise<Findings>;
  /** Gives the upper plans that the next plans are held against. */
  readonly under: (uppers: readonly Json[]) => void;
  readonly stop: () => void;
}

/** The parts of a plan that are not those sent before: an edit leaves the others the same objects. */
const questionOf = (sent: Json, plan: Json, today: Day): Question => {
  const [before, now] = [isObject(sent) ? sent : {}, isObject(plan) ? plan : {}];
  return { parts: Object.fromEntries(Object.entries(now).filter(([key, part]) => before[key] !== part)), keys: Object.keys(now), today };
};

/** A checker beside the page, in a thread of its own: typing never waits for it. */
const aside = (today: Day): Checker => {
  const worker = new Worker(new URL('./check.worker.ts', import.meta.url), { type: 'module' });
  let sent: Json = {};
  let uppers: readonly Json[] | undefined;
  const look = (plan: Json) =>
    new Promise<Findings>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Findings>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ ...questionOf(sent, plan, today), ...(uppers ? { uppers } : {}) } satisfies Question);
      sent = plan;
      uppers = undefined;
    });
  const under = (plans: readonly Json[]): void => {
    uppers = plans;
  };
  return { look, under, stop: () => worker.terminate() };
};

/** A checker in the page itself, where there are no threads. */
const here = (today: Day): Checker => {
  let uppers: readonly Json[] | undefined;
  const look = async (plan: Json): Promise<Findings> => {
    const { check, uppersOf } = await import('./check.ts');
    return check(plan, today, uppers && uppersOf(uppers));
  };
  const under = (plans: readonly Json[]): void => {
    uppers = plans;
  };
  return { look, under, stop: () => undefined };
};

/** The checker of this machine. */
export const checkerFor = (today: Day): Checker => (typeof Worker === 'undefined' ? here(today) : aside(today));

/** The hand must rest this long before the plan is looked through again. */
const rest = 120;

const nothing: Checked = { of: undefined, problems: [], waived: [], ahead: undefined, milestones: [], upcoming: [] };

/** What was found before where it is the same, so that nobody draws again what did not change. */
const keptWhereSame = (before: Checked, found: Findings, of: Json): Checked => {
  const same = <T>(a: T, b: T): T => (isEqual(a as Json, b as Json) ? a : b);
  return {
    of,
    problems: same(before.problems, found.problems),
    waived: same(before.waived, found.waived),
    ahead: same(before.ahead, found.ahead),
    milestones: same(before.milestones, found.milestones),
    upcoming: same(before.upcoming, found.upcoming),
  };
};

/** What the engine finds in a draft. */
export interface Checking extends Followed<Checked> {
  /** Gives the upper plans of the draft; it is looked through again. */
  readonly under: (uppers: readonly Json[]) => void;
  readonly stop: () => void;
}

/** Follows a draft with what the engine finds in it: at once for the first plan, then whenever the hand rests. */
export const followChecks = (store: DraftStore, checker: Checker): Checking => {
  const checked = cell(nothing);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;
  let stopped = false;
  let again = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    again = false;
    const plan = store.get().present;
    const found = await checker.look(plan);
    looking = false;
    if (stopped) return;
    checked.set(keptWhereSame(checked.get(), found, plan));
    if (again || store.get().present !== plan) void look();
  };
  const unsubscribe = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), rest);
  });
  void look();
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    checker.stop();
  };
  const under = (uppers: readonly Json[]): void => {
    checker.under(uppers);
    again = true;
    void look();
  };
  return { get: checked.get, subscribe: checked.subscribe, under, stop };
};
