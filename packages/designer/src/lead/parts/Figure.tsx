import type { ReactNode } from 'react';
import type { Tone } from '../say/sign.ts';
import { MaybeLink } from './MaybeLink.tsx';
import styles from './parts.module.css';

interface FigureProps {
  readonly label: ReactNode;
  readonly value: number | string;
  readonly unit: string;
  /** Where the number opens; none for one who may not see what it counts. */
  readonly to: string | undefined;
  readonly tone?: Tone;
}

/** A number with its name above and its unit beside it in third ink. The number is a link to what it counts, where the reader may see it. */
export const Figure = ({ label, value, unit, to, tone = 'plain' }: FigureProps) => (
  <div className={styles.figure}>
    <span className={styles.figureLabel}>{label}</span>
    <MaybeLink to={to} className={styles.figureValue} data-tone={tone}>
      {value}
      <small>{unit}</small>
    </MaybeLink>
  </div>
);
