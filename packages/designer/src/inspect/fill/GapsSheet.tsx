import { Sheet } from '../app/Sheet.tsx';
import { missing } from './field-store.ts';
import type { Question } from './form.ts';
import { useFieldStore } from './hand.ts';
import { sayGap } from './say.ts';
import { useFillWords } from './words.ts';

/** Brings a question into view and puts the focus on its first answer. */
const jumpTo = (question: Question): void => {
  const card = document.getElementById(`q${question.number}`);
  card?.scrollIntoView({ block: 'center' });
  card?.querySelector<HTMLElement>('input, button, textarea')?.focus({ preventScroll: true });
};

/** What is missing, in words; a press goes there. */
export const GapsSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useFillWords();
  const store = useFieldStore();
  const gaps = missing(store);
  const jump = (question: Question) => {
    onClose();
    // After the sheet has given the focus back.
    requestAnimationFrame(() => jumpTo(question));
  };
  return (
    <Sheet title={t('gapsTitle', { n: gaps.length })} onClose={onClose}>
      <p className="note">{t('gapsHint')}</p>
      <ul className="gaps">
        {gaps.map(({ question, gap }) => (
          <li key={question.name}>
            <button type="button" className="wide" onClick={() => jump(question)}>
              <span>
                {question.number}. {question.name}
              </span>
              <em className="text-amber">{sayGap(question, gap, t)}</em>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
