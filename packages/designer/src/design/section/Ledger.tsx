import { EditOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Input, Pagination } from 'antd';
import { Fragment, memo, useMemo, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useFocus } from '../desk/context.ts';
import { indexOf, isList, isWithin, type Json, parentOf } from '../draft/json.ts';
import { ProblemMarks } from '../side/ProblemMarks.tsx';
import { AddClause, EmptyList } from './AddClause.tsx';
import { patternOf } from './blank.ts';
import { columnsOf, isNumeric, type Row, rowOf, underName } from './columns.ts';
import { headingOf } from './declared.ts';
import { OpenClause } from './OpenClause.tsx';
import { formKeysOf, type ListBlock, schemaOf } from './sections.ts';
import { useRowDrag } from './useRowDrag.ts';
import { sectionWords } from './words.ts';

/** Rows shown at once; longer tables are turned over in pages and searched. */
const pageSize = 50;

const none: readonly Json[] = [];

/** The rows of a list in words, worked out anew only for the clauses that changed. */
const useRows = (block: ListBlock): readonly Row[] => {
  const language = useLanguage();
  const { today } = useDesk();
  const value = useAt(block.at);
  const list = isList(value) ? value : none;
  const pattern = patternOf(block.at);
  return useMemo(
    () => list.map((item) => rowOf(pattern, schemaOf(block), item, { language, today })),
    [list, pattern, block, language, today],
  );
};

/** A list of short clauses as a table: one row each, the form opens under its row. */
export const Ledger = ({ block, count }: { readonly block: ListBlock; readonly count: number }) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const { open } = useFocus();
  const rows = useRows(block);
  const [text, setText] = useState('');
  const [turned, setTurned] = useState({ page: 1, open });
  const shown = rows
    .map((row, i) => ({ row, i }))
    .filter(({ row, i }) => i === openIndex(block, open) || !text || Object.values(row).some((cell) => cell.includes(text)));
  const openAt = shown.findIndex(({ i }) => i === openIndex(block, open));
  const page =
    turned.open !== open && openAt >= 0
      ? Math.floor(openAt / pageSize) + 1
      : Math.min(turned.page, Math.max(1, Math.ceil(shown.length / pageSize)));
  const keys = columnsOf(patternOf(block.at), schemaOf(block), rows).join(' ');
  const columns = useMemo(() => keys.split(' '), [keys]);
  if (count === 0)
    return (
      <div className="ledger">
        <h3 className="ledger-title">{headingOf(block.at, language)}</h3>
        <EmptyList at={block.at} />
      </div>
    );
  return (
    <div className="ledger">
      <div className="ledger-head">
        <h3 className="ledger-title">
          {headingOf(block.at, language)} <span className="ledger-count">{count}</span>
        </h3>
        {count > 12 && (
          <Input
            className="ledger-filter"
            allowClear
            size="small"
            aria-label={t('filter', { n: count })}
            placeholder={t('filter', { n: count })}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </div>
      <div className="ledger-scroll">
        <table>
          <LedgerHead block={block} columns={columns} />
          <tbody>
            {shown.slice((page - 1) * pageSize, page * pageSize).map(({ row, i }) => (
              <LedgerRow key={i} block={block} at={`${block.at}/${i}`} row={row} columns={columns} isOpen={open === `${block.at}/${i}`} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p className="empty-list">{t('noMatch', { text })}</p>}
      {shown.length > pageSize && (
        <Pagination
          size="small"
          showSizeChanger={false}
          current={page}
          pageSize={pageSize}
          total={shown.length}
          onChange={(next) => setTurned({ page: next, open })}
        />
      )}
      <AddClause at={block.at} />
    </div>
  );
};

const openIndex = (block: ListBlock, open: string | null): number =>
  open !== null && isWithin(block.at, open) && parentOf(open) === block.at ? indexOf(open) : -1;

const LedgerHead = ({ block, columns }: { readonly block: ListBlock; readonly columns: readonly string[] }) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const schema = schemaOf(block);
  return (
    <thead>
      <tr>
        <th scope="col" className="ledger-number">
          {t('number')}
        </th>
        {columns.map((key) => (
          <th key={key} scope="col" className={isNumeric(schema, key) ? 'is-number' : undefined}>
            {headingOf(`${block.at}/*/${key}`, language)}
          </th>
        ))}
        <th className="ledger-tools" aria-label={t('edit')} />
      </tr>
    </thead>
  );
};

interface LedgerRowProps {
  readonly block: ListBlock;
  readonly at: string;
  readonly row: Row;
  readonly columns: readonly string[];
  readonly isOpen: boolean;
}

const LedgerRow = memo(({ block, at, row, columns, isOpen }: LedgerRowProps) => {
  const t = useWords(sectionWords);
  const { hand } = useDesk();
  const schema = schemaOf(block);
  const keys = formKeysOf(block);
  const name = row.name || t('unnamed');
  const drag = useRowDrag(at);
  const under = underName(patternOf(block.at), row);
  return (
    <Fragment>
      <tr className={isOpen ? 'is-open' : undefined} data-at={at} onClick={() => (isOpen ? hand.close() : hand.open(at))}>
        <td className="ledger-number">
          <ProblemMarks at={at} keys={keys} />
          <button type="button" className="ledger-grip" aria-label={t('moveRow', { name })} title={t('moveRowHint')} {...drag}>
            <HolderOutlined aria-hidden />
          </button>
          {indexOf(at) + 1}
        </td>
        {columns.map((key) =>
          key === 'name' ? (
            <th key={key} scope="row">
              {name}
              {under && <span className="ledger-under">{under}</span>}
            </th>
          ) : (
            <td key={key} className={isNumeric(schema, key) ? 'is-number' : undefined}>
              {row[key] ?? ''}
            </td>
          ),
        )}
        <td className="ledger-tools">
          <Button
            size="small"
            type="text"
            icon={<EditOutlined aria-hidden />}
            aria-label={t('editWhat', { name })}
            aria-expanded={isOpen}
            onClick={(event) => {
              event.stopPropagation();
              if (isOpen) hand.close();
              else hand.open(at);
            }}
          />
        </td>
      </tr>
      {isOpen && (
        <tr className="ledger-open">
          <td colSpan={columns.length + 2}>
            <OpenClause at={at} schema={schema} keys={keys} removable />
          </td>
        </tr>
      )}
    </Fragment>
  );
});
