import { useQuery } from '@tanstack/react-query';
import type { Actor } from '@xiuhua/engine';
import { clockOf, dayOf } from '@xiuhua/engine';
import { Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { Link } from 'react-router';
import { get } from '../../shared/api.ts';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import type { Json } from '../draft/json.ts';
import { headingAt } from '../section/title.ts';
import { RemarksContext, remarksOf } from './remarks.ts';
import { mayReview, type Stage, type Standing } from './standing.ts';
import { adoptWords } from './words.ts';

interface ReviewNoteProps {
  readonly campaign: string;
  readonly standing: Standing;
  readonly stage: Stage;
  readonly actor: Actor | undefined;
}

/** The plan that was reviewed, once it was returned: its remarks name places in it. */
const useReviewed = (campaign: string, { review }: Standing): Json | undefined => {
  const returned = review?.verdict?.passed === false;
  const path = `/campaigns/${encodeURIComponent(campaign)}/plan?hash=${review?.plan}`;
  const found = useQuery({
    queryKey: ['plan', campaign, review?.plan],
    queryFn: () => get<{ plan: Json }>(path),
    enabled: returned,
    staleTime: Infinity,
  });
  return found.data?.plan;
};

/** Gives every clause of the desk the remarks of the review that returned the draft. */
export const WithRemarks = ({ campaign, standing, children }: Pick<ReviewNoteProps, 'campaign' | 'standing'> & { children: ReactNode }) => {
  const plan = useDraft((draft) => draft.present);
  const reviewed = useReviewed(campaign, standing);
  const text = JSON.stringify(remarksOf(standing.review, reviewed, plan));
  const remarks = useMemo(() => JSON.parse(text) as ReturnType<typeof remarksOf>, [text]);
  return <RemarksContext value={remarks}>{children}</RemarksContext>;
};

/** The remarks as a list, each leading to its clause. */
const RemarkList = ({ campaign, standing }: Pick<ReviewNoteProps, 'campaign' | 'standing'>) => {
  const language = useLanguage();
  const { jump } = useDesk();
  const plan = useDraft((draft) => draft.present);
  const reviewed = useReviewed(campaign, standing);
  const remarks = remarksOf(standing.review, reviewed, plan);
  return (
    <ul>
      {remarks.map(({ at, text }) => (
        <li key={`${at}${text}`}>
          <Button type="link" size="small" onClick={() => jump(at)}>
            {headingAt(plan, at, language)}
          </Button>
          {text}
        </li>
      ))}
    </ul>
  );
};

/** Above the section: where the draft is on its way, what the reviewer said, and what to do next. */
export const ReviewNote = ({ campaign, standing, stage, actor }: ReviewNoteProps) => {
  const t = useWords(adoptWords);
  const language = useLanguage();
  const { today } = useDesk();
  const { review, closed } = standing;
  if (closed)
    return (
      <div className="review-note" role="note">
        {t('noteClosed', { day: showDay(closed.day, today, language), name: closed.by, reason: closed.reason })}
      </div>
    );
  if (!review) return null;
  const { verdict, asked, plan } = review;
  const when = (at: string) => `${showDay(dayOf(at), today, language)} ${clockOf(at)}`;
  const here = stage === 'waiting' || stage === 'passed' || stage === 'returned';
  const link = `/${campaign}/versions/${plan}`;
  const said = verdict
    ? t(verdict.passed ? 'notePassed' : 'noteReturned', { name: verdict.by.name, at: when(verdict.at) })
    : t('noteWaiting', { name: asked.by.name, at: when(asked.at) });
  if (!here && stage === 'in-force') return null;
  return (
    <div className={`review-note is-${verdict ? (verdict.passed ? 'passed' : 'returned') : 'waiting'}`} role="note">
      <p>
        {said}
        {!here && <b>{t(verdict?.passed === false ? 'noteEditedReturned' : 'noteEdited')}</b>}
        {stage === 'waiting' && actor && !mayReview(actor, review) && t('noteWaitingMine')}{' '}
        <Link to={link}>{t(stage === 'waiting' && mayReview(actor, review) ? 'goReview' : 'readReviewed')}</Link>
      </p>
      {verdict?.text && <blockquote>{verdict.text}</blockquote>}
      {verdict && !verdict.passed && <RemarkList campaign={campaign} standing={standing} />}
    </div>
  );
};
