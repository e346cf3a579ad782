import { readWithin, type Within } from '../calendar/within.ts';
import { type RankPhrase, readRank } from '../consequence/rank.ts';
import { type Points, pointsOf } from '../expression/points.ts';
import type { CompiledIndicator } from '../indicator/compile.ts';
import { type CompiledOrganization, unitsOf } from '../organization/compile.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import type { CompiledRanking } from '../ranking/compile.ts';
import type { CompiledTask } from '../responsibility/compile.ts';
import type { CompiledRoutine } from '../schedule/routine.ts';
import { checkCredit, checkList, checkPaper, checkSurvey } from './check.ts';
import type { Channel, Credit, Meeting, PublicList, Report, Survey, Topic } from './schema.ts';

/** A channel with its time limit read and its topics by name. */
export interface CompiledChannel {
  readonly channel: Channel;
  /** Current name of the unit that takes reports in. */
  readonly by: string;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Null: the time limit of the notice. */
  readonly reply: Within | null;
  readonly source: string;
}

/** A public list with its criteria and times read. */
export interface CompiledList {
  readonly list: PublicList;
  readonly ranking: CompiledRanking;
  readonly rank: RankPhrase | null;
  readonly below: Points | null;
  readonly atLeast: Points | null;
  readonly lasts: Within;
  /** Null: no time to object is kept free. */
  readonly appeal: Within | null;
  readonly source: string;
}

/** A credit rating with its levels in points, best first. */
export interface CompiledCredit {
  readonly credit: Credit;
  readonly ranking: CompiledRanking;
  readonly levels: readonly { readonly name: string; readonly atLeast: Points }[];
  readonly lasts: Within;
  readonly source: string;
}

/** A bulletin or a meeting with the routine it comes with. */
export interface CompiledPaper<T extends Report | Meeting> {
  readonly clause: T;
  readonly routine: CompiledRoutine;
  readonly source: string;
}

/** A survey; its indicator is one that units report as a rate. */
export interface CompiledSurvey {
  readonly survey: Survey;
  readonly source: string;
}

/** Everything the plan says about the public and the papers it puts out. */
export interface CompiledPublicity {
  readonly channels: ReadonlyMap<string, CompiledChannel>;
  readonly surveys: readonly CompiledSurvey[];
  readonly lists: ReadonlyMap<string, CompiledList>;
  readonly credit: ReadonlyMap<string, CompiledCredit>;
  readonly reports: ReadonlyMap<string, CompiledPaper<Report>>;
  readonly meetings: ReadonlyMap<string, CompiledPaper<Meeting>>;
}

/** The sections of a plan that this rung reads. */
export interface PublicityClauses {
  readonly channels?: readonly Channel[];
  readonly surveys?: readonly Survey[];
  readonly lists?: readonly PublicList[];
  readonly credit?: readonly Credit[];
  readonly reports?: readonly Report[];
  readonly meetings?: readonly Meeting[];
}

/** What the public part may speak of: the sections left of it, compiled. */
export interface PublicityScope {
  readonly organization: CompiledOrganization;
  readonly tasks: ReadonlyMap<string, CompiledTask>;
  readonly indicators: ReadonlyMap<string, CompiledIndicator>;
  readonly routines: readonly CompiledRoutine[];
  readonly rankings: ReadonlyMap<string, CompiledRanking>;
  /** Names of the checklists' schedules, so that one taken for a routine is told from an unknown name. */
  readonly schedules: ReadonlySet<string>;
  readonly says: ReadonlySet<string>;
}

const exact = (written: number | undefined): Points | null => (written === undefined ? null : (pointsOf(written) ?? 0));

/** Reads a time allowed of a clause; what cannot be read is a problem. */
const time = (
  holder: string,
  clause: { readonly name: string; readonly source?: string },
  phrase: { readonly found: string | undefined; readonly key: string; readonly at: string },
): { readonly value: Within | null; readonly problems: readonly Problem[] } => {
  const value = phrase.found === undefined ? null : readWithin(phrase.found);
  if (value !== undefined) return { value, problems: [] };
  const params = { ...clauseOf(holder, clause), kind: 'within', found: phrase.found, examples: '3 workdays, 30 days' };
  return { value: null, problems: [problem('phrase.unreadable', pointer(phrase.at, phrase.key), params)] };
};

/** Units a topic could go to when the place does not say: its own unit, the only lead, or the only one responsible. */
export const unitsOfTopic = (topic: Topic, scope: Pick<PublicityScope, 'organization' | 'tasks'>): readonly string[] => {
  if (topic.unit !== undefined) return unitsOf(scope.organization, [topic.unit]);
  const task = topic.task === undefined ? undefined : scope.tasks.get(topic.task);
  if (!task) return [];
  return task.leads.length > 0 ? task.leads.slice(0, 1) : task.responsible;
};

const channelsOf = (channels: readonly Channel[], scope: PublicityScope, problems: Problem[]): ReadonlyMap<string, CompiledChannel> =>
  new Map(
    channels.map((channel, i) => {
      const at = pointer('/channels', i);
      const reply = time('channel', channel, { found: channel.reply, key: 'reply', at });
      problems.push(...reply.problems);
      if (channel.topics.length === 0) problems.push(problem('channel.no-topic', at, clauseOf('channel', channel)));
      channel.topics.forEach((topic, k) => {
        if (topic.task === undefined && topic.unit === undefined)
          problems.push(problem('channel.no-owner', `${at}/topics/${k}`, { ...clauseOf('channel', channel), topic: topic.name }));
      });
      return [
        channel.name,
        {
          channel,
          by: scope.organization.units.get(channel.by) ?? channel.by,
          topics: new Map(channel.topics.map((topic) => [topic.name, topic])),
          reply: reply.value,
          source: channel.source ?? '',
        },
      ];
    }),
  );

const listsOf = (lists: readonly PublicList[], scope: PublicityScope, problems: Problem[]): ReadonlyMap<string, CompiledList> => {
  const value = new Map<string, CompiledList>();
  lists.forEach((list, i) => {
    const at = pointer('/lists', i);
    const lasts = time('public-list', list, { found: list.lasts, key: 'lasts', at });
    const appeal = time('public-list', list, { found: list.appeal, key: 'appeal', at });
    const rank = list.rank === undefined ? null : readRank(list.rank);
    problems.push(...lasts.problems, ...appeal.problems);
    if (rank === undefined)
      problems.push(
        problem('phrase.unreadable', `${at}/rank`, {
          ...clauseOf('public-list', list),
          kind: 'rank',
          found: list.rank,
          examples: 'first 3、last 1',
        }),
      );
    const ranking = scope.rankings.get(list.ranking);
    if (!ranking || rank === undefined || !lasts.value) return;
    const compiled: CompiledList = {
      list,
      ranking,
      rank,
      below: exact(list.below),
      atLeast: exact(list.atLeast),
      lasts: lasts.value,
      appeal: appeal.value,
      source: list.source ?? '',
    };
    value.set(list.name, compiled);
    problems.push(...checkList(compiled, at));
  });
  return value;
};

const creditOf = (credits: readonly Credit[], scope: PublicityScope, problems: Problem[]): ReadonlyMap<string, CompiledCredit> => {
  const value = new Map<string, CompiledCredit>();
  credits.forEach((credit, i) => {
    const at = pointer('/credit', i);
    const lasts = time('credit', credit, { found: credit.lasts, key: 'lasts', at });
    problems.push(...lasts.problems);
    const ranking = scope.rankings.get(credit.ranking);
    if (!ranking || !lasts.value) return;
    const levels = credit.levels.map(({ name, atLeast }) => ({ name, atLeast: pointsOf(atLeast) ?? 0 }));
    const compiled = { credit, ranking, levels, lasts: lasts.value, source: credit.source ?? '' };
    value.set(credit.name, compiled);
    problems.push(...checkCredit(compiled, at));
  });
  return value;
};

/** Bulletins or meetings with their routines; one that comes with something else is left out and named. */
const papersOf = <T extends Report | Meeting>(
  kind: 'report' | 'meeting',
  clauses: readonly T[],
  scope: PublicityScope,
  problems: Problem[],
): ReadonlyMap<string, CompiledPaper<T>> => {
  const value = new Map<string, CompiledPaper<T>>();
  clauses.forEach((clause, i) => {
    const at = pointer(kind === 'report' ? '/reports' : '/meetings', i);
    const routine = scope.routines.find((one) => one.routine.name === clause.comes);
    problems.push(...checkPaper(kind, clause, { routine: routine?.routine.kind, says: scope.says, isSchedule: scope.schedules, at }));
    if (routine) value.set(clause.name, { clause, routine, source: clause.source ?? '' });
  });
  return value;
};

/** Reads channels, surveys, lists, ratings, bulletins and meetings; what names something unknown is left out. */
export const compilePublicity = (
  clauses: PublicityClauses,
  scope: PublicityScope,
): { readonly value: CompiledPublicity; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const value: CompiledPublicity = {
    channels: channelsOf(clauses.channels ?? [], scope, problems),
    surveys: (clauses.surveys ?? []).map((survey) => ({ survey, source: survey.source ?? '' })),
    lists: listsOf(clauses.lists ?? [], scope, problems),
    credit: creditOf(clauses.credit ?? [], scope, problems),
    reports: papersOf('report', clauses.reports ?? [], scope, problems),
    meetings: papersOf('meeting', clauses.meetings ?? [], scope, problems),
  };
  (clauses.surveys ?? []).forEach((survey, i) => {
    problems.push(...checkSurvey(survey, scope.indicators.get(survey.indicator), pointer('/surveys', i)));
  });
  return { value, problems };
};
