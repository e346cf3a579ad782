import {
  type Answers,
  compilePlan,
  type Day,
  type Expectation,
  expectationOf,
  type FindingView,
  findingViews,
  firstYear,
  type Invented,
  inventAnswers,
  type Problem,
  type Proposal,
  possibleVisits,
  proposals,
  type RehearsalSummary,
  rehearse,
  type Standings,
  scenarioAnswers,
  summaryOf,
  type Tried,
  type TriedVisit,
  triedAnswers,
  tryScenario,
} from '@xiuhua/engine';
import type { Json } from '../draft/json.ts';

/** A visit as it stands on the phone: an answer may be incomplete. */
export interface PhoneVisit {
  readonly site: string;
  readonly checklist: string;
  readonly day: Day;
  readonly answers: Answers;
}

/** What may be asked about a plan. It is the engine that runs the campaign that answers. */
export type Question =
  | { readonly ask: 'trial'; readonly visits: readonly PhoneVisit[]; readonly around: Omit<Tried, 'visits'> }
  | { readonly ask: 'invent'; readonly visit: Omit<PhoneVisit, 'answers'>; readonly how: Invented; readonly seed: number }
  | { readonly ask: 'visits'; readonly site: string; readonly from: Day }
  | { readonly ask: 'open'; readonly tried: Tried }
  | { readonly ask: 'expect'; readonly tried: Tried }
  | { readonly ask: 'rehearse'; readonly seed: number };

/** What came of a trial. */
export interface TrialResult {
  /** The trial as a scenario would write it, and what it would expect. */
  readonly tried: Tried;
  readonly expects: Expectation;
  readonly refused: readonly { readonly part: 'visits' | 'readings'; readonly index: number; readonly problems: readonly Problem[] }[];
  readonly standings: readonly Standings[];
  readonly findings: readonly FindingView[];
  readonly proposals: readonly Proposal[];
}

/** The answers by question. */
export interface AnswerOf {
  readonly trial: TrialResult;
  readonly invent: Answers;
  readonly visits: readonly TriedVisit[];
  readonly open: readonly PhoneVisit[];
  readonly expect: Expectation;
  readonly rehearse: RehearsalSummary;
}

/** An answer, or the errors of the plan that stand in the way. */
export type Answered<K extends keyof AnswerOf> =
  | { readonly ok: true; readonly value: AnswerOf[K] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

type Compiled = Extract<ReturnType<typeof compilePlan>, { ok: true }>['value'];

/** Photos and remarks are nobody's: they were never taken, and no rule counts them. */
const bare = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).map(([item, { photos: _, note: __, ...answer }]) => [item, answer]));

const given = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([, { result }]) => result));

const triedOf = (plan: Compiled, visits: readonly PhoneVisit[], around: Omit<Tried, 'visits'>): Tried => ({
  ...(visits.length === 0
    ? {}
    : {
        visits: visits.map(({ answers, ...visit }) => {
          const written = triedAnswers(plan, visit, given(answers));
          return { ...visit, ...(written.length === 0 ? {} : { answers: written }) };
        }),
      }),
  ...around,
});

const answers: { readonly [K in keyof AnswerOf]: (plan: Compiled, question: Extract<Question, { ask: K }>) => AnswerOf[K] } = {
  trial: (plan, { visits, around }) => {
    const tried = triedOf(plan, visits, around);
    const trial = tryScenario(plan, tried);
    const { campaign, refused, day } = trial;
    return {
      tried,
      expects: expectationOf(trial),
      refused,
      standings: [...campaign.standings.values()].map(({ standings }) => standings),
      findings: findingViews(campaign, day),
      proposals: proposals(campaign),
    };
  },
  invent: (plan, { visit, how, seed }) => bare(inventAnswers(plan, visit, how, seed)),
  visits: (plan, { site, from }) => possibleVisits(plan, site, from),
  open: (plan, { tried }) =>
    (tried.visits ?? []).map((visit) => {
      const { site, checklist, day } = visit;
      return { site, checklist, day, answers: bare(scenarioAnswers(plan, visit)) };
    }),
  expect: (plan, { tried }) => expectationOf(tryScenario(plan, tried)),
  rehearse: (plan, { seed }) => summaryOf(rehearse(plan, { ...firstYear(plan), seed })),
};

const compiled = new WeakMap<object, ReturnType<typeof compilePlan>>();

/** Answers a question about a plan as it stands in the draft. */
export const answerTo = <K extends keyof AnswerOf>(plan: Json, question: Extract<Question, { ask: K }>): Answered<K> => {
  const key = typeof plan === 'object' && plan !== null ? plan : {};
  const outcome = compiled.get(key) ?? compilePlan(plan);
  compiled.set(key, outcome);
  if (!outcome.ok) return { ok: false, problems: outcome.problems.filter(({ severity }) => severity === 'error') };
  const answer = answers[question.ask] as (plan: Compiled, question: Extract<Question, { ask: K }>) => AnswerOf[K];
  return { ok: true, value: answer(outcome.value, question) };
};
