import { clockOf, type Day, dayOf, type Review, type VersionView } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { versionWords } from './words.ts';

interface HistoryProps {
  readonly today: Day;
  readonly plan: string;
  readonly review: Review | null;
  readonly version?: VersionView | undefined;
}

/** The hash of a plan, short, with the whole of it a press away. */
export const HashCode = ({ hash }: { readonly hash: string }) => {
  const t = useWords(versionWords);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(hash);
    void message.success(t('hashCopied'));
  };
  return (
    <Button size="small" type="text" className="hash-short" title={hash} aria-label={t('copyHash')} onClick={() => void copy()}>
      {hash.slice(0, 12)}
    </Button>
  );
};

/** Who wrote, reviewed and adopted a plan, when, and by which hash it is known. */
export const History = ({ today, plan, review, version }: HistoryProps) => {
  const t = useWords(versionWords);
  const language = useLanguage();
  const when = (at: string) => `${showDay(dayOf(at), today, language)} ${clockOf(at)}`;
  const verdict = review?.verdict;
  return (
    <dl className="version-history">
      <div>
        <dt>{t('writer')}</dt>
        <dd>{review ? review.writer.name : t('before')}</dd>
      </div>
      {review && (
        <div>
          <dt>{t('asked')}</dt>
          <dd>
            {review.asked.by.name}，{when(review.asked.at)}
            {review.asked.text && <q>{review.asked.text}</q>}
          </dd>
        </div>
      )}
      {review && (
        <div>
          <dt>{t('reviewed')}</dt>
          <dd>
            {verdict ? `${verdict.by.name}，${when(verdict.at)}，${t(verdict.passed ? 'passed' : 'returned')}` : t('waits')}
            {verdict?.text && <q>{verdict.text}</q>}
          </dd>
        </div>
      )}
      {version && (
        <div>
          <dt>{t('adopted')}</dt>
          <dd>
            {version.adopted.by}，{when(version.adopted.at)}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('hash')}</dt>
        <dd>
          <HashCode hash={plan} />
        </dd>
      </div>
    </dl>
  );
};
