import { expect, test } from 'vitest';
import { sendingRounds } from './sending.fixture.ts';

/** Two kills with every test run; the battery sets thirty. */
const rounds = Number(process.env.XIUHUA_SENDING_KILLS ?? 2);

test(`killed ${rounds} times while sending, every message arrives; what comes twice comes whole and under its key`, {
  timeout: 60_000 + rounds * 20_000,
}, async () => {
  const tally = await sendingRounds({ rounds, robots: 2 + rounds * 2 });
  process.stdout.write(`${JSON.stringify(tally)}\n`);
  expect(tally).toMatchObject({ lost: [], astray: [], altered: [], cut: [], unsent: [] });
  expect(tally.messages).toBeGreaterThan(rounds * 20);
  expect(tally.posts).toBeGreaterThan(rounds * 3);
});
