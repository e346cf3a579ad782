/* A planted bug: every eighth commit is answered as done and taken back. The crash rounds must notice it. */
import Database from 'better-sqlite3';

const prepare = Database.prototype.prepare;
let commits = 0;

Database.prototype.prepare = function planted(sql) {
  const statement = prepare.call(this, sql);
  if (sql !== 'commit') return statement;
  const rollback = prepare.call(this, 'rollback');
  const run = statement.run.bind(statement);
  statement.run = (...values) => (++commits % 8 === 0 ? rollback : { run }).run(...values);
  return statement;
};
