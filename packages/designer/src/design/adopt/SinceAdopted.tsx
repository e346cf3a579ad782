import { useQuery } from '@tanstack/react-query';
import { get } from '../../shared/api.ts';
import { useWords } from '../../shared/language.ts';
import { useDraft } from '../desk/context.ts';
import type { Json } from '../draft/json.ts';
import { Differences } from './Differences.tsx';
import type { Adopted } from './standing.ts';
import { adoptWords } from './words.ts';

/** The plan in force; nothing is asked for while there is none. */
export const useAdoptedPlan = (campaign: string, adopted: Adopted | null) =>
  useQuery({
    queryKey: ['plan', campaign, adopted?.hash],
    queryFn: () => get<{ plan: Json }>(`/campaigns/${encodeURIComponent(campaign)}/plan?hash=${adopted?.hash}`),
    enabled: adopted !== null,
    staleTime: Infinity,
  });

/** What changed since the version in force. */
export const SinceAdopted = ({ campaign, adopted }: { readonly campaign: string; readonly adopted: Adopted }) => {
  const t = useWords(adoptWords);
  const plan = useDraft((draft) => draft.present);
  const before = useAdoptedPlan(campaign, adopted);
  if (!before.data) return null;
  return (
    <>
      <p>{t('adoptChanges', { n: adopted.version })}</p>
      <Differences before={before.data.plan} after={plan} />
    </>
  );
};
