import { Icon } from '../app/Icon.tsx';
import type { DraftAnswer } from '../device/records.ts';
import { mostSpots, withCount } from './answers.ts';
import type { Question } from './form.ts';
import { useFieldStore } from './hand.ts';
import { useFillWords } from './words.ts';

/** How many spots failed, with minus and plus; a large number can be typed. */
export const Counter = ({ question, answer }: { readonly question: Question; readonly answer: DraftAnswer }) => {
  const t = useFillWords();
  const store = useFieldStore();
  const count = answer.count ?? 1;
  const set = (next: number) => store.put(new Map([[question.name, withCount(answer, next)]]));
  return (
    <fieldset className="counter">
      <legend className="hidden">{t('spots', { n: count })}</legend>
      <button type="button" aria-label={t('removeSpot')} disabled={count <= 1} onClick={() => set(count - 1)}>
        <Icon name="minus" />
      </button>
      <input
        inputMode="numeric"
        pattern="[0-9]*"
        aria-label={t('spots', { n: count })}
        value={count}
        onChange={(e) => set(Number(e.target.value.replace(/\D/g, '')))}
        onFocus={(e) => e.target.select()}
      />
      <span aria-hidden="true">{t('spots', { n: '' }).trim()}</span>
      <button type="button" aria-label={t('addSpot')} disabled={count >= mostSpots} onClick={() => set(count + 1)}>
        <Icon name="plus" />
      </button>
    </fieldset>
  );
};
