import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import type { Event, Instant } from '@xiuhua/engine';
import { get } from '../../shared/api.ts';
import type { LogFilter } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { campaignKey, campaignPath } from '../campaign/queries.ts';

/** A page of the log, newest first, where the log ends, and whether older ones may follow. */
export interface LogPart {
  readonly events: readonly Event[];
  /** Site and item of the findings the events name. */
  readonly about: Readonly<Record<string, string>>;
  readonly last: number;
  readonly more: boolean;
}

/** A line of the access log. */
export interface AccessLine {
  readonly seq: number;
  readonly at: Instant;
  readonly name: string;
  readonly kind: string;
  readonly address: string;
  readonly says: Readonly<Record<string, string | number | readonly string[]>>;
}

/** The query of an address that narrows a log down. */
const asked = (filter: LogFilter, before?: number): string => {
  const { of: _, ...narrowing } = filter;
  const pairs = Object.entries({ ...narrowing, before: before ? String(before) : undefined });
  const kept = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '');
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
};

/** The log narrowed down by the server, page by page, newest first. */
export const useLog = (filter: LogFilter) => {
  const { campaign } = useHere();
  return useInfiniteQuery<LogPart, Error>({
    queryKey: [...campaignKey(campaign), `/log/page${asked(filter)}`],
    queryFn: ({ pageParam }) => get<LogPart>(campaignPath(campaign, `/log/page${asked(filter, pageParam as number)}`)),
    initialPageParam: 0,
    getNextPageParam: ({ events, more }) => (more ? events.at(-1)?.seq : undefined),
  });
};

/** The access log narrowed down by the server, page by page, newest first. */
export const useAccess = (filter: LogFilter) => {
  const { campaign } = useHere();
  return useInfiniteQuery<readonly AccessLine[], Error>({
    queryKey: [...campaignKey(campaign), `/access${asked(filter)}`],
    queryFn: ({ pageParam }) => get<readonly AccessLine[]>(campaignPath(campaign, `/access${asked(filter, pageParam as number)}`)),
    initialPageParam: 0,
    getNextPageParam: (lines) => (lines.length === 100 ? lines.at(-1)?.seq : undefined),
  });
};

/** Everything of the log that is wanted, for a file; the server writes down that it was taken. */
export const exportLog = (campaign: string, filter: LogFilter): Promise<Pick<LogPart, 'events' | 'about'>> =>
  get(campaignPath(campaign, `/log/export${asked(filter)}`));

/** What the reading of a log from its first line came to. */
interface Verdict {
  readonly n: number;
  readonly bad: { readonly seq: number; readonly kind: string } | null;
}

/** Whether a log is whole, asked only when somebody wants to know: it is read from its first line. */
export const useCheck = (of: 'log' | 'access') => {
  const { campaign } = useHere();
  return useMutation<Verdict, Error>({
    mutationFn: async () => {
      const found = await get<{ readonly events?: number; readonly lines?: number } & Pick<Verdict, 'bad'>>(
        campaignPath(campaign, `/${of}/check`),
      );
      return { n: found.events ?? found.lines ?? 0, bad: found.bad };
    },
  });
};
