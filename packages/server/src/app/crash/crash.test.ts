import { expect, test } from 'vitest';
import { crashRounds } from './rounds.fixture.ts';

/** Five rounds with every test run; the battery sets fifty. */
const rounds = Number(process.env.XIUHUA_CRASH_ROUNDS ?? 5);

test(`killed ${rounds} times under load, the server loses nothing it acknowledged and doubles nothing`, {
  timeout: 60_000 + rounds * 20_000,
}, async () => {
  const tally = await crashRounds({ rounds });
  process.stdout.write(
    `${JSON.stringify({
      ...tally,
      lost: tally.lost.length,
      doubled: tally.doubled.length,
      strange: tally.strange.length,
      wrong: tally.wrong.length,
    })}\n`,
  );
  expect(tally).toMatchObject({ lost: [], doubled: [], strange: [], wrong: [], faults: [] });
  expect(tally.acked).toBeGreaterThan(rounds * 10);
});

test('a server that forgets commits it has acknowledged is found out', { timeout: 120_000 }, async () => {
  // Killed late in each round: on a busy machine an early kill comes before there is a commit to forget.
  const preload = new URL('./lost-commit.fixture.mjs', import.meta.url).href;
  const tally = await crashRounds({ rounds: 3, preload, random: () => 1 });
  expect(tally.lost.length + tally.faults.length + tally.wrong.length).toBeGreaterThan(0);
});
