import { type Addition, type AdditionKind, type Conformity, sayChange } from '@xiuhua/engine';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { upperWords } from './words.ts';

const kinds: readonly AdditionKind[] = ['clause', 'earlier', 'oftener', 'larger', 'raised', 'shorter', 'stricter'];

/** What was added, in a few words: its name, and what is more about it than in the upper plan. */
export const useSayAddition = (): ((one: Addition) => string) => {
  const t = useWords(upperWords);
  const language = useLanguage();
  return ({ clause, kind, change, days }) =>
    [clause.name, kind === 'clause' ? '' : sayChange(change, language)].filter(Boolean).join(' ') +
    (days ? `，${t('days', { n: days })}` : '');
};

/** How much this plan adds, by kind, and in minutes of inspecting for each person; then one by one with the reasons. */
export const Meter = ({ additions, minutes }: Pick<Conformity, 'additions' | 'minutes'>) => {
  const t = useWords(upperWords);
  const say = useSayAddition();
  const { jump } = useDesk();
  const counts = kinds.flatMap((kind) => {
    const own = additions.filter((one) => one.kind === kind);
    const days = own.reduce((sum, one) => sum + (one.days ?? 0), 0);
    return own.length === 0 ? [] : [{ kind, n: own.length, days }];
  });
  return (
    <>
      <h3>{t('additions', { n: additions.length })}</h3>
      <dl className="meter">
        <div>
          <dt>{t('each')}</dt>
          <dd>{t('minutes', { upper: minutes.upper.each, lower: minutes.lower.each })}</dd>
        </div>
        <div>
          <dt>{t('together')}</dt>
          <dd>{t('minutes', { upper: minutes.upper.all, lower: minutes.lower.all })}</dd>
        </div>
        {counts.map(({ kind, n, days }) => (
          <div key={kind}>
            <dt>{t(`adds_${kind}`)}</dt>
            <dd>{days > 0 ? t('countDays', { n, days }) : t('count', { n })}</dd>
          </div>
        ))}
      </dl>
      <p className="field-note">{t('eachNote')}</p>
      {additions.length === 0 && <p className="field-note">{t('additionsNone')}</p>}
      <ul>
        {additions.map((one) => (
          <li key={`${one.at}${one.kind}`}>
            <button type="button" className="problem" onClick={() => jump(one.at)}>
              <span>
                {say(one)}
                <em className={one.reason ? '' : 'is-missing'}>
                  {one.reason ? t('reason', { reason: one.reason }) : `▲ ${t('noReason')}`}
                </em>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};
