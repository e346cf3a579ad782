/** One option of a choice and how it is shown. */
export interface Option {
  readonly key: string;
  readonly label: string;
  /** Class of its colour once chosen. */
  readonly tone?: string;
}

interface OptionsProps {
  readonly heading: string;
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  /** True when several can be chosen at once. */
  readonly several?: boolean;
  readonly onChoose: (key: string) => void;
}

/** Options as large buttons side by side, as many to a row as fit. */
export const Options = ({ heading, name, options, chosen, several = false, onChoose }: OptionsProps) => (
  <fieldset className="answers" aria-labelledby={heading}>
    {options.map(({ key, label, tone }) => (
      <label key={key} className={tone ?? 'plain'}>
        <input type={several ? 'checkbox' : 'radio'} name={name} checked={chosen.includes(key)} onChange={() => onChoose(key)} />
        <span>{label}</span>
      </label>
    ))}
  </fieldset>
);
