import { showPoints } from '@xiuhua/engine';
import { useState } from 'react';
import { Sheet } from '../app/Sheet.tsx';
import { askedAnswers } from './field-store.ts';
import { useFieldStore, useTotals } from './hand.ts';
import type { OpenForm } from './open.ts';
import type { Filling } from './session.ts';
import { useFillWords } from './words.ts';

interface ConfirmSheetProps {
  readonly open: OpenForm;
  readonly filling: Filling;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The inspection in a few words before it can no longer be changed. */
export const ConfirmSheet = ({ open, filling, onClose, onDone }: ConfirmSheetProps) => {
  const t = useFillWords();
  const store = useFieldStore();
  const { failed, lost } = useTotals();
  const [busy, setBusy] = useState(false);
  const [full, setFull] = useState(false);
  const answers = Object.values(askedAnswers(store));
  const count = (result: string) => answers.filter((a) => a.result === result).length;
  const recorded = count('recorded');
  const photos = new Set(answers.flatMap((a) => a.photos ?? [])).size;
  const units = new Set(
    open.form.questions.filter((q) => store.isAsked(q.name) && store.answer(q.name)?.result === 'fail' && q.unit).map((q) => q.unit),
  );
  const finish = async () => {
    setBusy(true);
    const end = await filling.finish();
    setBusy(false);
    if (end === 'done' || end === 'gone') onDone();
    else if (end === 'full') setFull(true);
    else onClose();
  };
  return (
    <Sheet title={t('confirmTitle')} onClose={onClose}>
      <ul className="summary">
        <li>{t('confirmCounts', { of: answers.length - recorded, pass: count('pass'), fail: failed, na: count('not-applicable') })}</li>
        {recorded > 0 && <li>{t('confirmRecorded', { n: recorded })}</li>}
        {lost > 0 && <li>{t('confirmLost', { points: showPoints(lost) })}</li>}
        {photos > 0 && <li>{t('confirmPhotos', { n: photos })}</li>}
        {units.size > 0 && <li>{t('confirmNotices', { units: [...units].join('、') })}</li>}
      </ul>
      <p className="note">{t('confirmFinal')}</p>
      {full && (
        <p className="wrong" role="alert">
          {t('notSaved')}
        </p>
      )}
      <div className="actions">
        <button type="button" onClick={onClose}>
          {t('confirmNo')}
        </button>
        <button type="button" className="primary" disabled={busy} onClick={() => void finish()}>
          {t(busy ? 'saving' : 'confirmYes')}
        </button>
      </div>
    </Sheet>
  );
};
