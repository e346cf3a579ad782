import { upperBases } from '@xiuhua/engine';
import { useContext } from 'react';
import { useWords } from '../../shared/language.ts';
import { useSayAddition } from './Meter.tsx';
import { UppersContext, useAgainstUppers } from './upper.ts';
import { upperWords } from './words.ts';

/** In the document: what the plan rests on, what it adds to that and why, and which exceptions it was granted. */
export const UpperNotes = () => {
  const t = useWords(upperWords);
  const say = useSayAddition();
  const { known } = useContext(UppersContext);
  const { plan, lineage } = useAgainstUppers();
  const bases = upperBases(plan);
  if (!known || bases.length === 0) return null;
  return (
    <section>
      <h3>{t('notes')}</h3>
      {bases.map(({ title, number, hash, exceptions = [] }) => {
        const additions = lineage.conformities.find(({ upper }) => upper.hash === hash)?.additions ?? [];
        return (
          <div key={hash}>
            <p>{t('notesBasis', { title, number: number ? `（${number}）` : '' })}</p>
            {additions.length > 0 && (
              <ol className="paper-items">
                {additions.map((one) => (
                  <li key={`${one.at}${one.kind}`}>
                    {say(one)}。{one.reason ? t('reason', { reason: one.reason }) : t('noReason')}。
                  </li>
                ))}
              </ol>
            )}
            {exceptions.map(({ clause, approval, why }) => (
              <p key={clause}>{t('notesException', { clause, approval, why })}</p>
            ))}
          </div>
        );
      })}
    </section>
  );
};
