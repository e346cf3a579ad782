import { showPoints } from '@xiuhua/engine';
import { useState } from 'react';
import { usePocket } from '../app/context.ts';
import { leave } from '../app/route.ts';
import { ConfirmSheet } from './ConfirmSheet.tsx';
import { missing, unanswered } from './field-store.ts';
import { GapsSheet } from './GapsSheet.tsx';
import { useFieldStore, useTotals } from './hand.ts';
import type { OpenForm } from './open.ts';
import { passRest } from './pass-rest.ts';
import type { Filling } from './session.ts';
import { useFillWords } from './words.ts';

interface SubmitBarProps {
  readonly open: OpenForm;
  readonly filling: Filling;
  /** Told when submitting was tried and something is missing. */
  readonly onGaps: () => void;
}

/** The two presses at the thumb: pass all that is left, and submit. */
export const SubmitBar = ({ open, filling, onGaps }: SubmitBarProps) => {
  const t = useFillWords();
  const pocket = usePocket();
  const store = useFieldStore();
  const { lost } = useTotals();
  const [sheet, setSheet] = useState<'gaps' | 'confirm' | null>(null);
  const left = unanswered(store);
  const submit = () => {
    const gaps = missing(store);
    if (gaps.length) onGaps();
    setSheet(gaps.length ? 'gaps' : 'confirm');
  };
  const finished = () => {
    pocket.state.set({ notice: { text: t('saved') } });
    leave();
  };
  return (
    <footer className="submit-bar">
      <button type="button" disabled={left.length === 0} onClick={() => passRest(pocket, store, left, (n) => t('restPassed', { n }))}>
        {t('restPass')}
      </button>
      <button type="button" className="primary" onClick={submit}>
        {lost > 0 ? t('submitLost', { points: showPoints(lost) }) : t('submit')}
      </button>
      {sheet === 'gaps' && <GapsSheet onClose={() => setSheet(null)} />}
      {sheet === 'confirm' && <ConfirmSheet open={open} filling={filling} onClose={() => setSheet(null)} onDone={finished} />}
    </footer>
  );
};
