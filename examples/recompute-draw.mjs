// Recomputes the published draws of a schedule with nothing but this file and Node: node recompute-draw.mjs draws.json
// It holds {schedule, commitment, seed, registers, records}; seed is null until the campaign is over. Exit code 1: faults.
// In each turn of a draw its number, modulo the tickets left in the hat, says whose ticket is called.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const canonical = (v) => {
  if (Array.isArray(v)) return `[${v.map(canonical)}]`;
  const keys = v !== null && typeof v === 'object' && Object.keys(v).sort();
  return keys ? `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(v[key])}`)}}` : JSON.stringify(v);
};
const draw = (lines, take, number) => {
  const [hat, drawn] = [[...lines], []];
  for (let turn = 1; drawn.length < take && hat.length; turn++) {
    let ticket = number(turn) % hat.reduce((sum, line) => sum + line.tickets, 0);
    drawn.push(hat.splice(hat.findIndex((line) => (ticket -= line.tickets) < 0), 1)[0].site);
  }
  return drawn;
};
const { commitment, seed, registers, records } = JSON.parse(readFileSync(process.argv[2] ?? 0, 'utf8'));
const own = (r) => sha256([seed, r.schedule, r.period, r.issue].slice(0, r.issue > 1 ? 4 : 3).join('|'));
const faults = records.flatMap(({ hash, ...record }, i) => {
  const register = registers.find((one) => sha256(canonical(one)) === record.register) ?? { pools: [], lines: [], by: [] };
  const number = (pool, from = 0) => (turn) => parseInt(sha256(`${record.seed}|${record.draw}|${pool}|${from + turn}`).slice(0, 13), 16);
  const before = records.slice(0, i).filter((r, n) => r.period !== record.period && records[n + 1].period !== r.period);
  const taken = [];
  const earlier = (chosen, pool) => chosen.flatMap((r) => r.pools.find((p) => p.pool === pool)?.drawn ?? []);
  const pools = register.pools.map(({ pool, take }) => {
    const [lines, recent] = [register.lines.filter((l) => l.pool === pool), earlier(before.slice(before.length - register.apart), pool)];
    const unvisited = lines.filter((l) => !earlier(before.filter((r) => r.cover === record.cover), pool).includes(l.site));
    const mustTake = record.cover === null ? 0 : Math.min(take, Math.max(0, unvisited.length - take * record.drawsLeft));
    const hat = lines.filter(({ site }) => !recent.includes(site) && !taken.includes(site));
    const must = draw(hat.filter((line) => unvisited.includes(line)), mustTake, number(pool));
    const drawn = [...must, ...draw(hat.filter(({ site }) => !must.includes(site)), take - must.length, number(pool, must.length))];
    taken.push(...drawn);
    return { pool, leftOut: lines.map(({ site }) => site).filter((site) => recent.includes(site)), mustTake, drawn };
  });
  const crews = taken.map((site) => {
    const { keepers } = register.lines.find((line) => line.site === site);
    const free = (units, but) => units.filter((u) => u !== but && !keepers.includes(u)).map((unit) => ({ site: unit, tickets: 1 }));
    const by = (register.by.length > 1 ? draw(free(register.by), 1, number(`by·${site}`))[0] : null) ?? register.by[0];
    return { site, by, along: register.along ? draw(free(register.along.from, by), register.along.draw, number(`along·${site}`)) : [] };
  });
  const seeded = !record.commitment || (record.commitment === commitment && (!seed || (sha256(seed) === commitment && own(record) === record.seed)));
  const { period, issue, hash: previous } = records[i - 1] ?? { hash: null };
  const right = canonical({ ...record, pools, crews, issue: period === record.period ? issue + 1 : 1, previous });
  return seeded && right === canonical(record) && sha256(right) === hash ? [] : [`${record.draw}: not what the seed and the register give`];
});
console.log([...faults, `${records.length} draws recomputed, ${faults.length} faults`].join('\n'));
process.exitCode = faults.length && 1;
