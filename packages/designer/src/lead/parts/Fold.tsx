import { type ReactNode, useState } from 'react';
import styles from './parts.module.css';

/** Detail that opens on a click. What is inside is made only once it is open. */
export const Fold = ({
  summary,
  open = false,
  children,
}: {
  readonly summary: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) => {
  const [shown, setShown] = useState(open);
  return (
    <details className={styles.fold} open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {shown && children}
    </details>
  );
};
