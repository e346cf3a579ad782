/* Runs the parts of `npm test` and `npm run battery` and ends with how long each took, and how many passed and failed. */
import { say } from './say.mjs';

const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs steps in order, those wanted or all, each under its heading, and prints the sum as the last line. A step is
 * [Chinese, English, run]; `run` gives how many passed and failed. `before` is done before each; `close` before the last lines.
 */
export const runSteps = async (steps, wanted, { before = async () => undefined, close = () => undefined } = {}) => {
  const sum = { passed: 0, failed: 0 };
  const took = [];
  for (const [name, [zh, en, step]] of Object.entries(steps)) {
    if (wanted.length && !wanted.includes(name)) continue;
    await before(name);
    const since = performance.now();
    say(`\n▸ ${zh}`, en);
    const { passed, failed } = await step();
    sum.passed += passed;
    sum.failed += failed;
    took.push([zh, en, `${secondsSince(since)}, ${passed} passed, ${failed} failed`]);
  }
  close();
  console.log();
  for (const [zh, en, line] of took) say(`${zh}：${line}`, en);
  process.exitCode = sum.failed ? 1 : 0;
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
};
