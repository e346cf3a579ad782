import { compileCalendar } from '../calendar/compile.ts';
import type { Day } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/workdays.ts';
import { officialCalendar } from '../calendar/years.ts';
import { type CompiledChecklist, compileChecklists } from '../checklist/compile.ts';
import { checkSets } from '../checklist/sets.ts';
import type { Where } from '../checklist/where.ts';
import { type CompiledConsequence, compileConsequences } from '../consequence/compile.ts';
import { compileClasses, type Edition } from '../finding/classes.ts';
import { type CompiledNotice, checkOwners, compileNotice } from '../finding/compile.ts';
import { type CompiledFlow, compileFlow } from '../finding/flow.ts';
import { checkLookBack } from '../finding/look-back.ts';
import { type CompiledIndicator, compileIndicators } from '../indicator/compile.ts';
import { type CompiledOrganization, compileOrganization } from '../organization/compile.ts';
import { type CompiledPhase, compilePhases, phaseOn } from '../phase/compile.ts';
import { type CompiledPlaces, compilePlaces } from '../place/compile.ts';
import { hashOf } from '../problem/canonical.ts';
import { hasErrors, type Outcome, type Problem, pointer } from '../problem/problem.ts';
import { type CompiledPublicity, compilePublicity } from '../publicity/compile.ts';
import { type CompiledRanking, compileRankings } from '../ranking/compile.ts';
import { type CompiledTask, compileTasks } from '../responsibility/compile.ts';
import { type CompiledSchedule, compileSchedules } from '../schedule/compile.ts';
import { type CompiledRoutine, compileRoutines } from '../schedule/routine.ts';
import { type CompiledSheet, compileSheets } from '../scoring/compile.ts';
import { withoutEchoes } from './echoes.ts';
import { checkNames } from './names.ts';
import { Plan } from './schema.ts';
import { type Shape, type Walk, walkShape } from './shape.ts';
import { checkUse } from './use.ts';

/**
 * A plan whose every name is resolved and every phrase read. Nothing changes it. Code that holds one never asks
 * whether something exists.
 */
export interface CompiledPlan {
  readonly plan: Plan;
  /** The plan exactly as it was written, nothing filled in. */
  readonly written: unknown;
  /** SHA-256 of the canonical text, in hex. */
  readonly hash: string;
  readonly calendar: WorkCalendar;
  readonly organization: CompiledOrganization;
  readonly places: CompiledPlaces;
  readonly phases: readonly CompiledPhase[];
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly checklists: ReadonlyMap<string, CompiledChecklist>;
  readonly indicators: ReadonlyMap<string, CompiledIndicator>;
  readonly schedules: readonly CompiledSchedule[];
  readonly routines: readonly CompiledRoutine[];
  readonly notice: CompiledNotice;
  readonly flow: CompiledFlow;
  /** Editions of the classes of cases, oldest first. */
  readonly classes: readonly Edition[];
  readonly sheets: ReadonlyMap<string, CompiledSheet>;
  readonly rankings: ReadonlyMap<string, CompiledRanking>;
  readonly consequences: readonly CompiledConsequence[];
  readonly publicity: CompiledPublicity;
  /** First day of the first phase. */
  readonly from: Day;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The plan with every section whose shape is wrong replaced by an empty one, so that the other sections can still
 * be judged and all problems come at once.
 */
const soundParts = (raw: unknown, problems: readonly Problem[]): Plan => {
  const broken = (key: string): boolean => problems.some((p) => p.at === `/${key}` || p.at.startsWith(`/${key}/`));
  const given = isRecord(raw) ? raw : {};
  const shapes = (Plan as unknown as Shape).properties ?? {};
  const part = (key: string): unknown =>
    Object.hasOwn(given, key) && !broken(key) ? given[key] : shapes[key]?.type === 'array' ? [] : undefined;
  return {
    ...Object.fromEntries(Object.keys(shapes).flatMap((key) => (part(key) === undefined ? [] : [[key, part(key)]]))),
    organization: part('organization') ?? { body: { name: '', head: '', office: '' }, units: [] },
    places: part('places') ?? { classes: [], sites: [] },
    responsibility: part('responsibility') ?? { tasks: [] },
    findings: part('findings') ?? { notice: { name: '', within: '1 day' } },
    phases: phasesOf(part('phases'), part('period')),
  } as unknown as Plan;
};

/** The phases as written; a plan without any has one that lasts its whole period. */
const phasesOf = (phases: unknown, period: unknown): unknown =>
  Array.isArray(phases) && phases.length === 0 && isRecord(period) ? [{ ...period, name: '全程' }] : phases;

const ownerProblems = (compiled: Omit<CompiledPlan, 'notice'>): readonly Problem[] =>
  compiled.plan.checklists.flatMap((list, i) => {
    const checklist = compiled.checklists.get(list.name);
    const sites = (compiled.places.byClass.get(list.for) ?? []).flatMap((name) => compiled.places.sites.get(name) ?? []);
    return checklist
      ? checkOwners(
          checklist,
          { organization: compiled.organization, tasks: compiled.tasks, sites, classes: compiled.classes },
          pointer('/checklists', i),
        )
      : [];
  });

/** An indicator without a target is no fault when a scoring rule goes by it. */
const withoutScored = (indicators: { readonly problems: readonly Problem[] }, plan: Plan): { readonly problems: readonly Problem[] } => {
  const scored = new Set(plan.scoring.flatMap((sheet) => sheet.rules.flatMap((rule) => rule.of ?? [])));
  return { problems: indicators.problems.filter((p) => p.code !== 'indicator.no-target' || !scored.has(String(p.params.name))) };
};

/** Sections that are written and not empty. */
const saidSections = (plan: Plan): ReadonlySet<string> =>
  new Set(Object.entries(plan).flatMap(([key, value]) => (Array.isArray(value) && value.length > 0 ? [key] : [])));

/** Gives every section its meaning, in the order of the ladder, collecting what is wrong. */
const link = (
  plan: Plan,
  raw: unknown,
  given: WorkCalendar,
): { value: Omit<CompiledPlan, 'hash'> | undefined; problems: readonly Problem[] } => {
  const reckoned = compileCalendar(plan.calendar, given, '/calendar');
  const calendar = reckoned.value;
  const organization = compileOrganization(plan.organization, '/organization');
  const places = compilePlaces(plan.places, organization.value);
  const phases = compilePhases(plan.phases, calendar, '/phases', plan.issued);
  const tasks = compileTasks(
    plan.responsibility.tasks,
    { organization: organization.value, phases: phases.value },
    '/responsibility/tasks',
  );
  const checklists = compileChecklists(plan.checklists, places.value.byClass, '/checklists');
  const checklistClass = new Map(plan.checklists.map((list) => [list.name, list.for]));
  const indicators = compileIndicators(plan.indicators ?? [], { organization: organization.value, phases: phases.value }, '/indicators');
  const ground = {
    sitesByClass: places.value.byClass,
    sites: places.value.sites,
    areas: places.value.areas,
    parties: organization.value.parties,
  };
  const schedules = compileSchedules(
    plan.schedule,
    { phases: phases.value, checklistClass, calendar, issued: plan.issued, ...ground },
    '/schedule',
  );
  const routines = compileRoutines(
    plan.routines ?? [],
    { phases: phases.value, calendar, issued: plan.issued, parties: organization.value.parties },
    '/routines',
  );
  const notice = compileNotice(plan.findings, '/findings');
  const flow = compileFlow(plan.findings, '/findings');
  const classes = compileClasses(plan.findings, [...flow.value.stages.keys()], '/findings');
  const sheets = compileSheets(plan.scoring, organization.value, '/scoring');
  const rankings = compileRankings(plan.ranking, { sheets: sheets.value, organization: organization.value }, '/ranking');
  const consequences = compileConsequences(plan.consequences, rankings.value, '/consequences');
  const publicity = compilePublicity(plan, {
    organization: organization.value,
    tasks: tasks.value,
    indicators: indicators.value,
    routines: routines.value,
    rankings: rankings.value,
    schedules: new Set(plan.schedule.map((schedule) => schedule.name)),
    says: saidSections(plan),
  });
  const value = {
    plan,
    calendar,
    organization: organization.value,
    places: places.value,
    phases: phases.value,
    tasks: tasks.value,
    checklists: checklists.value,
    indicators: indicators.value,
    schedules: schedules.value,
    routines: routines.value,
    flow: flow.value,
    classes: classes.value,
    sheets: sheets.value,
    rankings: rankings.value,
    consequences: consequences.value,
    publicity: publicity.value,
    from: phases.value[0]?.from ?? '',
    hash: '',
    written: raw,
  };
  const parts = [
    reckoned,
    organization,
    places,
    phases,
    tasks,
    checklists,
    withoutScored(indicators, plan),
    schedules,
    routines,
    notice,
    flow,
    classes,
    { problems: checkLookBack(plan.findings, '/findings') },
    sheets,
    rankings,
    consequences,
    publicity,
  ];
  const problems = [
    ...parts.flatMap((part) => part.problems),
    ...checkSets(plan.sets ?? [], plan.checklists),
    ...ownerProblems(value),
    ...checkUse(value, raw),
  ];
  return { value: notice.value && { ...value, notice: notice.value }, problems };
};

/** Problems in the order of the plan: sections first, then as they were found. */
export const inOrder = (problems: readonly Problem[]): readonly Problem[] => {
  const sections = Object.keys((Plan as unknown as Shape).properties ?? {});
  const key = (p: Problem): number => sections.indexOf(p.at.split('/')[1] ?? '');
  return [...problems].sort((a, b) => key(a) - key(b));
};

/**
 * Compiles what may be a plan: shape, names, then meaning, all problems at once in the order of the document. `ok`
 * only without errors; warnings and hints come along.
 */
export const compilePlan = (raw: unknown, calendar: WorkCalendar = officialCalendar()): Outcome<CompiledPlan> =>
  compileWalked(raw, walkShape(Plan, raw), calendar);

/** Compiles what has been walked along the format of a plan already. */
export const compileWalked = (raw: unknown, walk: Walk, calendar: WorkCalendar = officialCalendar()): Outcome<CompiledPlan> => {
  const plan = soundParts(raw, walk.problems);
  const aliases = plan.organization.units.flatMap((unit) => [...(unit.aliases ?? []), ...(unit.formerly ?? [])]);
  const written = [...walk.problems, ...checkNames(walk, aliases)];
  const linked = link(plan, raw, calendar);
  const problems = inOrder([...written, ...withoutEchoes(written, linked.problems)]).slice(0, 500);
  if (hasErrors(problems) || !linked.value) return { ok: false, problems };
  return { ok: true, value: { ...linked.value, hash: hashOf(raw) }, problems };
};

/** Where and when a checklist is filled, as far as items differ by it: the grades of the site, the phase of the day. */
export const whereOf = (plan: CompiledPlan, site: string, day: Day): Where => {
  const place = plan.places.sites.get(site);
  const area = place?.area === undefined ? undefined : plan.places.areas.get(place.area);
  return { grades: new Set([...(place?.grades ?? []), ...(area?.grades ?? [])]), phase: phaseOn(plan.phases, day)?.name ?? '' };
};
