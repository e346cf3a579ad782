import { useQuery } from '@tanstack/react-query';
import { get } from '../../shared/api.ts';
import { useWords } from '../../shared/language.ts';
import { Differences } from '../adopt/Differences.tsx';
import type { Json } from '../draft/json.ts';
import { versionWords } from './words.ts';

/** A plan of a campaign by its hash, as it was written; it never changes. */
export const usePlanText = (campaign: string, hash: string | undefined) =>
  useQuery({
    queryKey: ['plan', campaign, hash],
    queryFn: () => get<{ plan: Json }>(`/campaigns/${encodeURIComponent(campaign)}/plan?hash=${hash}`),
    enabled: hash !== undefined,
    staleTime: Infinity,
  });

interface ChangesSinceProps {
  readonly campaign: string;
  readonly before: string;
  readonly after: string;
}

/** What one plan says otherwise than the one before it, as sentences. */
export const ChangesSince = ({ campaign, before, after }: ChangesSinceProps) => {
  const t = useWords(versionWords);
  const [old, fresh] = [usePlanText(campaign, before), usePlanText(campaign, after)];
  if (!old.data || !fresh.data) return <p className="side-note">{t('loading')}</p>;
  return <Differences before={old.data.plan} after={fresh.data.plan} />;
};
