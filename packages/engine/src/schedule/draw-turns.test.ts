import { expect, test } from 'vitest';
import { officialCalendar } from '../calendar/years.ts';
import { drawTurns } from './draw-turns.ts';
import { drawRecords, drawRegister } from './record.ts';
import { compiledOf, manySites, scopeOf, sitesOf } from './schedule.fixture.ts';
import { seedingOf } from './seeding.ts';

const grids = sitesOf(...manySites('网格', 33));
const { compiled } = compiledOf(
  {
    checklist: '网格检查表',
    every: 'month on day 15',
    sites: 'draw 12, not again for 1 draw, each once a quarter',
    weights: [{ site: '网格7', chances: 5 }],
  },
  scopeOf(grids),
);
const seeding = seedingOf('种子');
const register = drawRegister(compiled, seeding);
const records = drawRecords(compiled, officialCalendar(), { seeding, until: '2026-12-31' });

test('every turn calls the site whose ticket it is, counted off by hand', () => {
  expect(records.length).toBe(12);
  expect(records.some(({ pools }) => pools.some(({ mustTake }) => mustTake > 0))).toBe(true);
  records.forEach((record, i) => {
    const turns = drawTurns(register, records, i);
    expect(turns.map(({ site }) => site)).toEqual(record.pools.flatMap(({ drawn }) => drawn));
    const earlier = new Set(
      records
        .slice(0, i)
        .filter(({ cover }) => cover === record.cover)
        .flatMap(({ pools }) => pools.flatMap(({ drawn }) => drawn)),
    );
    const rests = new Set(record.pools.flatMap(({ leftOut }) => leftOut));
    turns.forEach(({ site, called, tickets, must }, n) => {
      const gone = new Set(turns.slice(0, n).map((turn) => turn.site));
      const hat = register.lines.filter((line) => !rests.has(line.site) && !gone.has(line.site) && !(must && earlier.has(line.site)));
      const slips = hat.flatMap((line) => Array.from({ length: line.tickets }, () => line.site));
      expect([slips.length, slips[called]]).toEqual([tickets, site]);
    });
  });
});
