import { Button } from 'antd';
import { useWords } from '../../shared/language.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Shape } from '../parts/Shape.tsx';
import styles from './log.module.css';
import { useCheck } from './queries.ts';
import { logWords } from './words.ts';

/** Reads a log from its first line and says whether it is whole, or which record is the first bad one. */
export const Check = ({ of }: { readonly of: 'log' | 'access' }) => {
  const t = useWords(logWords);
  const check = useCheck(of);
  const { data } = check;
  const kind = data?.bad && (`bad_${data.bad.kind}` as keyof typeof logWords.zh);
  return (
    <div className={styles.check}>
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {t('check')}
      </Button>
      {data && (
        <p role="status" data-tone={data.bad ? 'late' : 'done'}>
          <Shape kind={data.bad ? 'square' : 'disc'} />{' '}
          {data.bad && kind ? t('checkBad', { seq: data.bad.seq, kind: t(kind), n: data.n }) : t('checkWhole', { n: data.n })}
        </p>
      )}
      {check.error && <Trouble error={check.error} />}
    </div>
  );
};
