/*
 * Reads the plan's schema the way a person would: what a key is called, what kind of thing it holds, and the sentence
 * that says what it means, in both languages. Used to print the plan format and to check the glossary.
 */

const nouns = {
  string: ['一行文字', 'a line of text'],
  prose: ['一段文字', 'running text'],
  number: ['数', 'a number'],
  points: ['数，最多三位小数', 'a number, at most three decimals'],
  logic: ['JsonLogic，见“条件”', 'JsonLogic, see “Conditions”'],
  answer: ['回答的内容：数、文字、是否、几个选项或几行', 'what was answered: a number, a text, yes or no, several choices or rows'],
  integer: ['整数', 'a whole number'],
  boolean: ['true（是）或 false（否）', 'true or false'],
  date: ['日期，如 2026-11-07', 'a day, such as 2026-11-07'],
};

const an = (noun) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** The kind of value a schema asks for, in both languages; `nounOf` gives the word for a kind of thing that has a name. */
export const kindOf = (schema, nounOf) => {
  if (schema.anyOf) {
    const open = schema.anyOf.filter((one) => one.const === undefined).map((one) => kindOf(one, nounOf));
    const words = schema.anyOf.filter((one) => one.const !== undefined);
    const listed = (language) =>
      words.map((one) =>
        `\`${one.const}\`（${language === 'zh' ? one.title : one.en.title}）`.replace(/（(.*)）/, language === 'zh' ? '（$1）' : ' ($1)'),
      );
    return {
      zh: [...open.map((kind) => kind.zh), ...listed('zh')].join('，或 '),
      en: [...open.map((kind) => kind.en), ...listed('en')].join(', or '),
    };
  }
  if (schema.declares) return { zh: `${nounOf('zh', schema.declares)}的名称`, en: `the name of ${an(nounOf('en', schema.declares))}` };
  if (schema.ref) return { zh: `一个${nounOf('zh', schema.ref)}的名称`, en: `the name of ${an(nounOf('en', schema.ref))}` };
  if (schema.phrase) return { zh: `短语，见“${nounOf('zh', schema.phrase)}”`, en: `a phrase, see “${nounOf('en', schema.phrase)}”` };
  if (schema.answer) return { zh: nouns.answer[0], en: nouns.answer[1] };
  if (schema.logic) return { zh: nouns.logic[0], en: nouns.logic[1] };
  if (schema.type === 'array') {
    if (schema.items.type === 'object') return { zh: '列表，每项见下', en: 'a list, each entry as below' };
    const inner = kindOf(schema.items, nounOf);
    return { zh: `列表，每项是${inner.zh}`, en: `a list, each entry ${inner.en}` };
  }
  if (schema.type === 'object') return { zh: '一组内容，见下', en: 'an object, as below' };
  if (schema.format === 'date') return { zh: nouns.date[0], en: nouns.date[1] };
  const [zh, en] = nouns[schema.points ? 'points' : schema.multiline ? 'prose' : schema.type] ?? ['', ''];
  return { zh, en };
};

const isPart = (schema) => schema.type === 'object' || (schema.type === 'array' && schema.items.type === 'object');

/** The objects of a schema in the order of the document: where each stands, its words, its keys. */
export const partsOf = (schema, trail = []) => {
  const object = schema.type === 'array' ? schema.items : schema;
  const keys = Object.entries(object.properties).map(([key, inner]) => ({
    key,
    schema: inner,
    required: (object.required ?? []).includes(key),
  }));
  const inner = keys.filter((entry) => isPart(entry.schema)).flatMap((entry) => partsOf(entry.schema, [...trail, entry.key]));
  return [{ trail, schema, keys }, ...inner];
};

/** A JSON pointer pattern for people: `phases[].milestones[]`. */
export const pathOf = (trail, root) => {
  let schema = root;
  return trail
    .map((key) => {
      schema = (schema.type === 'array' ? schema.items : schema).properties[key];
      return schema.type === 'array' ? `${key}[]` : key;
    })
    .join('.');
};
