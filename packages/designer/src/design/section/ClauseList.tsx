import { useLanguage } from '../../shared/language.ts';
import { useDraft } from '../desk/context.ts';
import { listAt } from '../draft/json.ts';
import { ScoreSheet } from '../scoring/ScoreSheet.tsx';
import { AddClause, EmptyList } from './AddClause.tsx';
import { patternOf } from './blank.ts';
import { Clause } from './Clause.tsx';
import { Ledger } from './Ledger.tsx';
import { clauseNumber } from './number.ts';
import { formKeysOf, innerBlock, type ListBlock, schemaOf } from './sections.ts';

/** A list of clauses: numbered sentences, or a table of short ones. A list inside each follows under its clause. */
export const ClauseList = ({ block }: { readonly block: ListBlock }) => {
  const language = useLanguage();
  const count = useDraft((draft) => listAt(draft.present, block.at).length);
  const [schema, keys] = [schemaOf(block), formKeysOf(block)];
  if (patternOf(block.at) === '/scoring/*/rules') return <ScoreSheet block={block} />;
  if (block.look === 'table') return <Ledger block={block} count={count} />;
  return (
    <>
      {count === 0 && <EmptyList at={block.at} />}
      {Array.from({ length: count }, (_, i) => `${block.at}/${i}`).map((at, i) => {
        const inner = innerBlock(block, at);
        return (
          <div key={at} className="clause-group">
            <Clause at={at} schema={schema} keys={keys} number={clauseNumber(i, language)} removable />
            {inner && <ClauseList block={inner} />}
          </div>
        );
      })}
      {count > 0 && <AddClause at={block.at} />}
    </>
  );
};
