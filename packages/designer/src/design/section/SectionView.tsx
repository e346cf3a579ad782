import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Remarks } from '../adopt/Remarks.tsx';
import { useAt, useDesk, useEdit, useFocus } from '../desk/context.ts';
import { isObject, keysOf, textOf } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { ImportButton } from '../import/ImportButton.tsx';
import { IndicatorTable } from '../indicators/IndicatorTable.tsx';
import { Matrix } from '../matrix/Matrix.tsx';
import { PhaseLine } from '../phases/PhaseLine.tsx';
import { TryLink } from '../try/TryLink.tsx';
import { Clause } from './Clause.tsx';
import { ClauseList } from './ClauseList.tsx';
import { headingOf } from './declared.ts';
import { sectionNumber } from './number.ts';
import { OpenClause } from './OpenClause.tsx';
import { type Block, type ClauseBlock, formKeysOf, type Section, schemaOf, sections } from './sections.ts';
import { sectionTitle } from './title.ts';
import { sectionWords } from './words.ts';

const isRequired = (at: string): boolean => {
  const keys = keysOf(at);
  return (schemaAt(`/${keys.slice(0, -1).join('/')}`.replace(/\/$/, '')).required ?? []).includes(keys.at(-1) ?? '');
};

/** A clause that stands alone. An optional one that is not there says so and offers itself. */
const LoneClause = ({ block }: { readonly block: ClauseBlock }) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const { hand } = useDesk();
  const edit = useEdit();
  const there = useAt(block.at) !== undefined;
  const optional = block.at !== '' && !isRequired(block.at);
  const what = block.at === '' ? '' : headingOf(block.at, language);
  if (!there && optional)
    return (
      <div className="clause-absent">
        <p className="empty-list">{t('notSet', { what })}</p>
        <Button
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            edit({ type: 'WriteClause', at: block.at, keys: ['note'], value: {} });
            hand.open(block.at);
          }}
        >
          {t('addOptional', { what })}
        </Button>
      </div>
    );
  return <Clause at={block.at} schema={schemaOf(block)} keys={formKeysOf(block)} number="" title={what} removable={optional} />;
};

/** The source and note of a whole section: small at its end, a button while there is neither. */
const AsideClause = ({ block }: { readonly block: ClauseBlock }) => {
  const t = useWords(sectionWords);
  const { hand } = useDesk();
  const { open } = useFocus();
  const value = useAt(block.at);
  const language = useLanguage();
  const [source, note] = [textOf(value, 'source'), textOf(value, 'note')];
  const offered = block.keys.map((key) => headingOf(`${block.at}/${key}`, language)).join(t('listJoin'));
  if (open === block.at)
    return (
      <div className="clause is-open">
        <p className="aside-title">{t('aside', { what: offered })}</p>
        <OpenClause at={block.at} schema={schemaOf(block)} keys={formKeysOf(block)} removable={false} />
      </div>
    );
  return (
    <Button type="text" size="small" className="aside-clause" onClick={() => hand.open(block.at)}>
      {source || note ? [source, note].filter(Boolean).join('　') : t('addAside', { what: offered })}
    </Button>
  );
};

/** What a section says itself, beside its clauses: small while it says nothing. */
const SelfClause = ({ block }: { readonly block: ClauseBlock }) => {
  const value = useAt(block.at);
  const says = block.keys.some((key) => key !== 'source' && key !== 'note' && isObject(value) && value[key] !== undefined);
  return says ? <LoneClause block={block} /> : <AsideClause block={block} />;
};

const BlockView = ({ block, alone }: { readonly block: Block; readonly alone: boolean }) => {
  const language = useLanguage();
  if (block.kind === 'clause') {
    if (block.quiet) return <AsideClause block={block} />;
    return block.at !== '' && !alone && keysOf(block.at).length === 1 ? <SelfClause block={block} /> : <LoneClause block={block} />;
  }
  const titled = block.look === 'sentences' && keysOf(block.at).length > 1;
  return (
    <>
      {titled && <h3 className="ledger-title">{headingOf(block.at, language)}</h3>}
      <ClauseList block={block} />
    </>
  );
};

/** One section of the document being written. */
export const SectionView = memo(({ section }: { readonly section: Section }) => {
  const language = useLanguage();
  const schema = schemaAt(section.at);
  const note = section.at === '' ? '' : language === 'en' ? schema.en?.description : schema.description;
  return (
    <section className="section" aria-labelledby="section-title">
      <header className="section-head">
        <h2 id="section-title">
          {sectionNumber(sections.indexOf(section), language)}
          {sectionTitle(section, language)}
        </h2>
        {note && <p className="section-note">{note}</p>}
        <Remarks at={section.at} />
      </header>
      {section.id === 'phases' && <PhaseLine />}
      {section.id === 'responsibility' && <Matrix />}
      {section.id === 'indicators' && <IndicatorTable />}
      {section.id === 'places' && <ImportButton kind="register" />}
      {section.id === 'checklists' && <ImportButton kind="score-sheet" />}
      {section.id === 'scenarios' && <TryLink />}
      {section.blocks.map((block) => (
        <BlockView
          key={`${block.at}${block.kind === 'clause' && block.quiet ? '#' : ''}`}
          block={block}
          alone={section.blocks.length === 1}
        />
      ))}
    </section>
  );
});
