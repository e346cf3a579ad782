import type { Day } from '../calendar/day.ts';
import { dayOf } from '../calendar/day.ts';
import { showPoints } from '../expression/points.ts';
import { sayAmount, sayBinding } from '../indicator/say.ts';
import { sayState } from '../indicator/show.ts';
import { noun } from '../problem/nouns.ts';
import type { Reason } from '../scoring/reason.ts';
import type { Bulletin, Language } from './bulletin.ts';
import type { DutyWanted } from './duties.ts';
import { type LedgerRow, ledgerTable } from './ledger.ts';
import { sayPrint } from './print-words.ts';
import { sheetHead, sheetWord } from './table-words.ts';
import type { DutyView, IndicatorView, StandingsView, TargetView } from './views.ts';
import { sayPeriod, sayReason } from './words.ts';

/** What stands in one place of a table for export: a text, or a number as a number. What is not there is an empty text. */
export type Cell = string | number;

/** A table for a spreadsheet or a CSV file: its name, its head, its rows; `about` says above the head which part of the whole it is. */
export interface Table {
  readonly name: string;
  readonly about?: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Whole numbers and decimals as bulletins write them; an account number with zeros in front stays a text. */
const isNumber = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/;

/** A number where the text is one; else the text. */
const cellOf = (text: string): Cell => (isNumber.test(text) ? Number(text) : text);

const amount = (text: string | null | undefined): Cell => (text === null || text === undefined ? '' : cellOf(text));

/** Everything a bulletin says in tables: its sentences with their clauses first, then each table under its heading. */
export const bulletinTables = (bulletin: Bulletin, language: Language = 'zh'): readonly Table[] => {
  const clause = sayPrint(language, 'clause');
  const sentences: (readonly Cell[])[] = [];
  const tables: Table[] = [];
  let heading = '';
  for (const block of bulletin.blocks) {
    if (block.kind === 'heading') heading = block.text.replace(/^([一二三四五六七八九十]+、|\d+\. )/, '');
    if (block.kind === 'paragraph') sentences.push([heading, block.text, block.source]);
    if (block.kind !== 'table') continue;
    const rows = block.rows.map(({ cells, source }) => [...cells.map(cellOf), source]);
    const same = tables.filter(({ name }) => name === heading || name.startsWith(`${heading} `)).length;
    tables.push({ name: same === 0 ? heading : `${heading} ${same + 1}`, head: [...block.head, clause], rows });
  }
  return [{ name: sheetWord(language, 'text'), head: sheetHead(language, 'text'), rows: sentences }, ...tables];
};

/** The table without columns in which nothing stands. */
const withoutEmpty = ({ name, head, rows }: Table): Table => {
  const kept = head.map((_, at) => rows.length === 0 || rows.some((row) => row[at] !== ''));
  const keep = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, at) => kept[at]);
  return { name, head: keep(head), rows: rows.map(keep) };
};

/** A reason and everything under it as rows, each with the unit, how deep it lies, its words, points and clause. */
const reasonRows = (unit: string, reason: Reason, language: Language, depth = 0): readonly (readonly Cell[])[] => [
  [unit, depth, sayReason(reason, language), Number(showPoints(reason.points)), reason.source],
  ...reason.parts.flatMap((part) => reasonRows(unit, part, language, depth + 1)),
];

/** Standings as two tables: the order, and what every unit's points are made of, down to the records. */
export const standingsTables = ({ standings, published, issue }: StandingsView, language: Language = 'zh'): readonly Table[] => {
  const { ranking, period, rows } = standings;
  const state = sheetWord(language, published ? 'published' : 'unpublished', { n: issue });
  const order = rows.map((row): readonly Cell[] => [
    row.group,
    row.rank ?? '',
    row.unit,
    row.reason ? Number(showPoints(row.points)) : '',
    row.grade?.name ?? '',
    row.inspections,
    row.why ? sayPrint(language, row.why) : '',
    state,
    standings.source,
  ]);
  return [
    withoutEmpty({ name: `${ranking} ${sayPeriod(period, language)}`, head: sheetHead(language, 'standings'), rows: order }),
    {
      name: sheetWord(language, 'reasons'),
      head: sheetHead(language, 'reasons'),
      rows: rows.flatMap(({ unit, reason }) => (reason ? reasonRows(unit, reason, language) : [])),
    },
  ];
};

/** The ledger of findings. */
export const findingsTables = (rows: readonly LedgerRow[], language: Language = 'zh'): readonly Table[] => {
  const [head = [], ...body] = ledgerTable(rows, language);
  return [{ name: sheetWord(language, 'findings'), head: head.map(String), rows: body }];
};

const targetRow = (view: IndicatorView, target: TargetView, language: Language): readonly Cell[] => {
  const { value, low, high, scope, due } = target;
  return [
    view.name,
    scope.name,
    sayBinding(target.binding, language),
    view.unit,
    amount(low),
    amount(high),
    due ?? '',
    sayState(target.state, language),
    amount(value?.shown),
    amount(value?.numerator),
    amount(value?.denominator),
    value?.day ?? '',
    value ? noun(language, value.confirmed ? 'confirmed' : 'reported') : '',
    amount(target.forecast),
    target.source || view.source,
  ];
};

/** Where every target stands, for the whole and for each unit that has a share, and every number that was reported. */
export const indicatorTables = (views: readonly IndicatorView[], language: Language = 'zh'): readonly Table[] => {
  const targets = views.flatMap((view) =>
    view.targets.flatMap((target) => [target, ...target.parts].map((one) => targetRow(view, one, language))),
  );
  const readings = views.flatMap((view) =>
    view.readings.map(({ period, scope, figure, state, steps }): readonly Cell[] => {
      const last = steps.findLast((step) => step.kind === 'reported');
      const shown = figure.value === undefined ? '' : sayAmount(String(figure.value), view.unit, language);
      const numbers = [figure.value ?? '', figure.numerator ?? '', figure.denominator ?? ''];
      const who = [last?.by.unit || last?.by.name || '', last ? dayOf(last.at) : '', last?.text ?? ''];
      return [view.name, sayPeriod(period, language), scope.name, shown, ...numbers, noun(language, state), ...who];
    }),
  );
  return [
    { name: sheetWord(language, 'indicators'), head: sheetHead(language, 'indicators'), rows: targets },
    { name: sheetWord(language, 'readings'), head: sheetHead(language, 'readings'), rows: readings },
  ];
};

/** Duties and what became of them, with the day their record was made; above the head the days and what else they were narrowed to. */
export const dutyTables = (
  duties: readonly DutyView[],
  { from, to, state, unit }: Pick<DutyWanted, 'from' | 'to' | 'state'> & { readonly unit?: string | undefined },
  visitDay: (submission: string) => Day | undefined,
  language: Language = 'zh',
): readonly Table[] => {
  const narrowed = [...(state === 'all' ? [] : [sheetWord(language, state)]), ...(unit === undefined ? [] : [unit])];
  const about = [sheetWord(language, 'dutiesOf', { from, to, n: duties.length }), ...narrowed].join(' · ');
  const rows = duties.map((duty): readonly Cell[] => [
    duty.due,
    duty.schedule,
    duty.checklist,
    duty.site,
    duty.by,
    sheetWord(language, duty.state),
    (duty.submission && visitDay(duty.submission)) || '',
  ]);
  return [{ name: sheetWord(language, 'duties'), about, head: sheetHead(language, 'duties'), rows }];
};
