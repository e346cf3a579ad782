import { Input } from 'antd';
import { useId } from 'react';
import styles from './parts.module.css';

interface TextFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A field for a few sentences, up to what a command takes. */
export const TextField = ({ label, hint, value, onChange }: TextFieldProps) => {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={hint}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
};
