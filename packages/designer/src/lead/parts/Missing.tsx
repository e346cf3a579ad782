import styles from './parts.module.css';
import { Shape } from './Shape.tsx';

/** What a form still lacks, in words, before it can be sent; nothing while it lacks nothing. */
export const Missing = ({ what }: { readonly what: string | undefined }) =>
  what === undefined ? null : (
    <p className={styles.missing} role="alert">
      <Shape kind="triangle" /> {what}
    </p>
  );
