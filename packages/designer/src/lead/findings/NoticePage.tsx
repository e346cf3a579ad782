import { type CompiledPlan, type FindingView, type NoticeBlock, noticeDocument } from '@xiuhua/engine';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses } from '../campaign/here.ts';
import { useFinding, useFindings, usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import styles from './findings.module.css';
import { findingWords } from './words.ts';

interface NoticeProps {
  readonly plan: CompiledPlan;
  /** The findings of one visit that went to one unit. */
  readonly findings: readonly FindingView[];
}

const classOfBlock: Partial<Record<NoticeBlock['kind'], string | undefined>> = {
  head: styles.paperHead,
  number: styles.paperNumber,
  addressee: styles.paperTo,
  paragraph: styles.paperBody,
  issuer: styles.paperSign,
  day: styles.paperDay,
};

const keyOf = (block: NoticeBlock): string => `${block.kind} ${'text' in block ? block.text : block.kind === 'blank' ? block.label : ''}`;

const Block = ({ block }: { readonly block: NoticeBlock }) => {
  const t = useWords(findingWords);
  if (block.kind === 'title') return <h1>{block.text}</h1>;
  if (block.kind === 'blank') return <span className={styles.paperBlank}>{t('blank', { label: block.label })}</span>;
  if (block.kind !== 'table') return <p className={classOfBlock[block.kind]}>{block.text}</p>;
  return (
    // A narrow screen scrolls the table sideways, which a keyboard must be able to do as well.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region has to take the focus
    <section className={styles.paperTable} tabIndex={0} aria-label={block.head.join('、')}>
      <table>
        <thead>
          <tr>
            {block.head.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, i) => (
                <td key={block.head[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** The rectification notice as a document on paper. */
const Notice = ({ plan, findings }: NoticeProps) => {
  const blocks = noticeDocument(plan, findings, useLanguage())?.blocks ?? [];
  return (
    <article className={styles.paper}>
      {blocks.map((block) => (
        <Block key={keyOf(block)} block={block} />
      ))}
    </article>
  );
};

const Paper = ({ findings, hash }: { readonly findings: readonly FindingView[]; readonly hash: string | undefined }) => (
  <Loaded query={usePlan(hash)}>{(plan) => <Notice plan={plan} findings={findings} />}</Loaded>
);

/** A printable rectification notice: all findings of one visit that went to the same unit. */
export const NoticePage = () => {
  const { finding: id = '' } = useParams();
  const t = useWords(findingWords);
  const to = useAddresses();
  const finding = useFinding(id);
  const number = finding.data?.number ?? 0;
  const all = useFindings({ notice: String(number), limit: 200 }, number > 0).data?.findings ?? [];
  return (
    <Loaded query={finding}>
      {(view) => {
        const others = all.filter((other) => other.notice === view.notice && other.id !== view.id);
        const together = [view, ...others].toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
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
            <Paper findings={together} hash={view.course?.plan} />
          </Page>
        );
      }}
    </Loaded>
  );
};
