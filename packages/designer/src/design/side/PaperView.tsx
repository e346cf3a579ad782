import { Button } from 'antd';
import type { ReactNode } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import { isObject, type Json, listAt, textOf, textsOf, valueAt } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { patternOf } from '../section/blank.ts';
import { headingOf } from '../section/declared.ts';
import { clauseNumber, sectionNumber } from '../section/number.ts';
import { nameOf, type Reader, sentenceOf } from '../section/read.ts';
import { type Block, formKeysOf, innerBlock, sections } from '../section/sections.ts';
import { sectionTitle } from '../section/title.ts';
import { UpperNotes } from '../upper/UpperNotes.tsx';
import { sideWords } from './words.ts';

interface PartProps {
  readonly plan: Json;
  readonly reader: Reader;
}

/** What stands beside a place of the document. */
type Beside = ((at: string) => ReactNode) | undefined;

interface BlockProps extends PartProps {
  readonly beside: Beside;
}

const Inner = ({ plan, reader, at }: PartProps & { readonly at: string }) => {
  const items = listAt(plan, at);
  if (items.length === 0) return null;
  return (
    <ol className="paper-items">
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an item is its place in the list
        <li key={i}>
          {nameOf(item)}：{sentenceOf({ pattern: patternOf(`${at}/0`), schema: schemaAt(`${at}/*`) }, item, reader)}
        </li>
      ))}
    </ol>
  );
};

/** Short clauses run on in one paragraph; longer ones have a paragraph each. */
const PaperList = ({ plan, reader, block, beside }: BlockProps & { readonly block: Extract<Block, { kind: 'list' }> }) => {
  const items = listAt(plan, block.at);
  if (items.length === 0) return null;
  const schema = schemaAt(`${block.at}/*`);
  const sentence = (item: Json) => sentenceOf({ pattern: patternOf(`${block.at}/0`), schema, keys: formKeysOf(block) }, item, reader);
  if (block.look === 'table') {
    const told = items
      .map((item) => [nameOf(item), sentence(item)].filter(Boolean))
      .map(([name, text]) => (text ? `${name}（${text}）` : name));
    return (
      <p>
        <b>{headingOf(block.at, reader.language)}：</b>
        {told.join('、')}。
      </p>
    );
  }
  return items.map((item, i) => {
    const inner = innerBlock(block, `${block.at}/${i}`);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: a clause is its place in the list
      <div key={i}>
        <p>
          <b>
            {clauseNumber(i, reader.language)}
            {nameOf(item)}。
          </b>
          {sentence(item)}
        </p>
        {beside?.(`${block.at}/${i}`)}
        {inner && <Inner plan={plan} reader={reader} at={inner.at} />}
      </div>
    );
  });
};

const PaperBlock = ({ plan, reader, block, beside }: BlockProps & { readonly block: Block }) => {
  if (block.kind === 'list') return <PaperList plan={plan} reader={reader} block={block} beside={beside} />;
  const value = valueAt(plan, block.at);
  if (block.quiet || !isObject(value)) return null;
  return (
    <p>
      {nameOf(value) && block.at !== '' && <b>{nameOf(value)}。</b>}
      {sentenceOf({ pattern: block.at, schema: schemaAt(block.at), keys: block.keys }, value, reader)}
    </p>
  );
};

/** The sections of which the plan says something, without the first, which is the head of the document, and the scenarios: they try the document and are none of it. */
const filledSections = (plan: Json) =>
  sections.slice(1).filter((section) => {
    if (section.id === 'scenarios') return false;
    const value = valueAt(plan, section.at);
    return isObject(value) ? Object.keys(value).length > 0 : listAt(plan, section.at).length > 0;
  });

interface PaperProps extends PartProps {
  /** What stands beside a section or clause, such as a reviewer's remark. */
  readonly beside?: Beside;
  /** What stands before the signature. */
  readonly end?: ReactNode;
}

/** The plan as the official document it is: title, issuer, numbered sections, date. */
export const Paper = ({ plan, reader, beside, end }: PaperProps) => {
  const t = useWords(sideWords);
  const { language, today } = reader;
  const [number, issued] = [textOf(plan, 'number'), textOf(plan, 'issued')];
  return (
    <article className="paper">
      <h2>{textOf(plan, 'title')}</h2>
      <p className="paper-number">{number || t('draftNote')}</p>
      {textsOf(plan, 'goals').map((goal) => (
        <p key={goal}>{goal}</p>
      ))}
      {beside?.('')}
      {filledSections(plan).map((section, i) => (
        <section key={section.id}>
          <h3>
            {sectionNumber(i, language)}
            {sectionTitle(section, language)}
          </h3>
          {beside?.(section.at)}
          {section.blocks.map((block) => (
            <PaperBlock key={`${block.at}${block.kind}`} plan={plan} reader={reader} block={block} beside={beside} />
          ))}
        </section>
      ))}
      {end}
      <p className="paper-sign">
        {textOf(plan, 'issuer')}
        {issued && (
          <>
            <br />
            {showDay(issued, today, language)}
          </>
        )}
      </p>
    </article>
  );
};

/** The draft as the document it will be. Prints on its own. */
export const PaperView = () => {
  const t = useWords(sideWords);
  const language = useLanguage();
  const { today } = useDesk();
  const plan = useDraft((draft) => draft.present);
  return (
    <div className="paper-frame">
      <Button size="small" className="paper-print" onClick={() => globalThis.print()}>
        {t('print')}
      </Button>
      <Paper plan={plan} reader={{ language, today }} end={<UpperNotes />} />
    </div>
  );
};
