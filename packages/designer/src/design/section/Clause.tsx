import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Remarks } from '../adopt/Remarks.tsx';
import { useAt, useDesk, useFocus } from '../desk/context.ts';
import { type Json, textOf } from '../draft/json.ts';
import type { Schema } from '../draft/schema.ts';
import { ProblemMarks } from '../side/ProblemMarks.tsx';
import { patternOf } from './blank.ts';
import { OpenClause } from './OpenClause.tsx';
import { factsOf, nameOf, sentenceOf } from './read.ts';
import { sectionAt } from './sections.ts';
import { sectionWords } from './words.ts';

interface ClauseProps {
  readonly at: string;
  readonly schema: Schema;
  readonly keys: readonly string[];
  /** What stands before the name: （一）. */
  readonly number: string;
  readonly removable: boolean;
  /** What the clause is called when it has no name of its own. */
  readonly title?: string;
}

/** What the plan says of itself, line by line, as on the first page of a document. */
/** The title stands above; what is left as it is stands beside the problems. */
const untold: ReadonlySet<string> = new Set(['title', 'waivers']);

const Facts = ({ schema, keys, value }: { readonly value: Json | undefined } & Pick<ClauseProps, 'schema' | 'keys'>) => {
  const language = useLanguage();
  const { today } = useDesk();
  const facts = factsOf({ pattern: '', schema, keys }, value, { language, today }).filter((fact) => !untold.has(fact.key));
  return (
    <dl className="clause-facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
};

/** The clause as it reads: name, sentence, where it comes from, and its note. */
export const ClauseText = ({
  at,
  schema,
  keys,
  value,
  number,
  title,
}: { readonly value: Json | undefined } & Omit<ClauseProps, 'removable'>) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const { today } = useDesk();
  const name = nameOf(value) || title || t('unnamed');
  const [source, note] = [textOf(value, 'source'), textOf(value, 'note')];
  return (
    <div className="clause-text">
      <h3>
        {number}
        {name}
        {source && <span className="clause-source">{source}</span>}
      </h3>
      {at === '' ? (
        <Facts schema={schema} keys={keys} value={value} />
      ) : (
        <p>{sentenceOf({ pattern: patternOf(at), schema, keys }, value, { language, today })}</p>
      )}
      {note && <p className="clause-note">{note}</p>}
    </div>
  );
};

/** One clause of the document. It reads as a sentence; a click or its button opens the form in its place. */
export const Clause = memo(({ at, schema, keys, number, removable, title }: ClauseProps) => {
  const t = useWords(sectionWords);
  const value = useAt(at);
  const { hand } = useDesk();
  const { open } = useFocus();
  const isOpen = open === at;
  return (
    <article className={isOpen ? 'clause is-open' : 'clause'} data-at={at}>
      <ProblemMarks at={at} keys={keys} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button inside does the same for the keyboard */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div className="clause-body" onClick={isOpen ? undefined : () => hand.open(at)}>
        {!(isOpen && at === '') && <ClauseText at={at} schema={schema} keys={keys} value={value} number={number} title={title} />}
        {!isOpen && (
          <Button
            className="clause-edit"
            size="small"
            type="text"
            icon={<EditOutlined aria-hidden />}
            aria-label={t('editWhat', { name: nameOf(value) || title || t('unnamed') })}
            onClick={(event) => {
              event.stopPropagation();
              hand.open(at);
            }}
          />
        )}
      </div>
      {sectionAt(at).at !== at && <Remarks at={at} />}
      {isOpen && <OpenClause at={at} schema={schema} keys={keys} removable={removable} />}
    </article>
  );
});
