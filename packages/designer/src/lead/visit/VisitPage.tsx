import type { CompiledPlan, SubmissionView } from '@xiuhua/engine';
import { Link, useParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { oversees, useAddresses, useHere } from '../campaign/here.ts';
import { usePlan, useSubmission } from '../campaign/queries.ts';
import { FindingRows } from '../findings/FindingRows.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { ReturnForm } from '../records/ReturnForm.tsx';
import { showMoment } from '../say/moment.ts';
import { Answers, tally } from './Answers.tsx';
import styles from './visit.module.css';
import { visitWords } from './words.ts';

interface VisitProps {
  readonly visit: SubmissionView;
  readonly plan: CompiledPlan | undefined;
}

const Record = ({ visit, plan }: VisitProps) => {
  const t = useWords(visitWords);
  const now = useLanguage();
  const { today, actor } = useHere();
  const to = useAddresses();
  const rows = [
    { name: t('by'), value: [visit.by.unit, visit.by.name].filter(Boolean).join(' ') },
    { name: t('duty'), value: visit.schedule },
    { name: t('filled'), value: showMoment(visit.filledAt, today, now) },
    { name: t('received'), value: showMoment(visit.at, today, now) },
    { name: t('plan'), value: plan?.plan.title ?? '' },
    { name: t('code'), value: visit.contentHash.slice(0, 16) },
    ...(visit.round === undefined ? [] : [{ name: t('round'), value: String(visit.round) }]),
    ...(visit.left === undefined ? [] : [{ name: t('left'), value: visit.left }]),
    ...(visit.carriedBy === undefined ? [] : [{ name: t('carriedBy'), value: visit.carriedBy }]),
  ];
  return (
    <Panel title={t('record')}>
      <dl className={styles.facts}>
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {visit.conflicts.length > 0 && <p className={styles.conflict}>{t('conflict', { n: visit.conflicts.length })}</p>}
      {!visit.counts && <p className={styles.conflict}>{t('doesNotCount')}</p>}
      {oversees(actor) && (!visit.counts || visit.conflicts.length > 0 || (visit.round ?? 1) > 1) && (
        <Link to={to.records(visit.duty)}>{t('sideBySide')}</Link>
      )}
    </Panel>
  );
};

const Content = ({ visit }: { readonly visit: SubmissionView }) => {
  const t = useWords(visitWords);
  const now = useLanguage();
  const { today, actor } = useHere();
  const to = useAddresses();
  const plan = usePlan(visit.plan).data;
  const who = [visit.by.unit, visit.by.name].filter(Boolean).join(' ');
  return (
    <Page
      title={`${visit.site} · ${visit.checklist}`}
      lead={t('lead', { day: showDay(visit.day, today, now), who })}
      back={{ to: to.duties(), text: t('back') }}
    >
      <div className={styles.columns}>
        <Panel title={t('answers')} note={t('summary', tally(visit))}>
          <Answers visit={visit} checklist={plan?.checklists.get(visit.checklist)} />
        </Panel>
        <div>
          <Record visit={visit} plan={plan} />
          {oversees(actor) && <ReturnForm key={visit.returns?.length ?? 0} visit={visit} />}
          <Panel title={t('opened')}>
            {visit.opened.length === 0 ? <p className={styles.none}>{t('noFindings')}</p> : <FindingRows findings={visit.opened} narrow />}
            {visit.withdrawn.length > 0 && (
              <p className={styles.none}>{t('withdrawn', { items: visit.withdrawn.map(({ item }) => item).join('、') })}</p>
            )}
          </Panel>
        </div>
      </div>
    </Page>
  );
};

/** One visit: all answers with their standards and photos, and the findings it opened. */
export const VisitPage = () => {
  const { submission = '' } = useParams();
  return (
    <Loaded query={useSubmission(submission)} rows={12}>
      {(visit) => <Content visit={visit} />}
    </Loaded>
  );
};
