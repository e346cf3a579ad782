import { useEffect } from 'react';
import { placeOf, useGuide } from '../../shared/guide.ts';
import { guideWords } from '../../shared/guide-words.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { inspectGuide } from '../guide.ts';

/** The tour on a phone: a card above the list, which covers nothing, and a frame around what it speaks of. */
export const GuideCard = ({ onEnd }: { readonly onEnd: () => void }) => {
  const t = useWords(guideWords);
  const now = useLanguage();
  const { stops, current, go, end } = useGuide(inspectGuide, onEnd);
  const stop = stops[current];
  useEffect(() => {
    const place = stop && placeOf(stop);
    place?.setAttribute('data-guided', '');
    return () => place?.removeAttribute('data-guided');
  }, [stop]);
  if (!stop) return null;
  const last = current === stops.length - 1;
  return (
    <section className="guide" aria-label={t('start')}>
      <p aria-live="polite">
        <b>{stop[now][0]}</b>
        {stop[now][1]}
      </p>
      <small>{t('at', { n: current + 1, of: stops.length })}</small>
      <button type="button" className="quiet" onClick={end}>
        {t('close')}
      </button>
      <button type="button" className="primary" onClick={() => (last ? end() : go(current + 1))}>
        {t(last ? 'finish' : 'next')}
      </button>
    </section>
  );
};
