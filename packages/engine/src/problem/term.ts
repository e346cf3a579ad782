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
  | 'case class'
  | 'item'
  | 'indicator'
  | 'schedule'
  | 'sheet'
  | 'rule'
  | 'ranking'
  | 'consequence'
  | 'channel'
  | 'topic'
  | 'survey'
  | 'public-list'
  | 'credit'
  | 'report'
  | 'meeting'
  | 'scenario';

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
export type PhraseKind = 'target' | 'every' | 'within' | 'sites' | 'rank' | 'by' | 'fails' | 'window' | 'hours';

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

/** Kinds of named things that a lower plan takes over from an upper one. */
const inherited: ReadonlySet<unknown> = new Set<NamedKind>([
  ...(['phase', 'milestone', 'task', 'deliverable', 'project', 'quota', 'letter', 'set', 'checklist', 'item'] as const),
  ...(['indicator', 'schedule', 'sheet', 'rule', 'ranking', 'consequence'] as const),
]);

/** What a clause says to lower plans, and what a lower plan says of a clause it made stricter. */
export const inheritance = {
  binds: Type.Optional(
    Choice(
      {
        free: { zh: '可自定', en: 'Free' },
        tighten: { zh: '只严不宽', en: 'May only be tightened' },
        fixed: { zh: '不得改动', en: 'Fixed' },
      },
      term(
        '对下级方案',
        'Binds',
        '下级方案照此制定时能改到什么程度；不写按种类定',
        'What a lower plan may do with it; when left out, its kind decides',
      ),
    ),
  ),
  reason: Type.Optional(
    Line(term('加严理由', 'Reason', '比上级方案多做或更严时写明为什么', 'Why it asks for more than the upper plan; printed in the plan')),
  ),
};

/**
 * A clause of the plan: a closed object that may say where it stands in the document (`source`) and carry a
 * `note` that means nothing to the engine. A named clause that lower plans take over also says how it binds them.
 */
export const Clause = <P extends TProperties>(properties: P, words: Words = {}) =>
  Type.Object(
    {
      ...properties,
      ...(Object.values(properties).some((one) => inherited.has((one as { declares?: unknown }).declares))
        ? inheritance
        : ({} as typeof inheritance)),
      source: Type.Optional(
        Line(term('条款', 'Source', '出自公文的哪一条，如“五（一）”', 'The paragraph it comes from, such as 五（一）')),
      ),
      note: Type.Optional(Prose(term('备注', 'Note', '给人看的说明，不影响任何计算', 'For people; means nothing to the engine'))),
    },
    { additionalProperties: false, ...words },
  );

/** A list of clauses. */
export const List = <T extends TObject>(item: T, words: Words, maxItems = 5000) => Type.Array(item, { maxItems, ...words });
