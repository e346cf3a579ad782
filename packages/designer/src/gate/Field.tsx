import { useId } from 'react';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly type?: 'text' | 'password';
  readonly note?: string;
  readonly error?: string;
  readonly autoComplete: string;
  readonly autoFocus?: boolean;
}

/** One labelled line of a form, with its note and what is wrong with it. */
export const Field = ({ label, name, type = 'text', note, error, autoComplete, autoFocus }: FieldProps) => {
  const id = useId();
  return (
    <div className="gate-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        autoComplete={autoComplete}
        // biome-ignore lint/a11y/noAutofocus: the page has this one thing to do
        autoFocus={autoFocus}
        aria-invalid={error ? true : undefined}
        aria-describedby={note || error ? `${id}-note` : undefined}
      />
      {(error ?? note) && (
        <p id={`${id}-note`} className={error ? 'gate-error' : 'gate-note'}>
          {error ?? note}
        </p>
      )}
    </div>
  );
};
