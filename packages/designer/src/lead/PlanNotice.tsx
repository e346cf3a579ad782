import { showDay } from '../shared/format.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { useHere, useMay } from './campaign/here.ts';
import { useVersions } from './campaign/queries.ts';
import styles from './lead.module.css';
import { doorWords } from './words.ts';

/** Says on every page that the campaign is closed, or that a draft waits for the reader's review. */
export const PlanNotice = () => {
  const t = useWords(doorWords);
  const language = useLanguage();
  const { campaign, actor, today } = useHere();
  const may = useMay('ReviewPlan');
  const { data } = useVersions();
  const [review] = data?.reviews ?? [];
  if (data?.closed) {
    const { day, by, reason } = data.closed;
    return (
      <p className={styles.planNotice} role="status">
        {t('closedOn', { day: showDay(day, today, language), name: by, reason })}
      </p>
    );
  }
  const mine = review && [review.writer.account, review.asked.by.account].includes(actor.account);
  if (!review || review.verdict || mine || !may) return null;
  return (
    <p className={styles.planNotice} role="status">
      {t('planWaits', { title: review.title, name: review.asked.by.name })}{' '}
      <a href={`/design/${encodeURIComponent(campaign)}/versions/${review.plan}`}>{t('toReview')}</a>
    </p>
  );
};
