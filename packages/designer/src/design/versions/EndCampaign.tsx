import type { ClosedCampaign, Day, EndView } from '@xiuhua/engine';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { CommandDialog } from '../save/CommandDialog.tsx';
import { command } from '../save/server.ts';
import { versionWords } from './words.ts';

interface EndDialogProps {
  readonly campaign: string;
  readonly end: EndView;
  readonly onEnded: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** Says what stands open, what can still be done afterwards, asks for the reason, and closes the campaign. */
const EndDialog = ({ campaign, end, onEnded, onClose }: EndDialogProps) => {
  const t = useWords(versionWords);
  const [reason, setReason] = useState('');
  const close = async (id: string) => {
    await command(campaign, id, { type: 'CloseCampaign', reason: reason.trim() });
    await onEnded();
    return undefined;
  };
  const open = [
    ['endDuties', end.openDuties],
    ['endFindings', end.openFindings],
    ['endAppeals', end.openAppeals],
    ['endUnpublished', end.unpublished],
  ] as const;
  const left = open.filter(([, n]) => n > 0);
  return (
    <CommandDialog
      title={t('endTitle')}
      okText={t('endNow')}
      busyText={t('ending')}
      cancelText={t('cancel')}
      danger
      ready={reason.trim() !== ''}
      give={close}
      onClose={onClose}
    >
      {left.length > 0 && (
        <>
          <p>{t('endOpen')}</p>
          <ul>
            {left.map(([key, n]) => (
              <li key={key}>{t(key, { n })}</li>
            ))}
          </ul>
        </>
      )}
      <p>{t('endStill')}</p>
      <p>{t('endNever')}</p>
      <label htmlFor="end-reason">{t('endReason')}</label>
      <Input.TextArea
        id="end-reason"
        rows={2}
        maxLength={500}
        value={reason}
        placeholder={t('endReasonHolder')}
        onChange={({ target }) => setReason(target.value)}
      />
    </CommandDialog>
  );
};

interface EndCampaignProps {
  readonly campaign: string;
  readonly today: Day;
  readonly end: EndView | null;
  readonly closed: ClosedCampaign | null;
  /** Whether this person may close the campaign. */
  readonly may: boolean;
  readonly onEnded: () => Promise<unknown>;
}

/** The end of the campaign: when it was closed and why, or when it can be. */
export const EndCampaign = ({ campaign, today, end, closed, may, onEnded }: EndCampaignProps) => {
  const t = useWords(versionWords);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  if (closed)
    return (
      <p className="review-note" role="note">
        {t('ended', { day: showDay(closed.day, today, language), name: closed.by, reason: closed.reason })}
      </p>
    );
  if (!end) return null;
  const day = showDay(end.after, today, language);
  return (
    <section className="version-end" aria-labelledby="end-title">
      <h2 id="end-title">{t('end')}</h2>
      <p>{end.due ? t('endDue') : t(end.endless ? 'endReview' : 'endNotYet', { phase: end.phase, day })}</p>
      {may && end.due && <Button onClick={() => setAsking(true)}>{t('end')}…</Button>}
      {asking && <EndDialog campaign={campaign} end={end} onEnded={onEnded} onClose={() => setAsking(false)} />}
    </section>
  );
};
