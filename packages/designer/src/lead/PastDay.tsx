import { Button } from 'antd';
import { showDay } from '../shared/format.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { useHere } from './campaign/here.ts';
import styles from './lead.module.css';
import { doorWords } from './words.ts';

/** Says on every page that a past day is shown, and leads back to today. Nothing while today is shown. */
export const PastDay = () => {
  const t = useWords(doorWords);
  const now = useLanguage();
  const { asOf, now: today = '', see } = useHere();
  if (asOf === undefined) return null;
  return (
    <p className={styles.pastDay} role="status">
      <span>{t('pastDay', { day: showDay(asOf, today, now) })}</span>
      <Button size="small" onClick={() => see?.(undefined)}>
        {t('toToday')}
      </Button>
    </p>
  );
};
