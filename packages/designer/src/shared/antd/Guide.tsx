import { Tour } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage, useWords } from '../language.ts';
import { type GuideRoute, type GuideStop, placeOf, rememberGuide } from './guide.ts';
import { guideWords } from './guide-words.ts';

/** How long the page of the tour may take to appear. */
const patience = 6000;

/** The stops on the screen, as soon as the first of them is there. */
const useStops = (route: GuideRoute): readonly GuideStop[] => {
  const [{ stops }] = useState(route);
  const [found, setFound] = useState<readonly GuideStop[]>([]);
  useEffect(() => {
    const begun = performance.now();
    const timer = setInterval(() => {
      const [first] = stops;
      if (first && !placeOf(first) && performance.now() - begun < patience) return;
      clearInterval(timer);
      setFound(stops.filter((stop) => placeOf(stop) !== undefined));
    }, 60);
    return () => clearInterval(timer);
  }, [stops]);
  return found;
};

/**
 * A tour through a door: a sentence at each place, by keys or mouse. Leaving it early counts as taken: nobody is asked
 * twice. The focus goes to the way on, and back to where it was when the tour ends.
 */
export const Guide = ({ route, onClose }: { readonly route: GuideRoute; readonly onClose: () => void }) => {
  const t = useWords(guideWords);
  const now = useLanguage();
  const stops = useStops(route);
  const [current, go] = useState(0);
  const count = stops.length;
  useEffect(() => {
    if (count === 0) return;
    const frame = setTimeout(() => document.querySelector<HTMLElement>(`.guide [data-stop="${current}"]`)?.focus(), 80);
    return () => clearTimeout(frame);
  }, [current, count]);
  const end = (): void => {
    rememberGuide(route.name);
    onClose();
  };
  if (count === 0) return null;
  return (
    <Tour
      open
      rootClassName="guide"
      current={current}
      onChange={go}
      onClose={end}
      onFinish={end}
      disabledInteraction
      closable={{ 'aria-label': t('close') }}
      indicatorsRender={(at, of) => <span className="guide-at">{t('at', { n: at + 1, of })}</span>}
      steps={stops.map((stop, i) => ({
        title: stop[now][0],
        description: stop[now][1],
        target: () => placeOf(stop) ?? document.body,
        scrollIntoViewOptions: { block: 'center' },
        prevButtonProps: { children: t('previous') },
        nextButtonProps: { children: <span>{t(i === count - 1 ? 'finish' : 'next')}</span>, 'data-stop': i } as object,
      }))}
    />
  );
};
