/*
 * Writes docs/plan-format.md and plan.schema.json from the schemas, so that the manual cannot drift from the engine.
 * `--check` writes nothing and fails when the committed files are not what the schemas say. Reads the built engine.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './child.mjs';
import { coverageGuide } from './coverage-guide.mjs';
import { lintGuide } from './lint-guide.mjs';
import { grammarFaults, phrases } from './phrases.mjs';
import { firstPlan, fullerPlan, guide, phraseHeading, printedPlanFaults } from './plan-guide.mjs';
import { kindOf, partsOf, pathOf } from './schema-words.mjs';

const engine = await import('../packages/engine/dist/index.js');
const { noun, Plan } = engine;

const others = readdirSync(join(root, 'examples')).filter((name) => existsSync(join(root, 'examples', name, 'plan.json')));
const exampleOf = (name) => ({
  where: `examples/${name}/plan.json`,
  plan: JSON.parse(readFileSync(join(root, 'examples', name, 'plan.json'), 'utf8')),
});

/** Plans that are known to run, the plainest first. */
const running = [
  ...['xiaoqing', ...others.filter((name) => name !== 'xiaoqing')].map(exampleOf),
  { where: 'docs/more-clauses.json', plan: fullerPlan },
];

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(row)].join('\n');

const sentence = (schema, language) => {
  const kind = kindOf(schema, noun)[language];
  const note = language === 'zh' ? schema.description : schema.en?.description;
  const title = language === 'zh' ? schema.title : schema.en?.title;
  return language === 'zh'
    ? `${title || ''}${note ? `：${note}` : ''}。${kind}。`
    : `${title || ''}${note ? `: ${note}` : ''}. ${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}.`;
};

const keyRow = ({ key, schema, required }) => [`\`${key}\``, required ? '●' : '', sentence(schema, 'zh'), sentence(schema, 'en')];

/** The first value at a place of a plan, looked for in every entry of the lists on the way. */
const firstAt = (value, [key, ...rest]) => {
  if (Array.isArray(value)) return value.map((one) => firstAt(one, [key, ...rest])).find((found) => found !== undefined);
  if (value === null || typeof value !== 'object') return undefined;
  return rest.length === 0 ? value[key] : firstAt(value[key], rest);
};

const shortened = (_, inner) => (Array.isArray(inner) && inner.length > 2 ? inner.slice(0, 2) : inner);

/** An entry of a running plan at this place, shortened to what fits a page, and whose plan it is. */
const excerptOf = (trail) => {
  for (const { where, plan } of running) {
    const value = firstAt(plan, trail);
    const one = Array.isArray(value) ? value[0] : value;
    if (one !== undefined) return { where, text: JSON.stringify(one, shortened, 2) };
  }
  return undefined;
};

/** Parts that the whole plan at the top already shows. */
const isShown = (trail) => firstAt(firstPlan, trail) !== undefined;

const titleOf = ({ trail, schema }) => {
  const own = schema.type === 'array' ? [schema.title, schema.en?.title] : [schema.title, schema.en?.title];
  return `${'#'.repeat(Math.min(5, trail.length + 1))} \`${pathOf(trail, Plan)}\` ${own[0]} · ${own[1]}`;
};

/** Every clause may carry these two; they are explained once, at the top. */
const everywhere = new Set(['source', 'note']);

const section = (part) => {
  const keys = part.keys.filter(({ key }) => !everywhere.has(key));
  const note = [part.schema.description, part.schema.en?.description].filter(Boolean).join('。 ');
  const excerpt = part.trail.length === 1 || !isShown(part.trail) ? excerptOf(part.trail) : undefined;
  return [
    titleOf(part),
    ...(note ? [`${note}.`] : []),
    table(['key', '', '中文', 'English'], keys.map(keyRow)),
    ...(excerpt ? [`例 example（\`${excerpt.where}\`）`, ['```json', excerpt.text, '```'].join('\n')] : []),
  ].join('\n\n');
};

/** Sections that no running plan shows. */
const unshown = () =>
  partsOf(Plan)
    .filter(({ trail }) => trail.length === 1 && !isShown(trail) && excerptOf(trail) === undefined)
    .map(({ trail }) => `no example has the section “${trail[0]}”: the document would show none`);

const grammar = Object.entries(phrases).map(([kind, { forms }]) =>
  [
    `### ${phraseHeading(kind)}（\`${kind}\`）`,
    table(
      ['form', '中文', 'English', '例 example'],
      forms.map(({ form, zh: zhText, en: enText, examples }) => [
        `\`${form}\``,
        zhText,
        enText,
        examples.map((text) => `\`${text}\``).join('<br>'),
      ]),
    ),
  ].join('\n\n'),
);

/** Kinds of phrases the schemas have and the printed grammar does not. */
const unprinted = () =>
  [...new Set([...JSON.stringify(Plan).matchAll(/"phrase":"([a-z-]+)"/g)].map(([, kind]) => kind))]
    .filter((kind) => !phrases[kind])
    .map((kind) => `scripts/phrases.mjs has no grammar for the phrase “${kind}”`);

const manual = () => {
  const parts = partsOf(Plan);
  const [whole, ...rest] = parts;
  return `${[
    '# 方案格式 · The plan format',
    '本文由 `npm run docs` 根据数据格式定义生成，请勿手改。 Written by `npm run docs` from the schemas; do not edit.',
    '方案是一份 JSON 文件，键的顺序就是公文的顺序。事物按公文里的叫法互相引用，同类名称不得重复；日期是日历上的一天，起止都含当天；数字旁边写单位；没有会扣人分的默认值。\n\nA plan is a JSON document whose keys stand in the order of the official document. Things refer to each other by the name the document uses; a name is unique among its kind. Days are calendar days, both ends inclusive. Nothing has a hidden default that costs somebody points.',
    '表中 ● 为必填。每一条都可以带 `source`（出自公文的哪一条，如“五（一）”）和 `note`（给人看的说明，不影响任何计算）。未知的键是错误，会提示最接近的键。\n\n● marks what must be there. Every clause may carry `source`, the paragraph it comes from, and `note`, which means nothing to the engine. An unknown key is an error and names the nearest known one.',
    guide,
    '## 整份方案 · All keys',
    table(['key', '', '中文', 'English'], whole.keys.filter(({ key }) => !everywhere.has(key)).map(keyRow)),
    ...rest.map(section),
    '## 短语 · Phrases',
    '规则性强的内容写成短语，大小写、空格和数字须照写。 Small regular phrases instead of codes; letters, spaces and numbers exactly so.',
    ...grammar,
    '更多完整的方案在 `examples`。 More whole plans stand in `examples`.',
  ].join('\n\n')}\n`;
};

const kept = new Set([
  'type',
  'properties',
  'required',
  'items',
  'anyOf',
  'const',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'uniqueItems',
  'format',
  'pattern',
  'additionalProperties',
]);

/** A schema for editors: the engine's own annotations gone, both languages in title and description. */
const forEditors = (schema) => {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(forEditors);
  const title = [schema.title, schema.en?.title].filter(Boolean).join(' · ');
  const note = [schema.description, schema.en?.description].filter(Boolean).join(' ');
  const inner = Object.entries(schema)
    .filter(([key]) => kept.has(key))
    .map(([key, value]) => [
      key,
      key === 'properties' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, forEditors(one)])) : forEditors(value),
    ]);
  const examples = schema.phrase ? (phrases[schema.phrase]?.forms ?? []).flatMap((form) => form.examples) : [];
  return {
    ...(title ? { title } : {}),
    ...(note ? { description: note } : {}),
    ...Object.fromEntries(inner),
    ...(examples.length ? { examples } : {}),
  };
};

const coverage = coverageGuide(engine);

const written = {
  'docs/coverage.md': coverage.guide,
  'docs/plan-format.md': manual(),
  'docs/lint.md': lintGuide(engine),
  'plan.schema.json': `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', ...forEditors(Plan) }, null, 1)}\n`,
};

const read = (file) => {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
};

const faults = [...unprinted(), ...unshown(), ...printedPlanFaults(), ...(await grammarFaults()), ...coverage.faults];
for (const [file, text] of Object.entries(written)) {
  if (read(file) === text) continue;
  if (process.argv.includes('--check')) faults.push(`${file} is not what the schemas say; run: npm run docs`);
  else writeFileSync(join(root, file), text);
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
