import Type, { type Static } from 'typebox';

const cell = Type.Union([Type.Boolean(), Type.Number(), Type.String({ maxLength: 2000 })]);

/**
 * The answer to one item. `result` is `pass`, `fail` or `not-applicable`, or `recorded` for a value that is not judged.
 * A failure of a counted item says how many spots (1 to 999). `value` holds what a question of another kind than 合格
 * was answered with: a number, a word, several words, `YYYY-MM-DD`, `longitude,latitude`, or the rows of a table. Photos
 * are named by the SHA-256 of their bytes; `captions` says of a photo what is to be seen on it.
 */
export const Answer = Type.Object(
  {
    result: Type.Union([Type.Literal('pass'), Type.Literal('fail'), Type.Literal('not-applicable'), Type.Literal('recorded')]),
    value: Type.Optional(
      Type.Union([
        cell,
        Type.Array(Type.String({ maxLength: 200 }), { maxItems: 200 }),
        Type.Array(Type.Record(Type.String(), cell), { maxItems: 200 }),
      ]),
    ),
    count: Type.Optional(Type.Integer({ minimum: 1, maximum: 999 })),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    photos: Type.Optional(Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 20, uniqueItems: true })),
    captions: Type.Optional(
      Type.Record(Type.String({ pattern: '^[0-9a-f]{64}$' }), Type.String({ maxLength: 200 }), { maxProperties: 20 }),
    ),
  },
  { additionalProperties: false },
);

export type Answer = Static<typeof Answer>;
/** The answers to a checklist by item name. */
export type Answers = Readonly<Record<string, Answer>>;
