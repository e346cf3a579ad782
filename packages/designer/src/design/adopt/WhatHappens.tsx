import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../shared/language.ts';
import { daysAhead } from '../desk/ahead.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import { deskWords } from '../desk/words.ts';
import type { Json } from '../draft/json.ts';
import { duty } from './duty.ts';

/** What putting the draft in force does to the work that runs: reckoned by the engine from both plans. */
export const WhatHappens = ({ before }: { readonly before: Json }) => {
  const t = useWords(deskWords);
  const { today } = useDesk();
  const after = useDraft((draft) => draft.present);
  const found = useQuery({
    queryKey: ['amendment', before, after, today],
    queryFn: async () => (await import('./amend.ts')).amend(before, after, today),
    staleTime: Infinity,
    gcTime: 0,
  });
  if (!found.data) return <p className="side-note">{found.isPending ? t('reckoning') : t('cannotReckon')}</p>;
  const { kept, moved, cancelled, added } = found.data;
  const lines = [
    { key: 'kept', n: kept, list: [] },
    { key: 'moved', n: moved.length, list: moved.map((each) => duty(each.after, t('from', { day: each.before.from }))) },
    { key: 'cancelled', n: cancelled.length, list: cancelled.map((each) => duty(each)) },
    { key: 'added', n: added.length, list: added.map((each) => duty(each)) },
  ] as const;
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
                  {list.slice(0, 20).join('；')}
                  {list.length > 20 && t('andOthers', { n: list.length - 20 })}
                </p>
              </details>
            )}
          </li>
        ))}
        <li>{t('amendScores')}</li>
        <li>{t('amendPhones')}</li>
      </ul>
    </>
  );
};
