import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface PanelProps {
  /** Under which an address finds it on the page. */
  readonly id?: string;
  readonly title: ReactNode;
  /** Beside the title in third ink: what the figures are counted over. */
  readonly note?: ReactNode;
  /** At the right end of the head: the way to the full list. */
  readonly more?: ReactNode;
  /** The name under which the tour finds it. */
  readonly guide?: string;
  readonly children: ReactNode;
}

/** A sheet of paper with a heading. */
export const Panel = ({ id, title, note, more, guide, children }: PanelProps) => (
  <section id={id} className={styles.panel} data-guide={guide}>
    <header className={styles.panelHead}>
      <h2>{title}</h2>
      {note !== undefined && <span className={styles.note}>{note}</span>}
      {more !== undefined && <span className={styles.more}>{more}</span>}
    </header>
    {children}
  </section>
);
