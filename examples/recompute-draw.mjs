// Recomputes published draws with nothing but this file and Node: node recompute-draw.mjs draws.json
// draws.json holds {register, records} as published. Exit code 0: every draw is as it must be; 1: one is not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const canonical = (v) => {
  if (Array.isArray(v)) return `[${v.map(canonical).join(',')}]`;
  const keys = v !== null && typeof v === 'object' ? Object.keys(v).sort() : null;
  return keys ? `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(v[key])}`).join(',')}}` : JSON.stringify(v);
};
/** In each turn its number, modulo the tickets left in the hat, says whose ticket is called. */
const draw = (lines, take, number) => {
  const [hat, drawn] = [[...lines], []];
  for (let turn = 1; drawn.length < take && hat.length; turn++) {
    let ticket = number(turn) % hat.reduce((sum, line) => sum + line.tickets, 0);
    drawn.push(hat.splice(hat.findIndex((line) => (ticket -= line.tickets) < 0), 1)[0].site);
  }
  return drawn;
};
const { register, records } = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
const published = sha256(canonical(register));
const faults = records.flatMap(({ hash, ...record }, i) => {
  const number = (pool, from = 0) => (turn) => parseInt(sha256(`${record.seed}|${record.draw}|${pool}|${from + turn}`).slice(0, 13), 16);
  const earlier = (chosen, pool) => chosen.flatMap((r) => r.pools.find((p) => p.pool === pool).drawn);
  const taken = [];
  const pools = register.pools.map(({ pool, take }) => {
    const lines = register.lines.filter((line) => line.pool === pool);
    const recent = earlier(records.slice(Math.max(0, i - register.apart), i), pool);
    const unvisited = lines.filter((l) => !earlier(records.slice(0, i).filter((r) => r.period === record.period), pool).includes(l.site));
    const mustTake = record.period === null ? 0 : Math.min(take, Math.max(0, unvisited.length - take * record.drawsLeft));
    const hat = lines.filter(({ site }) => !recent.includes(site) && !taken.includes(site));
    const must = draw(hat.filter((line) => unvisited.includes(line)), mustTake, number(pool));
    const rest = draw(hat.filter(({ site }) => !must.includes(site)), take - must.length, number(pool, must.length));
    taken.push(...must, ...rest);
    return { pool, leftOut: lines.map(({ site }) => site).filter((site) => recent.includes(site)), mustTake, drawn: [...must, ...rest] };
  });
  const crews = taken.map((site) => {
    const { keepers } = register.lines.find((line) => line.site === site);
    const free = (units, but) => units.filter((u) => u !== but && !keepers.includes(u)).map((unit) => ({ site: unit, tickets: 1 }));
    const by = (register.by.length > 1 ? draw(free(register.by), 1, number(`by·${site}`))[0] : null) ?? register.by[0];
    return { site, by, along: register.along ? draw(free(register.along.from, by), register.along.draw, number(`along·${site}`)) : [] };
  });
  const right = canonical({ ...record, register: published, pools, crews, previous: records[i - 1]?.hash ?? null });
  return right === canonical(record) && sha256(right) === hash ? [] : [`${record.draw}: does not follow from the register, the seed and the draws before it`];
});
for (const fault of faults) console.log(fault);
console.log(`${records.length} draws recomputed, ${faults.length} faults`);
process.exitCode = faults.length ? 1 : 0;
