import { inputs, plainRules } from './workload.ts';

type Logic = Readonly<Record<string, readonly unknown[]>>;

const name = (path: string): string => (path.startsWith('a.') ? path : path.replace('.', '_'));

const chain = (parts: readonly unknown[]): string => {
  let text = print(parts.at(-1));
  for (let i = parts.length - 3; i >= 0; i -= 2) text = `(${print(parts[i])} ? ${print(parts[i + 1])} : ${text})`;
  return text;
};

/** A rule as the expression a person would write in TypeScript. */
const print = (logic: unknown): string => {
  if (Array.isArray(logic)) return '';
  if (typeof logic !== 'object' || logic === null) return JSON.stringify(logic).replaceAll('"', "'");
  const [operator, value] = Object.entries(logic as Logic)[0] as [string, readonly unknown[] | string];
  if (operator === 'var') return name(String(value));
  const parts = value as readonly unknown[];
  const printed = parts.map(print);
  if (operator === 'if') return chain(parts);
  if (operator === '!') return `!${printed[0]}`;
  if (operator === 'min' || operator === 'max') return `Math.${operator}(${printed.join(', ')})`;
  if (operator === 'in') return `(${(parts[1] as readonly unknown[]).map((each) => `${printed[0]} === ${print(each)}`).join(' || ')})`;
  const sign = { and: '&&', or: '||', '==': '===' }[operator] ?? operator;
  return `(${printed.join(` ${sign} `)})`;
};

const groups = new Map<string, string[]>();
for (const { name: path } of plainRules) {
  const [group, key] = path.split('.') as [string, string];
  groups.set(group, [...(groups.get(group) ?? []), key]);
}

const typeOf = (kind: string): string => ({ boolean: 'boolean', choice: 'string' })[kind] ?? 'number';
const bindings = plainRules.map(({ name: path, logic }) => `  const ${name(path)} = ${print(logic)};`);
const shape = [...groups].map(([group, keys]) => `    ${group}: { ${keys.map((key) => `${key}: ${group}_${key}`).join(', ')} },`);

process.stdout.write(
  [
    '// Printed by hand-print.ts: what a person would write for this one checklist, in doubles.',
    '// biome-ignore-all format: printed',
    '',
    '/** The answers by name. */',
    'export interface Answers {',
    `  ${inputs.map(({ name: path, type }) => `${path.slice(2)}: ${typeOf(type.kind)}`).join('; ')};`,
    '}',
    '',
    '/** Scores a checklist into named results. */',
    'export const score = (a: Answers) => {',
    ...bindings,
    '  return {',
    ...shape,
    '  };',
    '};',
    '',
    '/** Scores a checklist into a list that is there already. */',
    'export const scoreInto = (a: Answers, out: (boolean | number | string)[]): void => {',
    ...plainRules.map(({ name: path, logic }, i) => `  const ${name(path)} = ${print(logic)}; out[${i}] = ${name(path)};`),
    '};',
    '',
  ].join('\n'),
);
