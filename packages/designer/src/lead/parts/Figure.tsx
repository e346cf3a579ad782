import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Tone } from '../say/sign.ts';
import styles from './parts.module.css';

interface FigureProps {
  readonly label: ReactNode;
  readonly value: number | string;
  readonly unit: string;
  readonly to: string;
  readonly tone?: Tone;
}

/** A number with its name above and its unit beside it in third ink. The number is a link to what it counts. */
export const Figure = ({ label, value, unit, to, tone = 'plain' }: FigureProps) => (
  <div className={styles.figure}>
    <span className={styles.figureLabel}>{label}</span>
    <Link to={to} className={styles.figureValue} data-tone={tone}>
      {value}
      <small>{unit}</small>
    </Link>
  </div>
);
