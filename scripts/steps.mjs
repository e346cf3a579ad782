/* Runs the parts of `npm test` and `npm run battery` and ends with how many passed and failed. */
import { say } from './say.mjs';

/**
 * Runs steps in order, those wanted or all, each under its heading, and prints the sum as the last line. A step is
 * [Chinese, English, run]; `run` gives how many passed and failed. `before` is done before each.
 */
export const runSteps = async (steps, wanted, before = async () => undefined) => {
  const sum = { passed: 0, failed: 0 };
  for (const [name, [zh, en, step]] of Object.entries(steps)) {
    if (wanted.length && !wanted.includes(name)) continue;
    await before(name);
    say(`\n▸ ${zh}`, en);
    const { passed, failed } = await step();
    sum.passed += passed;
    sum.failed += failed;
  }
  process.exitCode = sum.failed ? 1 : 0;
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
};
