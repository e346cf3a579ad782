/*
 * The printed grammar of the plan's short phrases: one row per form, with examples. The engine keeps the rows of the
 * longer grammars; the short ones stand here. Every example is read by the engine's own reader before it is printed,
 * so a row that the engine cannot read fails the check.
 */

const engine = (file) => import(`../packages/engine/dist/${file}`);
const { grammar } = await engine('schedule/grammar.js');

const row = (form, zh, en, ...examples) => ({ form, zh, en, examples });
const rowsOf = (kind) => grammar.filter((one) => one.kind === kind);

/** Kinds of phrases: what they are called, who reads them, their forms. */
export const phrases = {
  by: {
    zh: '期限',
    en: 'By',
    reader: ['phase/by.js', 'readBy'],
    forms: [
      row(
        'YYYY-MM-DD · YYYY-MM · YYYY',
        '那一天；只写年月或年，指最后一天',
        'That day; a month or a year means its last day',
        '2026-11-04',
        '2026-11',
        '2026',
      ),
      row('<n> days · workdays after start', '所在阶段起始后若干天', 'So long after the phase begins', '10 workdays after start'),
      row('<n> days · workdays before end', '所在阶段截止前若干天', 'So long before the phase ends', '5 days before end'),
    ],
  },
  hours: {
    zh: '时间',
    en: 'Hours',
    reader: ['calendar/hours.js', 'readHours'],
    forms: [
      row(
        '<hh:mm>-<hh:mm> · … and <hh:mm>-<hh:mm>',
        '从几点到几点；一天分几段用 and 连接，最晚到 24:00',
        'From when to when; several spans of a day are joined by `and`, 24:00 at the latest',
        '08:30-17:00',
        '09:00-12:00 and 14:00-18:00',
        '00:00-24:00',
      ),
    ],
  },
  fails: {
    zh: '何时不合格',
    en: 'Fails',
    reader: ['checklist/fails.js', 'readFails'],
    forms: [
      row('above <number> · below <number>', '数值超过、低于多少为不合格', 'A number above or below this fails', 'above 3', 'below 2.5'),
      row('is <words> · is <words> or <words>', '答成这样为不合格', 'This answer fails', 'is 无', 'is yes'),
      row('is not <words>', '不是这样答为不合格', 'Any other answer fails', 'is not 有 or 部分有'),
    ],
  },
  target: {
    zh: '指标值',
    en: 'Target',
    reader: ['indicator/target.js', 'readTarget'],
    forms: [
      row(
        'at least · at most · exactly <number>',
        '不低于、不高于、等于',
        'No less than, no more than, just',
        'at least 95',
        'at most 9',
        'exactly 100',
      ),
      row('<number> to <number>', '从多少到多少，含两端', 'From one to the other, both inclusive', '5 to 8'),
      row('at least · at most · exactly <n>:<m>', '比例', 'A proportion', 'at least 1:3'),
      row(
        '… <number> above · below baseline',
        '比基准值高或低多少；带 % 为基准值的百分之几',
        'That much above or below the baseline; with % so many per cent of it',
        'at least 7% above baseline',
        'at most 0 above baseline',
      ),
    ],
  },
  every: { zh: '频次', en: 'How often', reader: ['schedule/every.js', 'readEvery'], forms: rowsOf('every') },
  within: { zh: '时限', en: 'Time allowed', reader: ['calendar/within.js', 'readWithin'], forms: rowsOf('within') },
  sites: { zh: '抽取', en: 'Which sites', reader: ['schedule/sites.js', 'readSites'], forms: rowsOf('sites') },
  rank: {
    zh: '名次',
    en: 'Rank',
    reader: ['consequence/rank.js', 'readRank'],
    forms: [
      row('first <n>', '前若干名', 'The first so many places', 'first 1', 'first 3'),
      row('last <n>', '后若干名', 'The last so many places', 'last 2'),
    ],
  },
  window: {
    zh: '统计范围',
    en: 'Window',
    reader: ['consequence/window.js', 'readWindow'],
    forms: [
      row(
        'quarter · half-year · year',
        '同一季度、半年、年度内',
        'Within the same quarter, half-year or year',
        'quarter',
        'half-year',
        'year',
      ),
      row('last <n> periods', '最近若干个周期内', 'Within the last so many periods', 'last 6 periods'),
    ],
  },
};

/** Examples of the grammar that the engine does not read, one sentence each. */
export const grammarFaults = async () => {
  const faults = [];
  for (const [kind, { reader, forms }] of Object.entries(phrases)) {
    const read = (await engine(reader[0]))[reader[1]];
    for (const { examples } of forms)
      for (const text of examples)
        if (read(text) === undefined) faults.push(`the engine cannot read the ${kind} phrase “${text}” of the printed grammar`);
  }
  return faults;
};
