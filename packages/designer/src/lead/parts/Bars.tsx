import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Tone } from '../say/sign.ts';
import styles from './parts.module.css';

/** One bar: its label, its number, where the number opens, and the part of it that stands out. */
export interface Bar {
  readonly key: string;
  readonly label: ReactNode;
  readonly value: number;
  readonly to: string;
  readonly tone: Tone;
  /** A part of the value that is marked, such as the overdue ones, with its own words and link. */
  readonly marked?: { readonly value: number; readonly text: string; readonly to: string };
}

/** Thin bars on one scale with the number written at each; every number is a link to what it counts. */
export const Bars = ({ bars, unit }: { readonly bars: readonly Bar[]; readonly unit: string }) => {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const share = (value: number) => `${(value * 100) / most}%`;
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className={styles.barLabel}>{bar.label}</span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} data-tone={bar.tone} style={{ width: share(bar.value) }}>
              {bar.marked && bar.marked.value > 0 && (
                <span className={styles.barMark} style={{ width: `${(bar.marked.value * 100) / Math.max(1, bar.value)}%` }} />
              )}
            </span>
          </span>
          <span className={styles.barValue}>
            <Link to={bar.to}>{bar.value}</Link>
            <small>{unit}</small>
          </span>
          <span className={styles.barNote}>
            {bar.marked && bar.marked.value > 0 && <Link to={bar.marked.to}>■ {bar.marked.text}</Link>}
          </span>
        </li>
      ))}
    </ul>
  );
};
