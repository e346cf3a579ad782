import { Segmented, Table } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import type { VerdictRow } from './verdict.ts';
import { importWords } from './words.ts';

type Word = VerdictRow['verdict'];

/** Shapes beside the words, so that the colour is not all that tells them apart. */
const shapes: Readonly<Record<Word, string>> = { new: '●', changed: '◐', same: '○', wrong: '■', item: '●', heading: '─', empty: '·' };
const order: readonly Word[] = ['wrong', 'new', 'changed', 'item', 'same', 'heading'];

/** Every row of a spreadsheet with what became of it; wrong ones can be looked at alone. */
export const VerdictTable = ({ rows }: { readonly rows: readonly VerdictRow[] }) => {
  const t = useWords(importWords);
  const shown = rows.filter(({ verdict }) => verdict !== 'empty');
  const count = (verdict: Word): number => shown.filter((row) => row.verdict === verdict).length;
  const kinds = order.filter((verdict) => count(verdict) > 0);
  const [only, setOnly] = useState<Word | 'all'>(kinds[0] === 'wrong' ? 'wrong' : 'all');
  const options = [
    { value: 'all', label: `${t('all')} ${shown.length}` },
    ...kinds.map((value) => ({ value, label: `${t(value)} ${count(value)}` })),
  ];
  return (
    <>
      <Segmented className="import-kinds" value={only} options={options} onChange={(value) => setOnly(value as Word | 'all')} />
      <Table<VerdictRow>
        className="import-table"
        size="small"
        rowKey="row"
        virtual={shown.length > 200}
        scroll={{ y: 320, x: 320 }}
        pagination={false}
        dataSource={shown.filter(({ verdict }) => only === 'all' || verdict === only)}
        columns={[
          { title: t('row'), dataIndex: 'row', width: 64, align: 'right' },
          {
            title: t('verdict'),
            dataIndex: 'verdict',
            width: 96,
            render: (verdict: Word) => (
              <span className={`import-verdict is-${verdict}`}>
                <span aria-hidden="true">{shapes[verdict]}</span> {t(verdict)}
              </span>
            ),
          },
          {
            title: t('name'),
            key: 'name',
            render: (_, { name, changed, problems }) => (
              <>
                <span className="import-name">{name}</span>
                {changed.length > 0 && <span className="import-what">{t('changes', { what: changed.join(' · ') })}</span>}
                {problems.map(({ code, message }) => (
                  <span key={`${code}${message}`} className="import-what is-wrong">
                    {message}
                  </span>
                ))}
              </>
            ),
          },
        ]}
      />
    </>
  );
};
