import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDraft } from '../desk/context.ts';
import { listAt } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { Clause } from './Clause.tsx';
import { headingOf } from './declared.ts';
import { Ledger } from './Ledger.tsx';
import { clauseNumber } from './number.ts';
import { formKeysOf, innerBlock, type ListBlock, schemaOf } from './sections.ts';
import { useClauseTools } from './useClauseTools.ts';
import { sectionWords } from './words.ts';

/** Where a list is still empty: what it is for, and the button that begins it. */
export const EmptyList = ({ at }: { readonly at: string }) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const schema = schemaAt(at);
  const note = (language === 'en' ? schema.en?.description : schema.description) ?? '';
  return (
    <div className="empty-list">
      <span>{t('empty_', { what: headingOf(at, language), note: note ? `${note}。` : '' })}</span>
      <AddClause at={at} />
    </div>
  );
};

/** The button that adds a clause to a list. */
export const AddClause = ({ at }: { readonly at: string }) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const { add } = useClauseTools();
  return (
    <Button className="add-clause" size="small" type="dashed" icon={<PlusOutlined />} onClick={() => add(at)}>
      {t('add', { what: headingOf(`${at}/*`, language) })}
    </Button>
  );
};

/** A list of clauses: numbered sentences, or a table of short ones. A list inside each follows under its clause. */
export const ClauseList = ({ block }: { readonly block: ListBlock }) => {
  const language = useLanguage();
  const count = useDraft((draft) => listAt(draft.present, block.at).length);
  const [schema, keys] = [schemaOf(block), formKeysOf(block)];
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
