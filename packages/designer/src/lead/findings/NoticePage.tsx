import type { CompiledPlan, FindingView } from '@xiuhua/engine';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { useFinding, useFindings, usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { documentDay } from '../say/moment.ts';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

interface NoticeProps {
  readonly plan: CompiledPlan;
  /** The findings of one visit that went to one unit. */
  readonly findings: readonly [FindingView, ...FindingView[]];
}

/** The rectification notice as a document on paper. */
const Notice = ({ plan, findings }: NoticeProps) => {
  const t = useWords(findingWords);
  const now = useLanguage();
  const day = (date: string) => documentDay(date, now);
  const [first] = findings;
  const items = plan.checklists.get(first.checklist)?.items;
  const issued = first.steps.find((step) => step.kind === 'noticed')?.day ?? first.opened;
  return (
    <article className={styles.paper}>
      <p className={styles.paperHead}>{plan.plan.organization.body.name}</p>
      <h1>{plan.plan.findings.notice.name}</h1>
      <p className={styles.paperNumber}>{t('noticeNumber', { n: first.number })}</p>
      <p className={styles.paperTo}>{t('noticeTo', { unit: first.unit })}</p>
      <p className={styles.paperBody}>{t('noticeBody', { day: day(first.opened), site: first.site, due: day(first.due) })}</p>
      <table>
        <thead>
          <tr>
            <th>{t('noticeRow')}</th>
            <th>{t('item')}</th>
            <th>{t('standard')}</th>
            <th>{t('noticeCount')}</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding, i) => (
            <tr key={finding.id}>
              <td>{i + 1}</td>
              <td>{finding.item}</td>
              <td>{items?.get(finding.item)?.item.standard ?? ''}</td>
              <td>{finding.count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.paperBody}>{t('noticeRequireText')}</p>
      {plan.notice.source !== '' && (
        <p className={styles.paperBody}>{t('basis', { clause: `${plan.plan.title} ${plan.notice.source}` })}</p>
      )}
      <p className={styles.paperSign}>
        {plan.plan.organization.body.office}
        <br />
        {day(issued)}
      </p>
      <p className={styles.paperReceipt}>
        <span>{t('noticeSign')}</span>
        <span>{t('noticeSignDay')}</span>
      </p>
    </article>
  );
};

/** A printable rectification notice: all findings of one visit that went to the same unit. */
export const NoticePage = () => {
  const { finding: id = '' } = useParams();
  const t = useWords(findingWords);
  const to = addresses(useHere().campaign);
  const finding = useFinding(id);
  const all = useFindings().data?.findings ?? [];
  const plan = usePlan();
  return (
    <Loaded query={finding}>
      {(view) => {
        const others = all.filter((other) => other.notice === view.notice && other.id !== view.id);
        const together = [view, ...others].toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
        const [first = view, ...rest] = together;
        return (
          <Page
            title={t('notice', { n: view.number })}
            back={{ to: to.finding(view.id), text: `${view.site} · ${view.item}` }}
            actions={
              <Button type="primary" onClick={() => print()}>
                {t('printNow')}
              </Button>
            }
          >
            <Loaded query={plan}>{(inForce) => <Notice plan={inForce} findings={[first, ...rest]} />}</Loaded>
          </Page>
        );
      }}
    </Loaded>
  );
};
