import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import {
  type AppealView,
  type Board,
  type Bulletin,
  type BulletinView,
  type ClosedCampaign,
  type ClosingView,
  type CompiledPlan,
  type ComplaintView,
  type Counted,
  compilePlan,
  type Day,
  type DrawnLookBack,
  type DutyList,
  type DutyWeek,
  type FindingDesk,
  type FindingList,
  type IndicatorView,
  type MeetingView,
  type Period,
  type PeriodView,
  type ProgressView,
  type Proposal,
  type ResolutionView,
  readAge,
  type StandingsView,
  type SubmissionView,
  type VersionsView,
} from '@xiuhua/engine';
import { get } from '../../shared/api.ts';
import { type FindingFilter, query } from './addresses.ts';
import { useHere } from './here.ts';

/** The address of a campaign's part on the server. */
export const campaignPath = (campaign: string, rest: string): string => `/campaigns/${encodeURIComponent(campaign)}${rest}`;

/** Everything cached about a campaign lies under this key, so that a command can make all of it fresh. */
export const campaignKey = (campaign: string) => ['campaign', campaign] as const;

/** A view as of the chosen day: its address asks for that day. */
const useDayPath = () => {
  const { asOf } = useHere();
  return (rest: string): string => (asOf === undefined ? rest : `${rest}${rest.includes('?') ? '&' : '?'}day=${asOf}`);
};

const useView = <T>(rest: string, enabled = true) => {
  const { campaign } = useHere();
  return useQuery<T, Error>({ queryKey: [...campaignKey(campaign), rest], queryFn: () => get<T>(campaignPath(campaign, rest)), enabled });
};

/** A view that can be seen as of a past day. */
const useDatedView = <T>(rest: string, enabled = true) => useView<T>(useDayPath()(rest), enabled);

/** The board of today, asked for before the door is drawn. */
export const boardQuery = (campaign: string) => ({
  queryKey: [...campaignKey(campaign), '/board'],
  queryFn: () => get<Board>(campaignPath(campaign, '/board')),
});

/** The board. */
export const useBoard = () => useDatedView<Board>('/board');

/** What findings are asked for: those of a filter, of a site, opened or closed within days, and how many to show. */
export interface FindingsAsk extends FindingFilter {
  readonly site?: string;
  /** Days such as `2026-01-01..2026-01-31`. */
  readonly opened?: string;
  readonly closed?: string;
  readonly limit?: number;
}

/** The most urgent of the findings asked for that the reader may see, and how many there are; what was shown stays until others come. */
export const useFindings = ({ limit, age, notice, overdue, ...ask }: FindingsAsk, enabled = true) => {
  const { campaign } = useHere();
  const path = useDayPath()(
    `/findings${query({
      ...ask,
      age: readAge(age) && age,
      notice: /^[1-9]\d{0,8}$/.test(notice ?? '') ? notice : undefined,
      overdue: overdue === 'yes' ? overdue : undefined,
      limit: limit === undefined ? undefined : String(limit),
    })}`,
  );
  return useQuery<FindingList, Error>({
    queryKey: [...campaignKey(campaign), path],
    queryFn: () => get<FindingList>(campaignPath(campaign, path)),
    placeholderData: keepPreviousData,
    enabled,
  });
};

/** One finding. */
export const useFinding = (id: string) => useDatedView<FindingDesk>(`/findings/${encodeURIComponent(id)}`);

/** The look-backs drawn so far; only for those who oversee. */
export const useLookBacks = (enabled: boolean) => useDatedView<readonly DrawnLookBack[]>('/look-backs', enabled);

/** One visit with its answers. */
export const useSubmission = (id: string) => useDatedView<SubmissionView>(`/submissions/${encodeURIComponent(id)}`);

/** The periods that can be looked at, newest first. */
export const usePeriods = () => useDatedView<readonly PeriodView[]>('/periods');

const standingsPath = (ranking: string, period: Period) =>
  `/standings?ranking=${encodeURIComponent(ranking)}&period=${encodeURIComponent(period)}`;

const outlinePath = (ranking: string, period: Period) => `${standingsPath(ranking, period)}&outline=yes`;

/** The standings of a period; nothing is asked while one of the two is not known. */
export const useStandings = (ranking: string | undefined, period: Period | undefined) =>
  useDatedView<StandingsView>(standingsPath(ranking ?? '', period ?? ''), ranking !== undefined && period !== undefined);

/** The points and ranks of a period, with the rules behind them and no more; nothing is asked while one of the two is not known. */
export const useOutline = (ranking: string | undefined, period: Period | undefined) =>
  useDatedView<StandingsView>(outlinePath(ranking ?? '', period ?? ''), ranking !== undefined && period !== undefined);

/** The outlines of several periods, those that have arrived, in the order asked. */
export const useManyStandings = (periods: readonly PeriodView[]): readonly StandingsView[] => {
  const { campaign } = useHere();
  const dated = useDayPath();
  return useQueries({
    queries: periods.map(({ ranking, period }) => ({
      queryKey: [...campaignKey(campaign), dated(outlinePath(ranking, period))],
      queryFn: () => get<StandingsView>(campaignPath(campaign, dated(outlinePath(ranking, period)))),
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
};

/** Consequences proposed so far, decided or not. */
export const useProposals = () => useDatedView<readonly Proposal[]>('/proposals');

/** What duties are asked for. */
export interface DutiesAsk {
  readonly from: Day;
  readonly to: Day;
  /** `yes` for those due in the span alone. */
  readonly due?: string | undefined;
  readonly state: string;
  readonly unit?: string | undefined;
  readonly limit: number;
}

/** The newest of the duties asked for, and how many there are; what was shown stays until others come. */
export const useDuties = ({ limit, ...ask }: DutiesAsk) => {
  const { campaign } = useHere();
  const path = useDayPath()(`/duties/list${query({ ...ask, limit: String(limit) })}`);
  return useQuery<DutyList, Error>({
    queryKey: [...campaignKey(campaign), path],
    queryFn: () => get<DutyList>(campaignPath(campaign, path)),
    placeholderData: keepPreviousData,
  });
};

/** Duties between two days, both inclusive, counted by the week in which they are due, newest first. */
export const useDutyWeeks = (from: Day, to: Day) => useDatedView<readonly DutyWeek[]>(`/duties/weeks${query({ from, to })}`);

/** Every indicator with its targets, values and the numbers still awaited. */
export const useIndicators = () => useDatedView<readonly IndicatorView[]>('/indicators');

/** The records behind a computed indicator, up to the day that is shown. */
export const useIndicatorRecords = (indicator: string, from: Day, enabled: boolean) => {
  const { today } = useHere();
  const query = new URLSearchParams({ indicator, kind: 'whole', scope: '', from, to: today });
  return useDatedView<Readonly<Record<'count' | 'of' | 'excluding', readonly Counted[]>>>(`/indicators/records?${query}`, enabled);
};

/** Bulletins due and issued, newest first. */
export const useBulletins = () => useDatedView<readonly BulletinView[]>('/bulletins');

/** What the public reported, as far as the reader may see it. */
export const useComplaints = () => useDatedView<readonly ComplaintView[]>('/complaints');

/** What meetings decided. */
export const useResolutions = () => useDatedView<readonly ResolutionView[]>('/resolutions');

/** When meetings sat and will sit, newest first. */
export const useMeetings = () => useDatedView<readonly MeetingView[]>('/meetings');

/** What names a paper: a report and its period, or a meeting and the day it sits. */
export type PaperName = { readonly report: string; readonly period: Period } | { readonly meeting: string; readonly sits: Day };

/** One bulletin as it went out, or as it would by what is known; or the agenda of a meeting. */
export const usePaper = (name: PaperName, language: 'zh' | 'en') =>
  useDatedView<Bulletin>(`/bulletin?${new URLSearchParams({ ...name, language })}`);

/** How far milestones and tasks have come. */
export const useProgress = () => useDatedView<readonly ProgressView[]>('/progress');

/** Appeals the reader may see, newest first. */
export const useAppeals = () => useDatedView<readonly AppealView[]>('/appeals');

/** What stands before a period is closed; only for those who oversee. */
export const useClosing = (ranking: string, period: Period, enabled: boolean) =>
  useView<ClosingView>(`/closing?ranking=${encodeURIComponent(ranking)}&period=${encodeURIComponent(period)}`, enabled);

const compiled = (answer: { readonly plan: unknown }): CompiledPlan => {
  const outcome = compilePlan(answer.plan);
  if (!outcome.ok) throw new Error(outcome.problems[0]?.code ?? 'plan.has-errors');
  return outcome.value;
};

/** The plan in force, or the one with this hash, compiled. A plan never changes, so it is asked for once. */
export const usePlan = (hash?: string) => {
  const { campaign } = useHere();
  return useQuery<CompiledPlan, Error>({
    queryKey: [...campaignKey(campaign), 'plan', hash ?? ''],
    queryFn: async () => compiled(await get<{ readonly plan: unknown }>(campaignPath(campaign, `/plan${hash ? `?hash=${hash}` : ''}`))),
    staleTime: hash ? Number.POSITIVE_INFINITY : 60_000,
  });
};

/** The plans of the campaign, what waits for review, and its end once it is closed. */
export const useVersions = () => {
  const { campaign } = useHere();
  return useQuery<VersionsView, Error>({ queryKey: ['versions', campaign], queryFn: () => get(campaignPath(campaign, '/versions')) });
};

/** The end of the campaign as of the day that is shown; `undefined` while it runs. What is not done then stays unfinished. */
export const useEnd = (): ClosedCampaign | undefined => {
  const { today } = useHere();
  const closed = useVersions().data?.closed;
  return closed && today >= closed.day ? closed : undefined;
};
