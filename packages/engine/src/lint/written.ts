import { type Problem, pointer, problem } from '../problem/problem.ts';

type Record_ = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Record_ => typeof value === 'object' && value !== null && !Array.isArray(value);

const listIn = (raw: unknown, key: string): readonly unknown[] => {
  const list = isRecord(raw) && Object.hasOwn(raw, key) ? raw[key] : undefined;
  return Array.isArray(list) ? (list as readonly unknown[]) : [];
};

const words = (holder: string, clause: Record_) => ({
  holder,
  name: typeof clause['name'] === 'string' ? clause['name'] : '',
  source: typeof clause['source'] === 'string' ? clause['source'] : undefined,
});

/** Days as documents write them when the year went without saying, or was left blank. */
const withoutYear = /^(\d{1,2}[-/月.]\d{1,2}日?|\d{1,2}月.{0,6}|[xXｘＸ×○]{2,4}年.*|20[xXｘＸ×]{2}.*)$/;

const terms = { from: ['起始日', 'From'], to: ['截止日', 'To'] } as const;

const yearless = (raw: unknown): readonly Problem[] =>
  listIn(raw, 'phases').flatMap((phase, i) => {
    if (!isRecord(phase)) return [];
    return (['from', 'to'] as const).flatMap((key): readonly Problem[] => {
      const found = phase[key];
      if (typeof found !== 'string' || !withoutYear.test(found)) return [];
      const [term, termEn] = terms[key];
      const [, month = '11', day = '7'] = /^(\d{1,2})[-/月.](\d{1,2})/.exec(found) ?? [];
      const example = `2026-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      return [problem('phase.no-year', `/phases/${i}/${key}`, { ...words('phase', phase), term, termEn, found, example })];
    });
  });

const lacking = (raw: unknown, list: string, key: string): readonly { readonly at: string; readonly clause: Record_ }[] =>
  listIn(raw, list).flatMap((clause, i) =>
    isRecord(clause) && !Object.hasOwn(clause, key) ? [{ at: pointer(`/${list}`, i), clause }] : [],
  );

/**
 * Faults the format would refuse in general words, told in the words of the document: a day without a year, no word on
 * holidays, no word on equals. Each stands in place of the general problem at the same spot.
 */
export const lintWritten = (raw: unknown): readonly Problem[] => [
  ...yearless(raw),
  ...['schedule', 'routines'].flatMap((list) =>
    lacking(raw, list, 'holidays').map(({ at, clause }) => problem('schedule.no-holiday-rule', at, words('schedule', clause))),
  ),
  ...lacking(raw, 'ranking', 'ties').map(({ at, clause }) => problem('ranking.tie-undefined', at, words('ranking', clause))),
];

const insteadOf: Readonly<Record<string, (problem: Problem) => boolean>> = {
  'phase.no-year': ({ code }) => code === 'day.impossible' || code === 'phrase.unreadable' || code === 'shape.not-a-choice',
  'schedule.no-holiday-rule': ({ code, params }) => code === 'shape.missing-key' && params.key === 'holidays',
  'ranking.tie-undefined': ({ code, params }) => code === 'shape.missing-key' && params.key === 'ties',
};

/** The problems without those that a more telling one stands in for. */
export const withoutGeneral = (problems: readonly Problem[], telling: readonly Problem[]): readonly Problem[] =>
  problems.filter((general) => !telling.some((one) => one.at === general.at && insteadOf[one.code]?.(general)));
