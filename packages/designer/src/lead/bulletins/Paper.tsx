import type { Block, Bulletin } from '@xiuhua/engine';
import { Button } from 'antd';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { campaignPath, type PaperName } from '../campaign/queries.ts';
import { TableLinks } from '../parts/TableLinks.tsx';
import { useSaving } from '../parts/useSaving.ts';
import { BarChart } from './BarChart.tsx';
import styles from './bulletins.module.css';
import { bulletinWords } from './words.ts';

/** The clause a line rests on, small, unless the line names it already. */
const Clause = ({ source, text = '' }: { readonly source: string; readonly text?: string }) =>
  source === '' || text.includes(`（${source}）`) || text.includes(`(${source})`) ? null : (
    <cite className={styles.clause}>（{source}）</cite>
  );

const isFigure = (cell: string): boolean => /^-?[\d.]+%?$/.test(cell);

const Table = ({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) => {
  const t = useWords(bulletinWords);
  return (
    <div className={styles.table}>
      <table>
        <thead>
          <tr>
            {block.head.map((head, i) => (
              <th key={head} data-number={block.rows.length > 0 && block.rows.every(({ cells }) => isFigure(cells[i] ?? ''))}>
                {head}
              </th>
            ))}
            <th className={styles.clauseCell}>{t('clause')}</th>
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row.cells.join('·')}>
              {row.cells.map((cell, i) => (
                <td key={block.head[i]} data-number={isFigure(cell)}>
                  {cell}
                </td>
              ))}
              <td className={styles.clauseCell}>{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Part = ({ block }: { readonly block: Block }) => {
  if (block.kind === 'heading') return <h2>{block.text}</h2>;
  if (block.kind === 'table') return <Table block={block} />;
  if (block.kind === 'chart') return <BarChart chart={block} />;
  return (
    <p>
      {block.text}
      <Clause source={block.source} text={block.text} />
    </p>
  );
};

const saidBy = (block: Block): string => (block.kind === 'table' ? block.head.join() : block.kind === 'chart' ? block.caption : block.text);

/** A key for each block: what it says and which of those that say the same it is. */
const keyed = (blocks: readonly Block[]) =>
  blocks.map((block, i) => {
    const said = saidBy(block);
    const before = blocks.slice(0, i).filter((other) => saidBy(other) === said).length;
    return { key: `${block.kind} ${said} ${before}`, block };
  });

/** A bulletin, or the agenda of a meeting, as a document on paper. */
export const Paper = ({ bulletin }: { readonly bulletin: Bulletin }) => {
  const t = useWords(bulletinWords);
  const now = useLanguage();
  const { today } = useHere();
  const { kind, title, number, issuer, day, to, copies, signedBy, blocks } = bulletin;
  const isAgenda = kind === 'meeting';
  const names = (list: readonly string[]) => list.join(now === 'zh' ? '、' : ', ');
  return (
    <article className={styles.paper}>
      <p className={styles.head}>{issuer}</p>
      <h1>{title}</h1>
      <p className={styles.mast}>
        <span>{isAgenda ? t('chair', { post: signedBy }) : number === null ? '' : t('number', { n: number })}</span>
        <span>{showDay(day, today, now)}</span>
      </p>
      {keyed(blocks).map(({ key, block }) => (
        <Part key={key} block={block} />
      ))}
      <footer className={styles.foot}>
        {to.length > 0 && <p>{t(isAgenda ? 'attend' : 'to', { names: names(to) })}</p>}
        {copies.length > 0 && <p>{t('copies', { names: names(copies) })}</p>}
        {!isAgenda && <p>{t('signer', { post: signedBy })}</p>}
      </footer>
    </article>
  );
};

/** Takes the paper on the screen away: as a Word file, as tables, printed. */
export const TakeAway = ({ paper }: { readonly paper: PaperName }) => {
  const t = useWords(bulletinWords);
  const { campaign } = useHere();
  const { save, saving } = useSaving();
  return (
    <>
      <Button loading={saving} onClick={() => save(campaignPath(campaign, `/bulletin.docx?${new URLSearchParams({ ...paper })}`))}>
        {t('word')}
      </Button>
      <TableLinks table="bulletin" of={{ ...paper }} />
      <Button onClick={() => print()}>{t('printNow')}</Button>
    </>
  );
};
