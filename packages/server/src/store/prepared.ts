import type { CompiledQuery } from 'kysely';
import type { Db } from './tables.ts';

/** What can be compiled: any query of kysely's. */
interface Compilable<Row = unknown> {
  compile(): CompiledQuery<Row>;
}

/** A transaction is a database of its own; what belongs to all of one store is how its queries are compiled. */
const dialectOf = (db: Db): object => db.getExecutor().adapter;

/**
 * A query that is built once for each database and then asked with other values: for what every request asks. The values
 * are the parameters of the query, all of them, in its order.
 */
export const prepared = <Values extends readonly unknown[], Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): ((db: Db, values: Values) => Promise<readonly Row[]>) => {
  const built = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, values) => {
    const dialect = dialectOf(db);
    const query = built.get(dialect) ?? build(db, values).compile();
    built.set(dialect, query);
    return (await db.executeQuery<Row>({ ...query, parameters: values })).rows;
  };
};

/** Rows written by one statement: few sizes, so that few statements are built and the database keeps them ready. */
const sizes = [256, 128, 64, 32, 16, 8, 4, 2, 1] as const;

/**
 * A statement for rows that is built once for each database and number of rows. Many rows go in portions; the parameters
 * are the columns named, row by row.
 */
export const preparedRows = <Row extends object>(
  columns: readonly (keyof Row & string)[],
  build: (db: Db, rows: readonly Row[]) => Compilable,
): ((db: Db, rows: readonly Row[]) => Promise<void>) => {
  const blank = Object.fromEntries(columns.map((column) => [column, ''])) as Row;
  const statements = sizes.map((size) => {
    const run = prepared((db, _: readonly unknown[]) => build(db, Array<Row>(size).fill(blank)));
    return { size, run };
  });
  return async (db, rows) => {
    let from = 0;
    for (const { size, run } of statements)
      for (; rows.length - from >= size; from += size) {
        const values: unknown[] = [];
        for (const row of rows.slice(from, from + size)) for (const column of columns) values.push(row[column]);
        await run(db, values);
      }
  };
};

/**
 * A query about some of many names within a scope, built once for each database and a few numbers of names; the last name
 * fills what is left. Its parameters are those of the scope, then the names.
 */
export const preparedAmong = <Row>(
  build: (db: Db, names: readonly string[], scope: readonly string[]) => Compilable<Row>,
): ((db: Db, names: readonly string[], scope?: readonly string[]) => Promise<readonly Row[]>) => {
  const queries = sizes.toReversed().map((size) => {
    const run = prepared((db, values: readonly string[]) => build(db, values.slice(-size), values.slice(0, -size)));
    return { size, run };
  });
  const largest = sizes[0];
  return async (db, names, scope = []) => {
    const found: Row[] = [];
    for (let from = 0; from < names.length; from += largest) {
      const some = names.slice(from, from + largest);
      const last = some.at(-1) ?? '';
      const query = queries.find(({ size }) => size >= some.length);
      const filled = [...some, ...Array<string>((query?.size ?? some.length) - some.length).fill(last)];
      if (query) found.push(...(await query.run(db, [...scope, ...filled])));
    }
    return found;
  };
};
