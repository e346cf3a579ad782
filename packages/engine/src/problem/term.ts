import Type, { type TObject, type TProperties } from 'typebox';

/** The words of one key in both languages: a heading, and a sentence that says what it means. */
export interface Term {
  readonly zh: string;
  readonly en: string;
  readonly zhNote?: string;
  readonly enNote?: string;
}

/** Kinds of things a plan gives a name to. A name is unique among its kind. */
export type NamedKind =
  | 'unit'
  | 'group'
  | 'post'
  | 'class'
  | 'scheme'
  | 'grade'
  | 'area'
  | 'site'
  | 'phase'
  | 'milestone'
  | 'task'
  | 'deliverable'
  | 'project'
  | 'quota'
  | 'letter'
  | 'set'
  | 'checklist'
  | 'item'
  | 'indicator'
  | 'schedule'
  | 'sheet'
  | 'rule'
  | 'ranking'
  | 'consequence';

/** What a reference may point to; `party` is a unit or a group of units. */
export type RefKind = NamedKind | 'party';

type Words = Record<string, unknown>;

/** Schema annotations for a term: Chinese as `title` and `description`, English under `en`. */
export const term = (zh: string, en: string, zhNote = '', enNote = '') => ({
  title: zh,
  description: zhNote,
  en: { title: en, description: enNote },
});

/** A line of text of at most 200 characters. */
export const Line = (words: Words) => Type.String({ minLength: 1, maxLength: 200, ...words });

/** Running text of at most 5,000 characters; may be empty. */
export const Prose = (words: Words) => Type.String({ maxLength: 5000, multiline: true, ...words });

/**
 * A day the document may write more coarsely: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. As a first day the month or year
 * begins there, as a last day it ends there.
 */
export const CoarseDay = (words: Words) => Type.String({ format: 'date', coarse: true, minLength: 4, maxLength: 10, ...words });

/** A calendar day, `YYYY-MM-DD`. */
export const DayText = (words: Words) => Type.String({ format: 'date', minLength: 10, maxLength: 10, ...words });

/** The name by which the document calls a thing of this kind; unique among its kind. */
export const Name = (
  kind: NamedKind,
  words: Words = term('名称', 'Name', '文件中的叫法，同类中不得重复', 'What the document calls it; unique among its kind'),
) => Type.String({ minLength: 1, maxLength: 80, declares: kind, ...words });

/** A reference to a thing by the name the document uses. */
export const Ref = (kind: RefKind, words: Words) => Type.String({ minLength: 1, maxLength: 80, ref: kind, ...words });

/** Several references, in the order of the document, without repeats. */
export const Refs = (kind: RefKind, words: Words) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 80, ref: kind, title: '', description: '' }), {
    uniqueItems: true,
    maxItems: 500,
    ...words,
  });

/** A phrase of the plan language; `grammar` names the row of the printed grammar that reads it. */
export const Phrase = (grammar: PhraseKind, words: Words) => Type.String({ minLength: 1, maxLength: 120, phrase: grammar, ...words });

/** The kinds of phrases the plan language has. */
export type PhraseKind = 'target' | 'every' | 'within' | 'sites' | 'rank' | 'by' | 'fails' | 'window';

/** Points as the document writes them: at most three decimals. */
export const PointsNumber = (words: Words) => Type.Number({ minimum: 0, maximum: 10000, points: true, ...words });

/** An amount of work or money as the document writes it: at most three decimals, below a thousand million. */
export const AmountNumber = (words: Words) => Type.Number({ minimum: 0, maximum: 999_999_999, points: true, ...words });

/** One of a few words. */
export const Choice = <const T extends string>(choices: Record<T, Omit<Term, 'zhNote' | 'enNote'>>, words: Words) =>
  Type.Unsafe<T>(
    Type.Union(
      (Object.keys(choices) as T[]).map((value) => Type.Literal(value, { title: choices[value].zh, en: { title: choices[value].en } })),
      words,
    ),
  );

/**
 * A clause of the plan: a closed object that may say where it stands in the document (`source`) and carry a
 * `note` that means nothing to the engine.
 */
export const Clause = <P extends TProperties>(properties: P, words: Words = {}) =>
  Type.Object(
    {
      ...properties,
      source: Type.Optional(
        Line(term('条款', 'Source', '出自公文的哪一条，如“五（一）”', 'The paragraph it comes from, such as 五（一）')),
      ),
      note: Type.Optional(Prose(term('备注', 'Note', '给人看的说明，不影响任何计算', 'For people; means nothing to the engine'))),
    },
    { additionalProperties: false, ...words },
  );

/** A list of clauses. */
export const List = <T extends TObject>(item: T, words: Words, maxItems = 5000) => Type.Array(item, { maxItems, ...words });
