import { type Problem, problem } from '../problem/problem.ts';
import { canonical, familyNames, typos } from './dictionary.ts';
import { firstOf, keyOf, type Passage, spotOf } from './ground.ts';

const blank =
  /(?<![A-Za-z])(?:(?:20|19)?[xXｘＸ×]{2,}(?:年|月|日|号|元|人|个|区|县|市|镇|街道|局|条|名|%)?|○{2,}|_{3,}|＿{2,}|（\s*）|待定|待补充)(?![A-Za-z])/g;

const mayBeBlank = /[xXｘＸ×○_＿待（]/;

const blanksIn = ({ text }: Passage): readonly string[] => (mayBeBlank.test(text) ? [...text.matchAll(blank)].map(([found]) => found) : []);

const placeholders = (passage: Passage): readonly Problem[] =>
  blanksIn(passage)
    .slice(0, 1)
    .map((found) => problem('text.placeholder', passage.at, { ...spotOf(passage), found }));

/** A blank that stands in several places. It is reported once, where it is met first. */
const repeatedBlanks = (passages: readonly Passage[]): readonly Problem[] => {
  const all = passages.flatMap((passage) => blanksIn(passage).map((found) => ({ found, at: passage.at })));
  return firstOf(all, ({ found }) => found).flatMap(({ found, at }) => {
    const count = all.filter((one) => one.found === found).length;
    return count > 1 ? [problem('text.placeholder-repeated', at, { found, count })] : [];
  });
};

const anyWord = new RegExp([...typos, ...canonical].map(([written]) => written).join('|'));

const words = (passage: Passage): readonly Problem[] => (anyWord.test(passage.text) ? wordsIn(passage) : []);

const wordsIn = (passage: Passage): readonly Problem[] => [
  ...typos
    .filter(([wrong]) => passage.text.includes(wrong))
    .map(([found, better]) => problem('text.typo', passage.at, { ...spotOf(passage), found, better })),
  ...canonical
    .filter(([written]) => passage.text.includes(written))
    .map(([found, better]) => problem('text.canonical', passage.at, { ...spotOf(passage), found, better })),
];

const pairs = ['（）', '“”', '《》', '【】', '〔〕'];
const openPair = (text: string): string | undefined =>
  pairs.find(([open = '', close = '']) => text.split(open).length !== text.split(close).length);

const truncated = (passage: Passage): readonly Problem[] => {
  const text = passage.text.trim();
  const broken = /[，、；：（“《—,;:(]$/.test(text) || openPair(text) !== undefined;
  return broken ? [problem('text.truncated', passage.at, { ...spotOf(passage), found: text.slice(-10) })] : [];
};

const marks = /<\/?[a-z][^>]{0,80}>|&(?:nbsp|lt|gt|amp|quot);|[。，、；]{2,}|(?<=[\u4e00-\u9fff])[,;?!](?=[\u4e00-\u9fff])/i;

const isHidden = (code: number): boolean =>
  (code < 32 && code !== 9 && code !== 10 && code !== 13) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0xe000 && code <= 0xf8ff) ||
  code === 0xfeff ||
  code === 0xfffd;

const noise = (passage: Passage): readonly Problem[] => {
  const hidden = [...passage.text].find((letter) => isHidden(letter.codePointAt(0) ?? 32));
  const found = hidden === undefined ? marks.exec(passage.text)?.[0] : `U+${(hidden.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  return found === undefined ? [] : [problem('text.noise', passage.at, { ...spotOf(passage), found })];
};

const numerals = [...'一二三四五六七八九十'];

/** The first number that is missing between 1 and the largest; none for a sequence that begins later. */
const missingIn = (numbers: ReadonlySet<number>, least: number): number | undefined => {
  const most = Math.max(0, ...numbers);
  if (!numbers.has(1) || numbers.size < least) return undefined;
  const all = Array.from({ length: Math.max(most, 2) }, (_, i) => i + 1);
  return all.find((n) => !numbers.has(n));
};

const sequences = (passage: Passage): readonly Problem[] => {
  const spoken = [...passage.text.matchAll(/(?:^|[。；;：:，,\s])([一二三四五六七八九十])是(?!否)/g)].map(
    ([, n = '']) => numerals.indexOf(n) + 1,
  );
  const counted = [...passage.text.matchAll(/（(\d{1,2})）/g)].map(([, n]) => Number(n));
  const said = (n: number) => `${numerals[n - 1] ?? n}是`;
  const told = (form: (n: number) => string, numbers: readonly number[], least: number): readonly Problem[] => {
    const missing = missingIn(new Set(numbers), least);
    const found = form(Math.max(...numbers));
    return missing === undefined
      ? []
      : [problem('text.broken-sequence', passage.at, { ...spotOf(passage), found, missing: form(missing) })];
  };
  return [...(spoken.length ? told(said, spoken, 1) : []), ...(counted.length > 1 ? told((n) => `（${n}）`, counted, 2) : [])];
};

const posts: ReadonlySet<string> = new Set([
  'head',
  'first',
  'deputies',
  'post',
  'coordinator',
  'accountable',
  'sponsor',
  'signedBy',
  'addressee',
  'invite',
]);
const office = /[长任记员局委办队组部处科站所人会代表主席]/;
const nameAlone = new RegExp(`^[${familyNames}][\\u4e00-\\u9fff]{1,2}$`);
const titled = new RegExp(`^[${familyNames}][\\u4e00-\\u9fff]{0,2}(书记|局长|县长|市长|镇长|乡长|主任|组长|主席)$`);
const comrade = new RegExp(`(?:^|[，、。；：由])([${familyNames}][\\u4e00-\\u9fff]{1,2})同志`);
const notNames = /^(常务|常委|任何|高级|高新|金融|石化|万人|万名|龙头)|[面位关责部员体]$/;

const personNames = (passage: Passage): readonly Problem[] => {
  const { text } = passage;
  const inPost =
    posts.has(keyOf(passage.at)) && ((nameAlone.test(text) && !office.test(text)) || titled.test(text)) && !notNames.test(text)
      ? text
      : undefined;
  const called = comrade.exec(text)?.[1];
  const found = inPost ?? (called !== undefined && !notNames.test(called) ? `${called}同志` : undefined);
  return found === undefined ? [] : [problem('text.person-name', passage.at, { ...spotOf(passage), found })];
};

/** Everything odd about the words of a plan, whatever they mean. Works on plans with errors too. */
export const lintTexts = (passages: readonly Passage[]): readonly Problem[] => [
  ...passages.flatMap((passage) => [
    ...placeholders(passage),
    ...words(passage),
    ...truncated(passage),
    ...noise(passage),
    ...sequences(passage),
    ...personNames(passage),
  ]),
  ...repeatedBlanks(passages),
];
