interface PinInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly required?: boolean;
}

/** Six digits, unseen, on the keys for numbers. */
export const PinInput = ({ label, value, onChange, required = false }: PinInputProps) => (
  <label>
    {label}
    <input
      className="pin"
      type="password"
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      required={required}
      value={value}
      onChange={(e) => onChange(e.target.value.replace(/\D/g, ''))}
    />
  </label>
);
