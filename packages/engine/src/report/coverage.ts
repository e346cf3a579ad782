import { Plan } from '../plan/schema.ts';
import type { Shape } from '../plan/shape.ts';

/** Where one text asks for a capability (`stated` with detail, or only `mentioned`), and what of its example shows it. */
export interface CapabilityCell {
  readonly need: 'stated' | 'mentioned';
  /** Place in the plan: keys, and names in lists, such as `/phases/试点期/milestones/样板路治理`. */
  readonly at?: string;
  /** For what happens rather than is written: an event of the example's log. */
  readonly event?: string;
}

/** Something a campaign engine has to be able to express, and the texts that ask for it. */
export interface Capability {
  readonly name: string;
  readonly zh: string;
  readonly cells: Readonly<Record<string, CapabilityCell>>;
}

/** The capabilities by the texts: which example stands for which text, and what each shows where. */
export interface CapabilityMatrix {
  readonly plans: Readonly<Record<string, string>>;
  readonly capabilities: readonly Capability[];
}

/** An example as far as coverage looks at it: its plan as written, and the kinds of events its log has. */
export interface CoverageExample {
  readonly plan: unknown;
  readonly events: ReadonlySet<string>;
}

/** A cell with the words of the plan that show it. */
export interface CoveredCell extends CapabilityCell {
  readonly capability: string;
  readonly text: string;
  readonly example: string;
  /** The clause in words; null where there is none, or none any more. */
  readonly words: string | null;
  /** Why the cell is not tied; null for one that is. */
  readonly fault: 'no-place' | 'no-clause' | 'no-event' | null;
}

/** Every cell that is asked for or tied, and those that are not tied as they should be. */
export interface Coverage {
  readonly cells: readonly CoveredCell[];
  readonly untied: readonly CoveredCell[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a thing of a list is called: its name, title or edition. */
const nameOf = (value: unknown): string => {
  if (!isRecord(value)) return typeof value === 'string' ? value : '';
  const { name, title, edition, post } = value;
  return [name, title, edition, post].find((one): one is string => typeof one === 'string') ?? '';
};

interface Found {
  readonly value: unknown;
  readonly shape: Shape;
}

const stepInto = ({ value, shape }: Found, key: string): Found | undefined => {
  if (Array.isArray(value)) {
    const inner: unknown = /^\d+$/.test(key) ? value[Number(key)] : value.find((one) => nameOf(one) === key);
    return inner === undefined ? undefined : { value: inner, shape: shape.items ?? {} };
  }
  if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
  return { value: value[key], shape: shape.properties?.[key] ?? {} };
};

/** The clause at a place of a plan, with its schema; `undefined` when there is none. */
const clauseAt = (plan: unknown, at: string): Found | undefined => {
  const keys = at.split('/').slice(1);
  let found: Found | undefined = { value: plan, shape: Plan as unknown as Shape };
  for (const key of keys) found = found && stepInto(found, key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return found;
};

const titleOf = (shape: Shape, value: string): string => {
  const choice = shape.anyOf?.find((one) => one.const === value);
  return choice?.title ?? value;
};

/** A value in a few words: texts as they are, lists by their first names, anything bigger by its size. */
const brief = (shape: Shape, value: unknown): string => {
  if (typeof value === 'string') return titleOf(shape, value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (!Array.isArray(value)) return nameOf(value);
  const named = value.map((one) => (typeof one === 'string' ? titleOf(shape.items ?? {}, one) : nameOf(one))).filter((one) => one !== '');
  const shown = named.slice(0, 4).join('、');
  if (named.length === 0) return `${value.length}项`;
  return named.length > 4 ? `${shown}等${value.length}项` : shown;
};

const quiet = new Set(['name', 'title', 'note', 'source', 'text']);

/** A clause in words: what it is called, what it says, where it stands in the document. */
const sayClause = ({ value, shape }: Found): string => {
  if (!isRecord(value)) return `${shape.title ?? ''}${shape.title ? '：' : ''}${brief(shape, value)}`;
  const parts = Object.entries(value).flatMap(([key, inner]) => {
    if (quiet.has(key)) return [];
    const own = shape.properties?.[key] ?? {};
    const said = isRecord(inner) && nameOf(inner) === '' ? sayClause({ value: inner, shape: own }) : brief(own, inner);
    return said === '' ? [] : [`${own.title || key}：${said}`];
  });
  const { source } = value;
  const head = nameOf(value) === '' ? '' : `“${nameOf(value)}”`;
  const text = parts.slice(0, 6).join('；');
  return `${head}${typeof source === 'string' ? `（${source}）` : ''}${text}`;
};

const cellOf = (
  at: { readonly capability: string; readonly text: string; readonly example: string; readonly cell: CapabilityCell },
  example: CoverageExample | undefined,
): CoveredCell => {
  const { cell, ...where } = at;
  const found = cell.at === undefined ? undefined : clauseAt(example?.plan, cell.at);
  const fault = (): CoveredCell['fault'] => {
    if (cell.at === undefined) return 'no-place';
    if (!found) return 'no-clause';
    return cell.event !== undefined && !example?.events.has(cell.event) ? 'no-event' : null;
  };
  return { ...cell, ...where, words: found ? sayClause(found) : null, fault: fault() };
};

/** Ties every stated capability, and what else the matrix ties, to the example's clause; says what is not tied. */
export const coverageOf = (matrix: CapabilityMatrix, examples: (name: string) => CoverageExample | undefined): Coverage => {
  const known = new Map(Object.values(matrix.plans).map((name) => [name, examples(name)]));
  const cells = matrix.capabilities.flatMap(({ name: capability, cells: own }) =>
    Object.entries(own)
      .filter(([, cell]) => cell.need === 'stated' || cell.at !== undefined)
      .map(([text, cell]) => {
        const example = matrix.plans[text] ?? '';
        return cellOf({ capability, text, example, cell }, known.get(example));
      }),
  );
  return { cells, untied: cells.filter(({ fault }) => fault !== null) };
};
