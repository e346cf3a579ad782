import { Button } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import type { LogFilter } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { showMoment } from '../say/moment.ts';
import { type Choice, Filters } from './Filters.tsx';
import styles from './log.module.css';
import { type AccessLine, useAccess } from './queries.ts';
import { accessWords, logWords, robotWords } from './words.ts';

type AccessKind = keyof typeof accessWords.zh;

const kinds = Object.keys(accessWords.zh) as AccessKind[];

const isKind = (kind: string): kind is AccessKind => kind in accessWords.zh;

type RobotPart = keyof typeof robotWords.zh;

/** What a line names: whom, what of it, which phone or host, how many. */
const sayLine = ({ kind, says }: AccessLine, part: (key: RobotPart) => string): string => {
  const { name, login, device, host, what: told, n } = says;
  const known = (key: string): key is RobotPart => key in robotWords.zh;
  const what = kind === 'robot-changed' && Array.isArray(told) ? told.map((key) => (known(key) ? part(key) : key)) : told;
  const whom = [name, login && `(${String(login)})`].filter(Boolean).join(' ');
  const list = Array.isArray(what) ? what.join('；') : what;
  return [whom, device, host, list, n].filter((part) => part !== undefined && part !== '').join(' · ');
};

interface AccessProps {
  readonly filter: LogFilter;
  readonly narrow: (change: LogFilter) => void;
  readonly people: readonly Choice[];
}

/** Who signed in, was given roles, let phones in, looked as whom and took files out, newest first. */
export const AccessLog = ({ filter, narrow, people }: AccessProps) => {
  const t = useWords(logWords);
  const say = useWords(accessWords);
  const part = useWords(robotWords);
  const now = useLanguage();
  const { today } = useHere();
  const query = useAccess(filter);
  return (
    <>
      <Filters filter={filter} narrow={narrow} people={people} kinds={kinds.map((kind) => ({ value: kind, label: say(kind) }))} />
      <Loaded query={query} rows={12}>
        {({ pages }) => {
          const lines = pages.flat();
          if (lines.length === 0) return <Nothing>{t('accessNone')}</Nothing>;
          return (
            <ol className={styles.rows}>
              {lines.map((line) => (
                <li key={line.seq} className={styles.row}>
                  <span className={styles.seq}>{line.seq}</span>
                  <span className={styles.what}>
                    <b>{isKind(line.kind) ? say(line.kind) : line.kind}</b>
                    <span>{sayLine(line, part)}</span>
                  </span>
                  <span className={styles.who}>
                    {line.name || t('somebody')}
                    <small>{line.address}</small>
                  </span>
                  <time dateTime={line.at}>{showMoment(line.at, today, now)}</time>
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <p className={styles.more}>
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('older')}
          </Button>
        </p>
      )}
    </>
  );
};
