import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './parts.module.css';
import { useTitle } from './useTitle.ts';

interface PageProps {
  readonly title: string;
  /** Under the title: what is seen here, in one line. */
  readonly lead?: ReactNode;
  /** The way back to the list this belongs to. */
  readonly back?: { readonly to: string; readonly text: string };
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the door: title, its one line of explanation, actions, and the content. */
export const Page = ({ title, lead, back, actions, children }: PageProps) => {
  useTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.pageHead}>
        <div>
          {back && (
            <Link className={styles.back} to={back.to}>
              ‹ {back.text}
            </Link>
          )}
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles.pageLead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.pageActions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
};
