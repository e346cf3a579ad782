/*
 * The part of the plan format that no schema says: where to begin, one whole plan, and the rules that hold between
 * sections. Lists and numbers are read from the engine; the whole plan is docs/first-plan.json, which may have no problem.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './child.mjs';

const { checkPlan, noun, ruleOperators, say } = await import('../packages/engine/dist/index.js');
const { ruleNeeds } = await import('../packages/engine/dist/scoring/check.js');

const file = 'docs/first-plan.json';
const text = readFileSync(join(root, file), 'utf8');

/** The whole plan printed at the top. */
export const firstPlan = JSON.parse(text);

const more = 'docs/more-clauses.json';

/** The whole plan with clauses that no example has, to show them. */
export const fullerPlan = { ...firstPlan, ...JSON.parse(readFileSync(join(root, more), 'utf8')) };

const faultsIn = (name, plan, severities) =>
  checkPlan(plan)
    .filter(({ severity }) => severities.includes(severity))
    .map((problem) => `${name}${problem.at}: ${say(problem, 'en')}`);

/** What is wrong with the printed plans, one sentence each; with the whole plan there may be nothing at all. */
export const printedPlanFaults = () => [
  ...faultsIn(file, firstPlan, ['error', 'warning', 'hint']),
  ...faultsIn(more, fullerPlan, ['error', 'warning']),
];

const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const kinds = {
  deduct: ['每发生一次减 `points`，封顶 `most`', 'Takes `points` for each occasion, `most` at most'],
  bonus: ['每发生一次加 `points`，封顶 `most`', 'Gives `points` for each occasion, `most` at most'],
  band: ['按指标值落在哪一档加分', 'Gives the points of the band in which the indicator lies'],
  target: [
    '指标达到 `goal` 加 `full` 分，未达到按比例或按 `step` 递减',
    'Gives `full` from the `goal` on; below it in proportion, or `points` less for each `step`',
  ],
  veto: ['发生一次，总分最多为 `points`（不填为 0）', 'One occasion leaves `points` at most, 0 when empty'],
};

const rules = table(
  ['kind', '必须有 needs', '中文', 'English'],
  Object.entries(ruleNeeds).map(([kind, needs]) => {
    const all = [...needs, ...(kind === 'veto' ? ['basis'] : [])];
    return [`\`${kind}\``, all.map((key) => `\`${key}\``).join(' '), ...kinds[kind]];
  }),
);

const operators = table(
  ['operator', '中文', 'English'],
  [...ruleOperators.values()].map(({ name, zh, en }) => [`\`${name}\``, zh, en]),
);

const begin = [
  '## 从哪里开始 · Where to begin',
  '1. 复制下面这份完整的方案，改标题、单位、对象、日期。\n2. `npx xiuhua check plan.json` 列出全部问题，每条说明错在哪、怎么改；`■` 错误不能印发，`▲` 提醒请看一眼，`◇` 只是提示。\n3. `npx xiuhua duties plan.json --from … --to …` 看排出来的检查；`npx xiuhua matrix plan.json` 看责任矩阵。\n4. 对象多时用 `npx xiuhua register import plan.json 登记表.xlsx`，评分表用 `npx xiuhua sheet import`。\n5. 编辑器里写 `"$schema"` 指向 `plan.schema.json`，键名可以补全。',
  '1. Copy the whole plan below; change title, units, sites, days.\n2. `npx xiuhua check plan.json` lists everything wrong: what, where, what to do. `■` errors stop adoption, `▲` warnings want a look, `◇` hints only inform.\n3. `npx xiuhua duties plan.json --from … --to …` shows the inspections it lays out; `npx xiuhua matrix plan.json` who does what.\n4. Many sites come from a spreadsheet: `npx xiuhua register import plan.json sites.xlsx`; a score sheet with `npx xiuhua sheet import`.\n5. `"$schema"` pointing to `plan.schema.json` gives completion in an editor.',
  '只有 `title`、`issuer`、`organization` 必须有；其余各章用到才写。没有分阶段的方案用 `period` 代替 `phases`。一行文字不超过 200 字，名称不超过 80 字，整份方案不超过 2 MB、20000 个检查对象。',
  'Only `title`, `issuer` and `organization` must be there; every other section is written when it is needed. A plan without phases has a `period` instead. A line has at most 200 characters, a name 80; a plan at most 2 MB and 20,000 sites.',
].join('\n\n');

const whole = [
  '## 一份完整的方案 · A whole plan',
  '某区餐饮油烟整治：两个阶段、三个镇、一张检查表、月度排名、一条结果运用。它没有任何问题（`docs/first-plan.json`）。',
  'A district puts kitchen fumes in order: two phases, three towns, one checklist, a monthly ranking, one consequence. Checked to have no problem at all.',
  ['```json', text.trimEnd(), '```'].join('\n'),
].join('\n\n');

const between = [
  '## 各章之间的规则 · What holds between sections',
  '### 问题归谁 · Who answers for a failed item',
  '按顺序取第一个能定下来的：检查项写的 `unit`；检查对象的 `units` 中承担该项 `task` 的单位（牵头、共同牵头、责任）；都不承担时为任务的牵头单位。必须恰好定下一个单位，没有或有几个都是错误。',
  'The first of these that settles it: the item’s own `unit`; of the site’s `units` those that bear the item’s `task` (lead, joint leads, responsible); when none does, the lead of the task. Exactly one unit must come out; none or several is an error.',
  '### 分数怎么来 · Where points come from',
  '每个单位每期从 `base` 起算，各条规则加减，最后限制在 `floor` 到 `cap` 之间。全是加分规则（分档、对标）的评分表 `base` 写 0。检查项的 `points` 是不合格时扣的分；`counted` 的项按处数乘，`most` 为一次检查的上限。',
  'A unit begins each period with `base`; the rules add and take; the sum is kept between `floor` and `cap`. A sheet whose rules only give points (bands, targets) has a `base` of 0. `points` of an item is what a failure costs; a `counted` item costs that for each spot, at most `most` in one inspection.',
  rules,
  '评分表里有除法（对标得分、加权合成、平均、`missing: drop`）时必须写 `rounding`。',
  'Where something is divided (targets, weighted parts, averages, `missing: drop`) `rounding` must be said.',
  '### 结果运用何时触发 · When a consequence is proposed',
  '`when` 至少写一个条件：`rank`、`grade`、`fails`、`below` 或 `atLeast`，几个条件同时满足才算一次；`times` 大于 1 时必须写 `window`，`consecutive` 时还必须写 `gaps`。必须有 `then` 或 `ladder`，有 `source` 或 `basis`。系统只提出建议，由 `signedBy` 签发。',
  '`when` has at least one of `rank`, `grade`, `fails`, `below`, `atLeast`; all that are written must hold together. `times` above 1 needs a `window`, `consecutive` also `gaps`. There must be `then` or a `ladder`, and `source` or `basis`. It is only proposed; `signedBy` signs it.',
  '### 抽查与回避 · Drawing and standing back',
  '`draw by class` 的每一层写在 `strata`；各层的对象不重复抽。对象自己没有等级时用所在片区的等级。`by` 写单位组时每次抽一个，管护该对象的单位不去查自己。',
  'The strata of `draw by class` stand in `strata`; no site is drawn twice in one draw. A site without a grade has that of its area. Of a group in `by` one unit is drawn for each visit, never one that keeps the site.',
  '### 条件 · Conditions',
  '`asked` 是 JsonLogic，决定一项要不要问；`{"var": "检查项名称"}` 取本检查表里前面一项的回答：合格/不合格和是/否为 `true`、`false`，个数和数值为数，单选为选项文字，多选为列表，日期为日期文字。没有问到的项没有值，不当作 0。例：`{"==": [{"var": "净化设施已安装"}, true]}`。',
  '`asked` is JsonLogic and says whether an item is asked; `{"var": "item name"}` is the answer to an earlier item of the same checklist: pass or fail and yes or no are `true` and `false`, counts and numbers are numbers, one choice is its words, several choices a list, a date its text. An item that was not asked has no value; it is not 0.',
  operators,
].join('\n\n');

/** The guide, in Markdown. */
export const guide = [begin, whole, between].join('\n\n');

/** What a kind of phrase is called, as the tables refer to it. */
export const phraseHeading = (kind) => `${noun('zh', kind)} · ${noun('en', kind)}`;
