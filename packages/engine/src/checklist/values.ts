import { isDay } from '../calendar/day.ts';
import type { Column, Item } from './schema.ts';

/** What can be wrong with a value. */
export type ValueFault = 'missing' | 'kind' | 'range' | 'decimals' | 'choice' | 'column';

const decimalsOf = (value: number): number => {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
};

const checkNumber = (value: unknown, rule: { least?: number; greatest?: number; decimals?: number }): ValueFault | undefined => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'kind';
  if (value < (rule.least ?? -1e15) || value > (rule.greatest ?? 1e15)) return 'range';
  return decimalsOf(value) > (rule.decimals ?? 0) ? 'decimals' : undefined;
};

const checkWord = (value: unknown, choices: readonly string[] = []): ValueFault | undefined =>
  typeof value !== 'string' ? 'kind' : choices.includes(value) ? undefined : 'choice';

const checkCell = (column: Column, value: unknown): ValueFault | undefined => {
  switch (column.answer) {
    case 'count':
      return checkNumber(value, { least: 0 });
    case 'number':
      return checkNumber(value, { decimals: column.decimals ?? 2 });
    case 'choice':
      return checkWord(value, column.choices);
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'kind';
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'kind';
    case 'text':
      return typeof value === 'string' ? undefined : 'kind';
  }
};

const checkRows = (columns: readonly Column[], value: unknown): ValueFault | undefined => {
  if (!Array.isArray(value)) return 'kind';
  for (const row of value as readonly unknown[]) {
    if (typeof row !== 'object' || row === null) return 'kind';
    const cells = row as Readonly<Record<string, unknown>>;
    if (Object.keys(cells).some((key) => !columns.some((column) => column.name === key))) return 'column';
    for (const column of columns) {
      const fault = Object.hasOwn(cells, column.name) ? checkCell(column, cells[column.name]) : 'missing';
      if (fault) return fault;
    }
  }
  return undefined;
};

const place = /^-?\d{1,3}(\.\d{1,8})?,-?\d{1,2}(\.\d{1,8})?$/;

/** What is wrong with the value given to an item, or `undefined`. Items of kind `pass` and `photo` take none. */
export const checkValue = (item: Item, value: unknown): ValueFault | undefined => {
  const kind = item.answer ?? 'pass';
  if (kind === 'pass' || kind === 'photo') return value === undefined ? undefined : 'kind';
  if (value === undefined) return 'missing';
  switch (kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : 'kind';
    case 'count':
      return checkNumber(value, { least: item.least ?? 0, greatest: item.greatest });
    case 'number':
      return checkNumber(value, { ...item, decimals: item.decimals ?? 2 });
    case 'choice':
      return checkWord(value, item.choices);
    case 'several': {
      if (!Array.isArray(value)) return 'kind';
      return value.map((word) => checkWord(word, item.choices)).find((fault) => fault !== undefined);
    }
    case 'date':
      return typeof value === 'string' && isDay(value) ? undefined : 'kind';
    case 'place':
      return typeof value === 'string' && place.test(value) ? undefined : 'kind';
    case 'table':
      return checkRows(item.columns ?? [], value);
    case 'text':
    case 'signature':
      return typeof value === 'string' && value.trim() !== '' ? undefined : 'kind';
  }
};
