import { useQueries, useQuery } from '@tanstack/react-query';
import {
  type Board,
  type CompiledPlan,
  compilePlan,
  type Day,
  type DutyView,
  type Event,
  type FindingView,
  type Period,
  type PeriodView,
  type Proposal,
  type StandingsView,
  type SubmissionView,
} from '@xiuhua/engine';
import { get } from '../../shared/api.ts';
import { useHere } from './here.ts';

/** The address of a campaign's part on the server. */
export const campaignPath = (campaign: string, rest: string): string => `/campaigns/${encodeURIComponent(campaign)}${rest}`;

/** Everything cached about a campaign lies under this key, so that a command can make all of it fresh. */
export const campaignKey = (campaign: string) => ['campaign', campaign] as const;

const useView = <T>(rest: string, enabled = true) => {
  const { campaign } = useHere();
  return useQuery<T, Error>({ queryKey: [...campaignKey(campaign), rest], queryFn: () => get<T>(campaignPath(campaign, rest)), enabled });
};

/** The board, as of today or of a past day. */
export const useBoard = (day?: Day) => useView<Board>(`/board${day ? `?day=${day}` : ''}`);

/** All findings the reader may see, as of today. */
export const useFindings = () => useView<{ readonly today: Day; readonly findings: readonly FindingView[] }>('/findings');

/** One finding. */
export const useFinding = (id: string) => useView<FindingView>(`/findings/${encodeURIComponent(id)}`);

/** One visit with its answers. */
export const useSubmission = (id: string) => useView<SubmissionView>(`/submissions/${encodeURIComponent(id)}`);

/** The periods that can be looked at, newest first. */
export const usePeriods = () => useView<readonly PeriodView[]>('/periods');

const standingsPath = (ranking: string, period: Period) =>
  `/standings?ranking=${encodeURIComponent(ranking)}&period=${encodeURIComponent(period)}`;

/** The standings of a period; nothing is asked while one of the two is not known. */
export const useStandings = (ranking: string | undefined, period: Period | undefined) =>
  useView<StandingsView>(standingsPath(ranking ?? '', period ?? ''), ranking !== undefined && period !== undefined);

/** The standings of several periods, those that have arrived, in the order asked. */
export const useManyStandings = (periods: readonly PeriodView[]): readonly StandingsView[] => {
  const { campaign } = useHere();
  return useQueries({
    queries: periods.map(({ ranking, period }) => ({
      queryKey: [...campaignKey(campaign), standingsPath(ranking, period)],
      queryFn: () => get<StandingsView>(campaignPath(campaign, standingsPath(ranking, period))),
    })),
    combine: (results) => results.flatMap((result) => result.data ?? []),
  });
};

/** Consequences proposed so far, decided or not. */
export const useProposals = () => useView<readonly Proposal[]>('/proposals');

/** Duties due between two days, both inclusive. */
export const useDuties = (from: Day, to: Day) =>
  useView<{ readonly today: Day; readonly duties: readonly DutyView[] }>(`/duties?from=${from}&to=${to}`);

/** The log from the first event on. */
export const useLog = () => useView<{ readonly events: readonly Event[] }>('/log?after=0');

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
