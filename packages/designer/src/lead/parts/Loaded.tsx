import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../../shared/api.ts';
import { useWords } from '../../shared/language.ts';
import { doorWords } from '../words.ts';
import styles from './parts.module.css';

/** What stood in the way, in words, with a way to try again. */
export const Trouble = ({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) => {
  const t = useWords(doorWords);
  const messages = error instanceof Refused && error.problems.length > 0 ? error.problems.map((problem) => problem.message) : [t('failed')];
  return (
    <div className={styles.trouble} role="alert">
      {messages.map((message) => (
        <p key={message}>{message}</p>
      ))}
      {retry && <Button onClick={retry}>{t('retry')}</Button>}
    </div>
  );
};

/** Lines where something will stand in a moment. */
export const Waiting = ({ rows }: { readonly rows: number }) => (
  <div aria-busy="true" className={styles.loading}>
    <Skeleton active title={false} paragraph={{ rows }} />
  </div>
);

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, Error>;
  /** Lines of the skeleton shown while the first answer is on its way. */
  readonly rows?: number;
  readonly children: (data: T) => ReactNode;
}

/** Shows what a query answered; a skeleton before, and the reason in words when it failed. */
export const Loaded = <T,>({ query, rows = 4, children }: LoadedProps<T>) => {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Trouble error={query.error} retry={() => void query.refetch()} />;
  return <Waiting rows={rows} />;
};
