import type { Answer, CompiledChecklist, SubmissionView } from '@xiuhua/engine';
import { useWords } from '../../shared/language.ts';
import { Photos } from '../parts/Photos.tsx';
import { Shape } from '../parts/Shape.tsx';
import { Source } from '../parts/Source.tsx';
import type { ShapeKind, Tone } from '../say/sign.ts';
import { AnswerValue } from './AnswerValue.tsx';
import styles from './visit.module.css';
import { visitWords } from './words.ts';

/** The shape and colour of a result. */
export const marks: Readonly<Record<Answer['result'] | 'unanswered', { readonly shape: ShapeKind; readonly tone: Tone }>> = {
  pass: { shape: 'disc', tone: 'done' },
  fail: { shape: 'triangle', tone: 'risk' },
  'not-applicable': { shape: 'ring', tone: 'idle' },
  recorded: { shape: 'disc', tone: 'plain' },
  unanswered: { shape: 'diamond', tone: 'idle' },
};

/** How many items of a visit came out how. */
export const tally = (visit: SubmissionView) => {
  const results = Object.values(visit.answers).map((answer) => answer.result);
  const count = (result: Answer['result']) => results.filter((given) => given === result).length;
  return { n: results.length, pass: count('pass'), fail: count('fail'), na: count('not-applicable') };
};

interface AnswersProps {
  readonly visit: SubmissionView;
  /** The checklist of the plan it was filled by; absent when that plan no longer names it. */
  readonly checklist: CompiledChecklist | undefined;
}

/** Every item in the order of the checklist with its standard, answer, note and photos. */
export const Answers = ({ visit, checklist }: AnswersProps) => {
  const t = useWords(visitWords);
  const names = [...new Set([...(checklist?.items.keys() ?? []), ...Object.keys(visit.answers)])];
  return (
    <ol className={styles.answers}>
      {names.map((name) => {
        const answer = visit.answers[name];
        const item = checklist?.items.get(name);
        const mark = marks[answer?.result ?? 'unanswered'];
        return (
          <li key={name} data-result={answer?.result}>
            <span className={styles.result} data-tone={mark.tone}>
              <Shape kind={mark.shape} /> {t(answer?.result ?? 'unanswered')}
              {answer?.count !== undefined && <small>{t('spots', { n: answer.count })}</small>}
            </span>
            <div>
              <p className={styles.item}>
                {name} {item && <Source clause={item.source} />}
              </p>
              {item?.item.standard && (
                <p className={styles.standard}>
                  {t('standard')} {item.item.standard}
                </p>
              )}
              <AnswerValue value={answer?.value} measure={item?.item.measure} />
              {answer?.note && <p className={styles.remark}>{answer.note}</p>}
              <Photos hashes={answer?.photos ?? []} captions={answer?.captions} about={name} size={112} />
            </div>
          </li>
        );
      })}
    </ol>
  );
};
