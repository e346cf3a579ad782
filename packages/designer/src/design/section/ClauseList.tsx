import { Pagination } from 'antd';
import { type ComponentType, useState } from 'react';
import { useLanguage } from '../../shared/language.ts';
import { useDraft, useFocus } from '../desk/context.ts';
import { isWithin, keysOf, listAt } from '../draft/json.ts';
import { ScheduleDates } from '../schedule/ScheduleDates.tsx';
import { ScoreSheet } from '../scoring/ScoreSheet.tsx';
import { ScenarioLine } from '../try/ScenarioLine.tsx';
import { AddClause, EmptyList } from './AddClause.tsx';
import { patternOf } from './blank.ts';
import { Clause } from './Clause.tsx';
import { Ledger } from './Ledger.tsx';
import { clauseNumber } from './number.ts';
import { formKeysOf, innerBlock, type ListBlock, schemaOf } from './sections.ts';

/** Clauses shown at once; longer lists are turned over in pages. */
const pageSize = 60;

/** What a clause means, told beneath it. */
const beneath: Readonly<Record<string, ComponentType<{ readonly at: string }>>> = {
  '/schedule/*': ScheduleDates,
  '/scenarios/*': ScenarioLine,
};

/** The page of a long list: the one turned to, or where the clause that was opened last stands. */
const usePage = (at: string, count: number) => {
  const { open } = useFocus();
  const opened = open !== null && isWithin(at, open) ? Number(keysOf(open.slice(at.length))[0]) : -1;
  const [turned, setTurned] = useState({ page: 1, opened });
  const page = opened >= 0 && turned.opened !== opened ? Math.floor(opened / pageSize) + 1 : turned.page;
  return { page: Math.min(page, Math.max(1, Math.ceil(count / pageSize))), turn: (next: number) => setTurned({ page: next, opened }) };
};

/** A list of clauses: numbered sentences, or a table of short ones. A list inside each follows under its clause. */
export const ClauseList = ({ block }: { readonly block: ListBlock }) => {
  const language = useLanguage();
  const count = useDraft((draft) => listAt(draft.present, block.at).length);
  const { page, turn } = usePage(block.at, count);
  const [schema, keys] = [schemaOf(block), formKeysOf(block)];
  if (patternOf(block.at) === '/scoring/*/rules') return <ScoreSheet block={block} />;
  if (block.look === 'table') return <Ledger block={block} count={count} />;
  return (
    <>
      {count === 0 && <EmptyList at={block.at} />}
      {Array.from({ length: count }, (_, i) => `${block.at}/${i}`).map((at, i) => {
        if (Math.floor(i / pageSize) + 1 !== page) return null;
        const Beneath = beneath[patternOf(at)];
        const inner = innerBlock(block, at);
        return (
          <div key={at} className="clause-group">
            <Clause at={at} schema={schema} keys={keys} number={clauseNumber(i, language)} removable />
            {Beneath && <Beneath at={at} />}
            {inner && <ClauseList block={inner} />}
          </div>
        );
      })}
      {count > pageSize && (
        <Pagination size="small" showSizeChanger={false} current={page} pageSize={pageSize} total={count} onChange={turn} />
      )}
      {count > 0 && <AddClause at={block.at} />}
    </>
  );
};
