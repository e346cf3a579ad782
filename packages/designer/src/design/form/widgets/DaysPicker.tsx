import type { Day } from '@xiuhua/engine';
import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface DaysPickerProps {
  readonly label: string;
  readonly days: readonly Day[];
  readonly onChange: (days: readonly Day[]) => void;
}

/** Several single days; at least one stays. */
export const DaysPicker = ({ label, days, onChange }: DaysPickerProps) => (
  <DatePicker
    multiple
    aria-label={label}
    className="phrase-wide"
    value={days.map((day) => dayjs(day))}
    format="YYYY-MM-DD"
    onChange={(chosen) => {
      const next = (chosen ?? []).map((d) => d.format('YYYY-MM-DD')).sort();
      if (next.length > 0) onChange(next);
    }}
  />
);
