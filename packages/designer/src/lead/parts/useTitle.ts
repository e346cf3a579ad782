import { useEffect } from 'react';
import { useWords } from '../../shared/language.ts';
import { doorWords } from '../words.ts';

/** Names the browser's tab after what is on the screen. */
export const useTitle = (title: string): void => {
  const t = useWords(doorWords);
  const whole = `${title} · ${t('door')}`;
  useEffect(() => {
    document.title = whole;
  }, [whole]);
};
