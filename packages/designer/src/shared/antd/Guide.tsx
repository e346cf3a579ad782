import { Tour } from 'antd';
import { useEffect } from 'react';
import { type GuideRoute, type GuideStop, placeOf, useGuide } from '../guide.ts';
import { guideWords } from '../guide-words.ts';
import { useLanguage, useWords } from '../language.ts';

/** The last stop of every tour at a desk. */
const elsewhere: GuideStop = {
  at: '.shell-account',
  zh: ['其他入口', '从账号菜单去其他工作台，切换语言，也可以再看一遍这段介绍。'],
  en: ['Other desks', 'The account menu leads to the other desks, changes the language and starts this tour again.'],
};

/**
 * A tour through a door: a sentence at each place, by keys or mouse. The focus goes to the way on, and back to where it was when the tour ends.
 */
export const Guide = ({ route, onClose }: { readonly route: GuideRoute; readonly onClose: () => void }) => {
  const t = useWords(guideWords);
  const now = useLanguage();
  const { stops, current, go, end } = useGuide({ ...route, stops: [...route.stops, elsewhere] }, onClose);
  const count = stops.length;
  useEffect(() => {
    if (count === 0) return;
    const frame = setTimeout(() => document.querySelector<HTMLElement>(`.guide [data-stop="${current}"]`)?.focus(), 80);
    return () => clearTimeout(frame);
  }, [current, count]);
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
