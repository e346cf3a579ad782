import { readFileSync, writeFileSync } from 'node:fs';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { describe, expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import cases from './deviations.cases.json' with { type: 'json' };
import { groups, inputs } from './expression.fixture.ts';
import { Machine } from './machine.ts';
import { operators } from './operators.ts';
import { compileRules } from './rules.ts';
import type { Answers } from './value.ts';

const scope = { inputs, groups, calendar: officialCalendar() };

const nested = (answers: Answers): Record<string, unknown> => {
  const data: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(answers)) {
    const [home, key] = name.split('.') as [string, string];
    data[home] = { ...(data[home] as object), [key]: value };
  }
  return data;
};

const theirs = (logic: unknown, answers: Answers): unknown => {
  try {
    const result = jsonLogic.apply(logic as RulesLogic, nested(answers)) as unknown;
    if (typeof result === 'function') return 'a function';
    return typeof result === 'number' && !Number.isFinite(result) ? String(result) : result;
  } catch {
    return 'an error';
  }
};

const ours = (logic: unknown, answers: Answers): unknown => {
  const compiled = compileRules(scope, [{ name: '规则', logic, at: '/rules/0' }]);
  if (!compiled.ok) return { problem: compiled.problems[0]?.code };
  const result = new Machine(compiled.value).score(answers).result('规则');
  const warning = compiled.problems[0] && { warning: compiled.problems[0].code };
  return result.state === 'value' ? { value: result.value, ...warning } : { none: result.state === 'none' ? result.none : 'fault' };
};

describe('every deviation from json-logic-js stands in the table', () => {
  test.each(cases)('$rule: $because', (each) => {
    expect(theirs(each.rule, each.answers)).toEqual(each.theirs);
    expect(ours(each.rule, each.answers)).toEqual(each.ours);
  });
});

const cell = (value: unknown): string => `\`${(typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('|', '\\|')}\``;

const told = (result: Readonly<Record<string, unknown>>): string => {
  if ('problem' in result) return `refused: ${cell(result.problem)}`;
  if ('none' in result) return `*${String(result.none).replaceAll('-', ' ')}*`;
  return `${cell(result.value)}${result.warning ? `, with the warning ${cell(result.warning)}` : ''}`;
};

const deviations = (): string =>
  [
    '| rule | answers | json-logic-js | here | why |',
    '|---|---|---|---|---|',
    ...cases.map(
      (each) =>
        `| ${cell(each.rule)} | ${Object.keys(each.answers).length ? cell(each.answers) : ''} | ${cell(each.theirs)} | ${told(each.ours)} | ${each.because} |`,
    ),
  ].join('\n');

const operatorTable = (): string =>
  [
    '| operator | parts | 中文 | meaning | |',
    '|---|---|---|---|---|',
    ...[...operators.values()].map(
      ({ name, least, most, zh, en, own }) =>
        `| ${cell(name)} | ${least === most ? least : most > 100 ? `${least} or more` : `${least}–${most}`} | ${zh} | ${en} | ${own ? 'own' : 'JsonLogic'} |`,
    ),
  ].join('\n');

const page = new URL('../../../../docs/rules.md', import.meta.url);

const written = (text: string, name: string, table: string): string => {
  const [start, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const from = text.indexOf(start) + start.length;
  return `${text.slice(0, from)}\n${table}\n${text.slice(text.indexOf(end))}`;
};

test('docs/rules.md prints both tables as they are (XIUHUA_WRITE_DOCS=1 rewrites them)', () => {
  const text = readFileSync(page, 'utf8');
  const wanted = written(written(text, 'operators', operatorTable()), 'deviations', deviations());
  if (process.env.XIUHUA_WRITE_DOCS === '1') writeFileSync(page, wanted);
  else expect(text).toBe(wanted);
});
