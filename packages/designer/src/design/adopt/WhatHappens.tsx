import { useQuery } from '@tanstack/react-query';
import type { AmendmentView } from '@xiuhua/engine';
import { get } from '../../shared/api.ts';
import { useWords } from '../../shared/language.ts';
import { daysAhead } from '../desk/ahead.ts';
import { duty } from './duty.ts';
import { adoptWords } from './words.ts';

interface WhatHappensProps {
  readonly campaign: string;
  /** Hash of the plan that would be adopted; the server has it as the draft or as one that was asked about. */
  readonly plan: string;
}

/** What putting a plan in force would do, as the server reckons it; nothing is asked for while there is no plan. */
export const useAmendment = (campaign: string, plan: string | undefined) =>
  useQuery({
    queryKey: ['amendment', campaign, plan],
    queryFn: () => get<AmendmentView>(`/campaigns/${encodeURIComponent(campaign)}/amendment?plan=${plan}&days=${daysAhead}`),
    enabled: plan !== undefined,
    gcTime: 0,
    retry: false,
  });

/** What putting a plan in force does to the work under way, reckoned by the server as adoption itself would do it. */
export const WhatHappens = ({ campaign, plan }: WhatHappensProps) => {
  const t = useWords(adoptWords);
  const found = useAmendment(campaign, plan);
  if (!found.data) return <p className="side-note">{found.isPending ? t('reckoning') : t('cannotReckon')}</p>;
  const { kept, moved, cancelled, added, begun, runningScores, ...rest } = found.data;
  const lines = [
    { key: 'kept', n: kept, list: [] },
    { key: 'moved', n: moved.count, list: moved.some.map((each) => duty(each.after, t('from', { day: each.before.from }))) },
    { key: 'cancelled', n: cancelled.count, list: cancelled.some.map((each) => duty(each)) },
    { key: 'added', n: added.count, list: added.some.map((each) => duty(each)) },
  ] as const;
  const { changed } = runningScores;
  return (
    <>
      <p>{t('amendMeans', { days: daysAhead })}</p>
      <ul className="amendment">
        {lines.map(({ key, n, list }) => (
          <li key={key} className={n > 0 ? key : 'kept'}>
            {t(`duties_${key}`, { n })}
            {list.length > 0 && (
              <details>
                <summary>{t('whichOnes')}</summary>
                <p>
                  {list.join('；')}
                  {n > list.length && t('andOthers', { n: n - list.length })}
                </p>
              </details>
            )}
          </li>
        ))}
        {rest.drawsOpen && <li>{t('amendDraws')}</li>}
        <li>{t('amendRecords', { records: rest.records, findings: rest.openFindings })}</li>
        <li>{t('amendScores', { n: rest.publishedScores })}</li>
        <li className={changed > 0 ? 'moved' : 'kept'}>{t('amendRunning', { kept: runningScores.kept, changed })}</li>
        <li className={begun.lost > 0 ? 'cancelled' : 'kept'}>
          {begun.phones === 0
            ? t('amendPhonesNone')
            : t(begun.lost > 0 ? 'amendPhonesLost' : 'amendPhones', { phones: begun.phones, n: begun.carried, lost: begun.lost })}
        </li>
      </ul>
    </>
  );
};
