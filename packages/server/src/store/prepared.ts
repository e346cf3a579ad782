import type { CompiledQuery } from 'kysely';
import type { Db } from './tables.ts';

/**
 * A query that is built once for each database and then asked with other values: for what every request asks. The values
 * are the parameters of the query, all of them, in its order.
 */
export const prepared = <Values extends readonly unknown[], Row>(
  build: (db: Db, values: Values) => { compile(): CompiledQuery<Row> },
): ((db: Db, values: Values) => Promise<readonly Row[]>) => {
  const built = new WeakMap<Db, CompiledQuery<Row>>();
  return async (db, values) => {
    const query = built.get(db) ?? build(db, values).compile();
    built.set(db, query);
    return (await db.executeQuery<Row>({ ...query, parameters: values })).rows;
  };
};
