import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import { schemaAt } from '../draft/schema.ts';
import { headingOf } from './declared.ts';
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
    <Button className="add-clause" size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={() => add(at)}>
      {t('add', { what: headingOf(`${at}/*`, language) })}
    </Button>
  );
};
