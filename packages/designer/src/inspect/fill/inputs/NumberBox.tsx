import { useState } from 'react';

interface NumberBoxProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly measure: string;
  readonly placeholder: string;
  readonly onChange: (value: number | undefined) => void;
}

const written = /^-?\d{1,12}(\.\d{1,6})?$/;

/** A number with decimals. What is typed stays as it is; only a whole number counts as an answer. */
export const NumberBox = ({ label, value, measure, placeholder, onChange }: NumberBoxProps) => {
  const [text, setText] = useState(value === undefined ? '' : String(value));
  const type = (next: string) => {
    const plain = next.replace('。', '.').trim();
    setText(plain);
    onChange(written.test(plain) ? Number(plain) : undefined);
  };
  return (
    <div className="measured">
      <input inputMode="decimal" aria-label={label} placeholder={placeholder} value={text} onChange={(e) => type(e.target.value)} />
      {measure && <span aria-hidden="true">{measure}</span>}
    </div>
  );
};
