/*
 * Writes examples/<name>/log.jsonl: each plan lived through by invented people (packages/engine/src/rehearsal) over the
 * days, seed and habits of examples/logs.json. The same plan gives the same log, byte for byte. Names may be given to
 * write only those. Run `npm run make-logs`, which also rewrites what is expected of the logs; read the difference.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { compilePlan, rehearse } from '../packages/engine/dist/index.js';

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const spans = read('logs.json');
const wanted = process.argv.slice(2);

for (const [name, span] of Object.entries(spans)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const outcome = compilePlan(read(`${name}/plan.json`));
  if (!outcome.ok) throw new Error(`examples/${name}/plan.json has errors; see npx xiuhua check`);
  const { events, refused } = rehearse(outcome.value, span);
  const log = events.map((event) => `${JSON.stringify(event)}\n`).join('');
  writeFileSync(new URL(`${name}/log.jsonl`, import.meta.url), log);
  console.log(`${name}: ${events.length} events, ${Math.round(Buffer.byteLength(log) / 1024)} KB, ${refused.length} refused`);
}
