import { Link } from 'react-router';
import type { Tone } from '../say/sign.ts';
import { MaybeLink } from './MaybeLink.tsx';
import styles from './parts.module.css';

/** One bar: its label, its number, where the number opens, and the part of it that stands out. */
export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Where the label leads when not to what the number counts. */
  readonly labelTo?: string;
  readonly value: number;
  readonly to: string | undefined;
  readonly tone: Tone;
  /** A part of the value that is marked, such as the overdue ones, with its own words and link. */
  readonly marked?: { readonly value: number; readonly text: string; readonly to: string | undefined };
}

/** Thin bars on one scale with the number written at each; every number is a link to what it counts, where the reader may see it. */
export const Bars = ({ bars, unit }: { readonly bars: readonly Bar[]; readonly unit: string }) => {
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const share = (value: number) => `${(value * 100) / most}%`;
  return (
    <ul className={styles.bars}>
      {bars.map((bar) => (
        <li key={bar.key}>
          <span className={styles.barLabel}>
            {bar.labelTo === undefined ? (
              <MaybeLink to={bar.to} className={styles.barOpens} tabIndex={-1}>
                {bar.label}
              </MaybeLink>
            ) : (
              <Link to={bar.labelTo}>{bar.label}</Link>
            )}
          </span>
          <span className={styles.track} aria-hidden="true">
            <span className={styles.bar} data-tone={bar.tone} style={{ width: share(bar.value) }}>
              {bar.marked && bar.marked.value > 0 && (
                <span className={styles.barMark} style={{ width: `${(bar.marked.value * 100) / Math.max(1, bar.value)}%` }} />
              )}
            </span>
          </span>
          <span className={styles.barValue}>
            <MaybeLink to={bar.to}>
              {bar.value}
              <small>{unit}</small>
            </MaybeLink>
          </span>
          <span className={styles.barNote}>
            {bar.marked && bar.marked.value > 0 && <MaybeLink to={bar.marked.to}>■ {bar.marked.text}</MaybeLink>}
          </span>
        </li>
      ))}
    </ul>
  );
};
