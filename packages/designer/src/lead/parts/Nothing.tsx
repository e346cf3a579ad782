import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** An empty place: one sentence what it is for and, where something can be done, one button. */
export const Nothing = ({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) => (
  <div className={styles.nothing}>
    <svg viewBox="0 0 72 12" width="72" height="12" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3, 4].map((i) => (
        <path
          key={i}
          d={`M${i * 15 + 1} 2l8 8M${i * 15 + 9} 2l-3 3M${i * 15 + 4} 7l-3 3`}
          stroke="currentColor"
          strokeWidth="1.4"
          fill="none"
        />
      ))}
    </svg>
    <p>{children}</p>
    {action}
  </div>
);
