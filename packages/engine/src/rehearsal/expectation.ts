import { proposals } from '../campaign/standings.ts';
import { type Points, pointsOf, showPoints } from '../expression/points.ts';
import { unitsOf } from '../organization/compile.ts';
import type { CompiledPlan } from '../plan/compile.ts';
import type { Expectation, Scenario } from '../plan/scenarios.ts';
import { clauseOf, type Params, type Problem, problem } from '../problem/problem.ts';
import { say } from '../problem/say.ts';
import type { Reason } from '../scoring/reason.ts';
import type { RefusedPart, Trial } from './scenario.ts';

type ExpectedResult = Expectation['results'][number];
type ExpectedPart = NonNullable<ExpectedResult['parts']>[number];
type ExpectedFinding = Expectation['findings'][number];
type ExpectedConsequence = Expectation['consequences'][number];

const plainNumber = (points: Points): number => Number(showPoints(points));

/** Rules inside a score, those of the sheets it is made of included. */
const rulesIn = (reason: Reason): readonly Reason[] =>
  reason.kind === 'rule' ? [reason] : [...reason.parts, ...(reason.whole?.reason ? [reason.whole.reason] : [])].flatMap(rulesIn);

/** Where the points of a score come from, by rule and item; what gives or takes nothing is left out. */
const partsOf = (reason: Reason): readonly ExpectedPart[] => {
  const sums = new Map<string, { readonly rule: string; readonly item: string; points: Points }>();
  for (const rule of rulesIn(reason))
    for (const leaf of rule.parts.length > 0 ? rule.parts : [rule]) {
      const item = leaf.cause && 'item' in leaf.cause ? leaf.cause.item : '';
      const key = JSON.stringify([rule.name, item]);
      const own = sums.get(key) ?? { rule: rule.name, item, points: 0 };
      sums.set(key, { ...own, points: own.points + leaf.points });
    }
  return [...sums.values()]
    .filter(({ points }) => points !== 0)
    .map(({ rule, item, points }) => ({ rule, ...(item ? { item } : {}), points: plainNumber(points) }));
};

/** The units a trial touches: those of the sites visited, of what was found, of the numbers and milestones. */
const touched = ({ plan, tried, campaign }: Trial): ReadonlySet<string> => {
  const { visits = [], readings = [], missed = [] } = tried;
  const parties = [
    ...visits.flatMap(({ site }) => plan.places.sites.get(site)?.units ?? []),
    ...[...campaign.findings.values()].map(({ unit }) => unit),
    ...readings.flatMap(({ unit, indicator }) => unit ?? plan.indicators.get(indicator)?.reporters ?? []),
    ...plan.phases.flatMap(({ milestones }) =>
      milestones.filter(({ name }) => missed.includes(name)).flatMap(({ milestone }) => milestone.units ?? []),
    ),
  ];
  return new Set(unitsOf(plan.organization, parties));
};

/** What came of a trial, in the words in which a scenario expects it: the results of the units it touches, what was found, what follows. */
export const expectationOf = (trial: Trial): Expectation => {
  const { campaign } = trial;
  const units = touched(trial);
  const published = [...campaign.standings.values()].map(({ standings }) => standings);
  return {
    results: published.flatMap(({ ranking, period, rows }) =>
      rows
        .filter(({ unit }) => units.has(unit))
        .map(({ unit, points, rank, grade, reason }) => ({
          ranking,
          period,
          unit,
          ...(reason ? { points: plainNumber(points) } : {}),
          ...(rank === null ? {} : { rank }),
          ...(grade ? { grade: grade.name } : {}),
          ...(reason && partsOf(reason).length > 0 ? { parts: [...partsOf(reason)] } : {}),
        })),
    ),
    findings: [...campaign.findings.values()].map(({ site, item, unit, due }) => ({ site, item, unit, due })),
    consequences: proposals(campaign).map(({ consequence, unit, period }) => ({ consequence, unit, period })),
  };
};

/** The clause that brings a part about, and where it stands in the document. */
const placeOf = (plan: CompiledPlan, { rule, item }: ExpectedPart): { readonly at: string; readonly source: string } | undefined => {
  const sheets = plan.plan.scoring.flatMap((sheet, i) => sheet.rules.map((one, j) => ({ sheet, one, at: `/scoring/${i}/rules/${j}` })));
  const found = sheets.find(({ one }) => one.name === rule);
  const byItem = item !== undefined && found?.one.points === undefined;
  const items = byItem
    ? plan.plan.checklists.flatMap((list, i) => list.items.map((one, j) => ({ list, one, at: `/checklists/${i}/items/${j}` })))
    : [];
  const own = items.find(({ one }) => one.name === item);
  if (own) return { at: own.at, source: own.one.source ?? own.list.source ?? '' };
  return found && { at: found.at, source: found.one.source ?? found.sheet.source ?? '' };
};

const key = ({ rule, item }: ExpectedPart): string => JSON.stringify([rule, item]);
const exact = (points: number | undefined): Points => (points === undefined ? 0 : (pointsOf(points) ?? 0));

const moved = (points: Points): string => (points === 0 ? '不扣分' : `${points < 0 ? '扣' : '加'}${showPoints(Math.abs(points))}分`);

/** Most parts named in one sentence. */
const mostNamed = 3;

/** Why a score differs: the parts that moved, in both languages, and the first clause that is responsible. */
const whyDiffers = (plan: CompiledPlan, expected: ExpectedResult, found: ExpectedResult | undefined) => {
  const [before, now] = [expected, found].map((result) => new Map((result?.parts ?? []).map((part) => [key(part), part])));
  const keys = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])];
  const parts = keys.flatMap((one) => {
    const part = now?.get(one) ?? before?.get(one);
    const [was, is] = [exact(before?.get(one)?.points), exact(now?.get(one)?.points)];
    return part && was !== is ? [{ part, was, is, place: placeOf(plan, part) }] : [];
  });
  const named = parts.slice(0, mostNamed).map(({ part, was, is, place }) => {
    const name = part.item ?? part.rule;
    const source = place?.source ?? '';
    return {
      zh: `“${name}”现${moved(is)}，原${moved(was)}${source && `（${source}）`}`,
      en: `“${name}” counts ${showPoints(is)}, before ${showPoints(was)}${source && ` (${source})`}`,
    };
  });
  const other = { zh: '各项加减分没有变，变的是基础分、权重或上下限', en: 'no single part moved; base, weights or limits did' };
  const all = named.length > 0 ? named : [other];
  return { why: all.map(({ zh }) => zh).join('；'), whyEn: all.map(({ en }) => en).join('; '), responsible: parts[0]?.place?.at };
};

const placed = (found: Problem, responsible: string | undefined): Problem =>
  responsible === undefined ? found : { ...found, responsible };

const sameResult = (a: ExpectedResult, b: ExpectedResult): boolean => a.ranking === b.ranking && a.period === b.period && a.unit === b.unit;

/** A scenario as it is held against what came of it. */
interface Held {
  readonly plan: CompiledPlan;
  readonly at: string;
  readonly clause: Params;
  readonly expected: Expectation;
  readonly found: Expectation;
}

/** Place of the thing of this name in a list; undefined when it is not there. */
const named = (list: readonly { readonly name: string }[], name: string | undefined, at: string): string | undefined => {
  const i = list.findIndex((one) => one.name === name);
  return i < 0 ? undefined : `${at}/${i}`;
};

const resultProblems = ({ plan, at, clause, found: all }: Held, expected: ExpectedResult): readonly Problem[] => {
  const found = all.results.find((other) => sameResult(expected, other));
  const { unit, ranking, period } = expected;
  const about = { ...clause, unit, ranking, period };
  if (expected.points !== found?.points) {
    const { responsible, ...why } = whyDiffers(plan, expected, found);
    return [placed(problem('scenario.score', at, { ...about, expected: expected.points, found: found?.points, ...why }), responsible)];
  }
  const differs = (code: 'scenario.grade' | 'scenario.rank', key: 'grade' | 'rank', responsible: string | undefined) =>
    expected[key] === found?.[key]
      ? []
      : [placed(problem(code, at, { ...about, expected: expected[key], found: found?.[key] }), responsible)];
  const sheet = plan.rankings.get(ranking)?.sheet.sheet.name;
  return [
    ...differs('scenario.grade', 'grade', named(plan.plan.scoring, sheet, '/scoring')),
    ...differs('scenario.rank', 'rank', named(plan.plan.ranking, ranking, '/ranking')),
  ];
};

const sameFinding = (a: ExpectedFinding, b: ExpectedFinding): boolean =>
  a.site === b.site && a.item === b.item && a.unit === b.unit && a.due === b.due;

const findingProblems = ({ at, clause, expected, found }: Held): readonly Problem[] => {
  const open = [...found.findings];
  const take = (fits: (one: ExpectedFinding) => boolean): ExpectedFinding | undefined => {
    const i = open.findIndex(fits);
    return i < 0 ? undefined : open.splice(i, 1)[0];
  };
  const left = expected.findings.filter((one) => !take((other) => sameFinding(one, other)));
  const moved = left.map(({ site, item, unit, due }) => {
    const now = take((other) => site === other.site && item === other.item);
    return problem('scenario.finding', at, { ...clause, site, item, unit, due, unitNow: now?.unit, dueNow: now?.due });
  });
  const fresh = open.map(({ site, item, unit, due }) =>
    problem('scenario.finding', at, { ...clause, site, item, unitNow: unit, dueNow: due }),
  );
  return [...moved, ...fresh];
};

const sameConsequence = (a: ExpectedConsequence, b: ExpectedConsequence): boolean =>
  a.consequence === b.consequence && a.unit === b.unit && a.period === b.period;

const consequenceProblems = ({ plan, at, clause, expected, found }: Held): readonly Problem[] => {
  const lacking = (list: Expectation['consequences'], other: Expectation['consequences'], way: 'missing' | 'new') =>
    list
      .filter((one) => !other.some((each) => sameConsequence(one, each)))
      .map(({ consequence, unit, period }) =>
        placed(
          problem('scenario.consequence', at, { ...clause, consequence, unit, period, way }),
          named(plan.plan.consequences, consequence, '/consequences'),
        ),
      );
  return [...lacking(expected.consequences, found.consequences, 'missing'), ...lacking(found.consequences, expected.consequences, 'new')];
};

const refusedProblem = (scenario: Scenario, at: string, { part, index, problems }: RefusedPart): Problem => {
  const clause = clauseOf('scenario', scenario);
  const place = `${at}/${part}/${index}`;
  const [first] = problems;
  if (first?.code === 'scenario.no-duty') return problem('scenario.no-duty', place, { ...clause, ...first.params });
  const visit = part === 'visits' ? scenario.visits?.[index] : undefined;
  const reading = part === 'readings' ? scenario.readings?.[index] : undefined;
  const what = visit ? `${visit.day} ${visit.site}` : `${reading?.period ?? ''} ${reading?.indicator ?? ''}`;
  return problem('scenario.refused', place, {
    ...clause,
    what,
    why: problems.map((one) => say(one, 'zh')).join(''),
    whyEn: problems.map((one) => say(one, 'en')).join(' '),
  });
};

/** What is expected, with every unit under the name it has now. */
const underNewNames = (plan: CompiledPlan, expected: Expectation): Expectation => {
  const now = <T extends { readonly unit: string }>(one: T): T => ({ ...one, unit: plan.organization.units.get(one.unit) ?? one.unit });
  return { results: expected.results.map(now), findings: expected.findings.map(now), consequences: expected.consequences.map(now) };
};

/** Where a trial differs from what its scenario expects, and what of it could not be entered; empty when all is as expected. */
export const differences = (trial: Trial, scenario: Scenario, at: string): readonly Problem[] => {
  const { plan } = trial;
  const expected = underNewNames(plan, scenario.expects);
  const held: Held = { plan, at, clause: clauseOf('scenario', scenario), expected, found: expectationOf(trial) };
  return [
    ...trial.refused.map((one) => refusedProblem(scenario, at, one)),
    ...expected.results.flatMap((one) => resultProblems(held, one)),
    ...findingProblems(held),
    ...consequenceProblems(held),
  ];
};
