import { Icon } from '../../app/Icon.tsx';

interface StepperProps {
  readonly value: number | undefined;
  readonly least: number;
  readonly greatest: number;
  readonly words: { readonly less: string; readonly more: string; readonly label: string; readonly measure: string };
  readonly onChange: (value: number | undefined) => void;
}

/** A whole number with minus and plus; a large one can be typed. */
export const Stepper = ({ value, least, greatest, words, onChange }: StepperProps) => {
  const type = (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 9);
    onChange(digits === '' ? undefined : Number(digits));
  };
  return (
    <div className="counter">
      <button type="button" aria-label={words.less} disabled={(value ?? least) <= least} onClick={() => onChange((value ?? least) - 1)}>
        <Icon name="minus" />
      </button>
      <input
        inputMode="numeric"
        aria-label={words.label}
        value={value ?? ''}
        onChange={(e) => type(e.target.value)}
        onFocus={(e) => e.target.select()}
      />
      {words.measure && <span aria-hidden="true">{words.measure}</span>}
      <button
        type="button"
        aria-label={words.more}
        disabled={(value ?? least) >= greatest}
        onClick={() => onChange(value === undefined ? Math.max(least, 1) : value + 1)}
      >
        <Icon name="plus" />
      </button>
    </div>
  );
};
