import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useDraft, useEdit, useFocus } from '../desk/context.ts';
import { keysOf, textOf } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { Clause } from './Clause.tsx';
import { ClauseList } from './ClauseList.tsx';
import { headingOf } from './declared.ts';
import { sectionNumber } from './number.ts';
import { OpenClause } from './OpenClause.tsx';
import { type Block, type ClauseBlock, formKeysOf, type Section, schemaOf, sections } from './sections.ts';
import { sectionTitle } from './title.ts';
import { sectionWords } from './words.ts';

const PhaseLine = lazy(() => import('../phases/PhaseLine.tsx').then((m) => ({ default: m.PhaseLine })));
const Matrix = lazy(() => import('../matrix/Matrix.tsx').then((m) => ({ default: m.Matrix })));

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
  const there = useDraft(() => true) && useAt(block.at) !== undefined;
  const optional = block.at !== '' && !isRequired(block.at);
  const what = block.at === '' ? '' : headingOf(block.at, language);
  if (!there && optional)
    return (
      <div className="clause-absent">
        <p className="empty-list">{t('notSet', { what })}</p>
        <Button
          type="dashed"
          icon={<PlusOutlined />}
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
  const [source, note] = [textOf(value, 'source'), textOf(value, 'note')];
  if (open === block.at)
    return (
      <div className="clause is-open">
        <p className="aside-title">{t('aside')}</p>
        <OpenClause at={block.at} schema={schemaOf(block)} keys={formKeysOf(block)} removable={false} />
      </div>
    );
  return (
    <Button type="text" size="small" className="aside-clause" onClick={() => hand.open(block.at)}>
      {source || note ? [source, note].filter(Boolean).join('　') : t('addAside')}
    </Button>
  );
};

const BlockView = ({ block }: { readonly block: Block }) => {
  const language = useLanguage();
  if (block.kind === 'clause') return block.quiet ? <AsideClause block={block} /> : <LoneClause block={block} />;
  const titled = block.look === 'sentences' && keysOf(block.at).length > 1;
  return (
    <>
      {titled && <h3 className="ledger-title">{headingOf(block.at, language)}</h3>}
      <ClauseList block={block} />
    </>
  );
};

/** One section of the document being written. */
export const SectionView = ({ section }: { readonly section: Section }) => {
  const language = useLanguage();
  const schema = schemaAt(section.at);
  const note = section.at === '' ? '' : language === 'en' ? schema.en?.description : schema.description;
  return (
    <section className="section" aria-labelledby="section-title">
      <h2 id="section-title">
        {sectionNumber(sections.indexOf(section), language)}
        {sectionTitle(section, language)}
      </h2>
      {note && <p className="section-note">{note}</p>}
      <Suspense fallback={null}>
        {section.id === 'phases' && <PhaseLine />}
        {section.id === 'responsibility' && <Matrix />}
      </Suspense>
      {section.blocks.map((block) => (
        <BlockView key={`${block.at}${block.kind === 'clause' && block.quiet ? '#' : ''}`} block={block} />
      ))}
    </section>
  );
};
