import { useQuery } from '@tanstack/react-query';
import { type CompiledPlan, compilePlan, type Limit, type Lineage, limitsOf, lineage, upperBases } from '@xiuhua/engine';
import { createContext, useContext, useDeferredValue, useMemo } from 'react';
import { get, Refused } from '../../shared/api.ts';
import { useLanguage } from '../../shared/language.ts';
import { useAt, useDesk, useDraft } from '../desk/context.ts';
import type { Json } from '../draft/json.ts';

/** A plan that a lower one can be made from. */
export interface UpperRow {
  readonly hash: string;
  readonly title: string;
  readonly number: string;
  readonly issuer: string;
  /** Day it was issued on; empty when it does not say. */
  readonly issued: string;
  /** Last day by which lower plans follow it; empty when it does not say. */
  readonly lowerBy: string;
  readonly addedAt: string;
}

interface UpperWhole {
  readonly plan: Json;
  readonly units: readonly string[];
}

const hour = 3_600_000;
const mostLevels = 12;

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

/** The upper plans above a draft by their hash, as far as the server has them. */
export interface Uppers {
  readonly plans: readonly Json[];
  readonly compiled: ReadonlyMap<string, CompiledPlan>;
  /** True once it is known which of them are there. */
  readonly known: boolean;
}

const none: Uppers = { plans: [], compiled: new Map(), known: false };

/** The upper plans of the draft on the desk; provided by the desk. */
export const UppersContext = createContext<Uppers>(none);

const planOf = async (hash: string): Promise<Json | undefined> => {
  try {
    return (await get<UpperWhole>(`/upper-plans/${hash}`)).plan;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

/** The plans with these hashes and all above them, level by level. */
const fetchAbove = async (hashes: readonly string[]): Promise<readonly Json[]> => {
  const found = new Map<string, Json>();
  let wanted = hashes;
  for (let level = 0; wanted.length > 0 && level < mostLevels; level++) {
    const plans = await Promise.all(wanted.map(async (hash) => [hash, await planOf(hash)] as const));
    for (const [hash, plan] of plans) if (plan !== undefined) found.set(hash, plan);
    const above = plans.flatMap(([, plan]) => (plan === undefined ? [] : upperBases(plan).map(({ hash }) => hash)));
    wanted = [...new Set(above)].filter((hash) => !found.has(hash));
  }
  return [...found.values()];
};

/** Hashes of the upper plans the draft's basis names, as one text: the same text while they are the same. */
export const useUpperHashes = (): string =>
  useDraft((draft) =>
    upperBases(draft.present)
      .map(({ hash }) => hash)
      .join(' '),
  );

/** Fetches the upper plans of the draft, and theirs. */
export const useUppersAbove = (): Uppers => {
  const hashes = useUpperHashes();
  const { data } = useQuery({
    queryKey: ['uppers-above', hashes],
    queryFn: () => fetchAbove(hashes.split(' ')),
    enabled: hashes !== '',
    staleTime: hour,
    retry: false,
  });
  return useMemo(() => {
    if (data === undefined) return none;
    const compiled = data.flatMap((plan) => {
      const outcome = compilePlan(plan);
      return outcome.ok ? [[outcome.value.hash, outcome.value] as const] : [];
    });
    return { plans: data, compiled: new Map(compiled), known: true };
  }, [data]);
};

/** The draft against its upper plans. */
export interface AgainstUppers {
  readonly plan: Json;
  readonly lineage: Lineage;
  readonly uppers: ReadonlyMap<string, CompiledPlan>;
  readonly loading: boolean;
}

/** Holds the draft against its upper plans as it is written. */
export const useAgainstUppers = (): AgainstUppers => {
  const { compiled, known } = useContext(UppersContext);
  const plan = useDeferredValue(useDraft((draft) => draft.present));
  const judged = useMemo(() => lineage(plan, (hash) => compiled.get(hash)), [plan, compiled]);
  return { plan, lineage: judged, uppers: compiled, loading: !known };
};

/** A limit with the upper plan that sets it. */
export interface FieldLimit extends Limit {
  readonly upper: string;
}

/** The limits that upper plans set in the clause at a place and what is in it, by the place of the field. */
export const useLimits = (at: string): ReadonlyMap<string, readonly FieldLimit[]> => {
  const { compiled } = useContext(UppersContext);
  const { store } = useDesk();
  const language = useLanguage();
  const value = useAt(at);
  const bases = useAt('/basis');
  // biome-ignore lint/correctness/useExhaustiveDependencies: worked out anew when the clause, the basis or an upper plan changes
  return useMemo(() => {
    const found = new Map<string, readonly FieldLimit[]>();
    const plan = store.get().present;
    for (const basis of compiled.size === 0 ? [] : upperBases(plan)) {
      const upper = compiled.get(basis.hash);
      if (!upper) continue;
      for (const limit of limitsOf(plan, at, { upper, basis, language }))
        found.set(limit.at, [...(found.get(limit.at) ?? []), { ...limit, upper: basis.title }]);
    }
    return found;
  }, [compiled, value, bases, at, language]);
};

/** The limits of the clause whose form is open, by place. */
export const LimitsContext = createContext<ReadonlyMap<string, readonly FieldLimit[]>>(new Map());

/** The limits of one field of the open form. */
export const useFieldLimits = (place: string): readonly FieldLimit[] => useContext(LimitsContext).get(place) ?? [];

/** True for a field that stands as the upper plan fixed it. */
export const isLocked = (limits: readonly FieldLimit[]): boolean => limits.some(({ sense, same }) => sense === undefined && same);
