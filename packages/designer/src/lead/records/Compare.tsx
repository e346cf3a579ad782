import type { Answer, CompiledChecklist, RecordsView, RecordView } from '@xiuhua/engine';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { Photos } from '../parts/Photos.tsx';
import { Shape } from '../parts/Shape.tsx';
import { showMoment } from '../say/moment.ts';
import { marks } from '../visit/Answers.tsx';
import { AnswerValue } from '../visit/AnswerValue.tsx';
import { visitWords } from '../visit/words.ts';
import { sideBySide } from './compare.ts';
import styles from './records.module.css';
import { recordWords } from './words.ts';

const Said = ({ answer, item }: { readonly answer: Answer | undefined; readonly item: string }) => {
  const t = useWords(visitWords);
  const mark = marks[answer?.result ?? 'unanswered'];
  return (
    <>
      <span className={styles.result} data-tone={mark.tone}>
        <Shape kind={mark.shape} /> {t(answer?.result ?? 'unanswered')}
        {answer?.count !== undefined && <small> {t('spots', { n: answer.count })}</small>}
      </span>
      <AnswerValue value={answer?.value} measure={undefined} />
      {answer?.note && <p className={styles.remark}>{answer.note}</p>}
      <Photos hashes={answer?.photos ?? []} captions={answer?.captions} about={item} size={88} />
    </>
  );
};

const Head = ({ record, n }: { readonly record: RecordView; readonly n: number }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today } = useHere();
  const marksOf = [
    record.round > 1 && t('round', { n: record.round }),
    record.copy && t('copy'),
    record.otherAccount && t('otherAccount'),
    record.clockDoubted && t('clockDoubted'),
    record.left !== null && t('left', { unit: record.left }),
    record.carriedBy !== null && t('carriedBy', { name: record.carriedBy }),
    record.version < record.versionThen && t('olderVersion', { n: record.versionThen }),
  ].filter((mark): mark is string => Boolean(mark));
  return (
    <>
      <strong>{t('record', { n })}</strong> {record.counts && <em className={styles.counts}>● {t('counts')}</em>}
      <dl className={styles.facts}>
        <dt>{t('by')}</dt>
        <dd>{[record.by.unit, record.by.name].filter(Boolean).join(' ')}</dd>
        <dt>{t('day')}</dt>
        <dd>{record.day === null ? t('unknownDay') : showDay(record.day, today, now)}</dd>
        <dt>{t('filled')}</dt>
        <dd>{showMoment(record.filledAt, today, now)}</dd>
        <dt>{t('received')}</dt>
        <dd>{showMoment(record.at, today, now)}</dd>
      </dl>
      <span className={styles.marks}>{[t('version', { n: record.version }), ...marksOf].join(' · ')}</span>
    </>
  );
};

interface CompareProps {
  readonly duty: RecordsView;
  readonly checklist: CompiledChecklist | undefined;
}

/** The records of a duty side by side, answer for answer; what differs stands out. */
export const Compare = ({ duty, checklist }: CompareProps) => {
  const t = useWords(recordWords);
  const rows = sideBySide(duty.records, [...(checklist?.items.keys() ?? [])]);
  const different = rows.filter(({ differs }) => differs).length;
  const [only, setOnly] = useState(different > 0);
  const shown = only ? rows.filter(({ differs }) => differs) : rows;
  return (
    <>
      <p className={styles.count}>
        {different > 0 ? t('differs', { n: different }) : t('same')}
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          {t('onlyDifferent')}
        </Checkbox>
      </p>
      <div className={styles.scroll}>
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              {duty.records.map((record, i) => (
                <th key={record.record} scope="col" data-counts={record.counts}>
                  <Head record={record} n={i + 1} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ item, answers, differs }) => (
              <tr key={item} data-differs={differs}>
                <th scope="row">{item}</th>
                {duty.records.map((record, i) => (
                  <td key={record.record}>
                    <Said answer={answers[i]} item={item} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
};
