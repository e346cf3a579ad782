import { useQueries, useQuery } from '@tanstack/react-query';
import { type CompiledPlan, compilePlan, type Lineage, lineage, upperBases } from '@xiuhua/engine';
import { useDeferredValue, useMemo } from 'react';
import { get, Refused } from '../../shared/api.ts';
import { useDraft } from '../desk/context.ts';
import type { Json } from '../draft/json.ts';

/** A plan that a lower one can be made from. */
export interface UpperRow {
  readonly hash: string;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  readonly addedAt: string;
}

interface UpperWhole {
  readonly plan: Json;
  readonly units: readonly string[];
}

const hour = 3_600_000;

/** The plans the server has that a lower one can be made from, newest first. */
export const useUpperRows = () => useQuery({ queryKey: ['upper-plans'], queryFn: () => get<readonly UpperRow[]>('/upper-plans') });

/** An upper plan with its units; nothing is asked for while there is no hash. */
export const useUpper = (hash: string) =>
  useQuery({
    queryKey: ['upper-plan', hash],
    queryFn: () => get<UpperWhole>(`/upper-plans/${hash}`),
    enabled: hash !== '',
    staleTime: hour,
    retry: (count, error) => !(error instanceof Refused) && count < 2,
  });

/** The draft against its upper plans. */
export interface AgainstUppers {
  readonly plan: Json;
  readonly lineage: Lineage;
  readonly uppers: ReadonlyMap<string, CompiledPlan>;
  readonly loading: boolean;
}

/** Hashes of the upper plans the draft's basis names, as one text: the same text while they are the same. */
export const useUpperHashes = (): string =>
  useDraft((draft) =>
    upperBases(draft.present)
      .map(({ hash }) => hash)
      .join(' '),
  );

/** Holds the draft against its upper plans as it is written. */
export const useAgainstUppers = (): AgainstUppers => {
  const hashes = useUpperHashes().split(' ').filter(Boolean);
  const plan = useDeferredValue(useDraft((draft) => draft.present));
  const found = useQueries({
    queries: hashes.map((hash) => ({
      queryKey: ['upper-plan', hash],
      queryFn: () => get<UpperWhole>(`/upper-plans/${hash}`),
      staleTime: hour,
      retry: false,
    })),
  });
  const plans = found.map((one) => one.data?.plan);
  const uppers = useMemo(() => {
    const compiled = plans.flatMap((one) => (one === undefined ? [] : [compilePlan(one)]));
    return new Map(compiled.flatMap((one) => (one.ok ? [[one.value.hash, one.value] as const] : [])));
    // biome-ignore lint/correctness/useExhaustiveDependencies: as many dependencies as there are upper plans
  }, plans);
  const judged = useMemo(() => lineage(plan, (hash) => uppers.get(hash)), [plan, uppers]);
  return { plan, lineage: judged, uppers, loading: found.some((one) => one.isPending) };
};
