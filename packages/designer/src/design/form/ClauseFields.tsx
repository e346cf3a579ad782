import { PlusOutlined } from '@ant-design/icons';
import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import { pointer } from '@xiuhua/engine';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useFocus } from '../desk/context.ts';
import { isWithin } from '../draft/json.ts';
import { formWords } from './words.ts';

/** Optional keys that nearly every clause of their kind has: they are offered at once. */
const usual: ReadonlySet<string> = new Set([
  'text',
  'lead',
  'responsible',
  'standard',
  'photo',
  'points',
  'task',
  'aim',
  'within',
  'units',
  'deputies',
  'members',
  'number',
  'issued',
  'goals',
  'area',
  'address',
  'aliases',
  'times',
  'targets',
]);

/** Keys of a question that make sense only for some kinds of answer; other kinds neither show nor offer them. */
const forAnswers: Readonly<Record<string, readonly string[]>> = {
  choices: ['choice', 'several'],
  columns: ['table'],
  measure: ['count', 'number'],
  decimals: ['number'],
  least: ['count', 'number'],
  greatest: ['count', 'number'],
  fails: ['yes-no', 'count', 'number', 'choice', 'several', 'text'],
  counted: ['pass'],
};

/** What a kind of answer cannot do without. */
const needed: Readonly<Record<string, string>> = { choice: 'choices', several: 'choices', table: 'columns' };

/** Whether a key fits what else the clause says. What is said already always does. */
const fits = (key: string, data: Readonly<Record<string, unknown>>, isQuestion: boolean): boolean =>
  !isQuestion || data[key] !== undefined || (forAnswers[key]?.includes(String(data.answer ?? 'pass')) ?? true);

/** Keys that say nothing of the campaign and come only when asked for. */
const technical: ReadonlySet<string> = new Set(['$schema']);

/**
 * Which optional fields are in sight: what the clause says, what is usual, what was asked for or jumped to. A field once
 * in sight stays until the form is closed, so that nothing vanishes under the hand.
 */
const useInSight = (base: string, data: Readonly<Record<string, unknown>>, required: readonly string[]) => {
  const focus = useFocus();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const seen = useRef(new Set<string>());
  const inSight = (key: string): boolean => {
    const jumped = focus.field !== null && isWithin(pointer(base, key), focus.field);
    const shown =
      seen.current.has(key) ||
      required.includes(key) ||
      (data[key] !== undefined && !technical.has(key)) ||
      usual.has(key) ||
      asked.includes(key) ||
      jumped;
    if (shown) seen.current.add(key);
    return shown;
  };
  return { inSight, ask: (key: string) => setAsked([...asked, key]) };
};

const isSaid = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : typeof value === 'object' && value !== null
      ? Object.values(value).some(isSaid)
      : value !== undefined;

/** The fields of a clause in two columns. What it does not say yet waits below as words to click, not as empty inputs. */
export const ClauseFields = ({
  properties,
  title,
  formData,
  fieldPathId,
  registry,
  schema,
}: ObjectFieldTemplateProps<Record<string, unknown>>) => {
  const t = useWords(formWords);
  const base = fieldPathId.path.reduce<string>((at, key) => pointer(at, key), String(registry.formContext.at));
  const said = Object.fromEntries(Object.entries(formData ?? {}).filter(([, value]) => isSaid(value)));
  const nested = fieldPathId.path.length > 0;
  const onlyOptional = properties.every((p) => !schema.required?.includes(p.name));
  const { inSight, ask } = useInSight(
    base,
    said,
    onlyOptional && properties.length <= 3
      ? properties.map((p) => p.name)
      : [...(schema.required ?? []), needed[String(said.answer)] ?? '', ...(nested ? [] : ['source'])],
  );
  const isQuestion = schema.properties?.answer !== undefined && schema.properties.asked !== undefined;
  const waiting = properties.filter((p) => !inSight(p.name) && fits(p.name, said, isQuestion));
  const titleOf = (name: string): string => {
    const inner = schema.properties?.[name];
    return typeof inner === 'object' ? (inner.title ?? name) : name;
  };
  return (
    <fieldset className={nested ? 'fields fields-nested' : 'fields'}>
      {nested && title && <legend>{title}</legend>}
      <div className="fields-grid">{properties.filter((p) => inSight(p.name)).map((p) => p.content)}</div>
      {waiting.length > 0 && (
        <div className="fields-more">
          <span>{t('more')}</span>
          {waiting.map((p) => (
            <Button key={p.name} size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={() => ask(p.name)}>
              {titleOf(p.name)}
            </Button>
          ))}
        </div>
      )}
    </fieldset>
  );
};
