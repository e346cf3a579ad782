/*
 * How the start and test scripts speak: Chinese first, English after it, and a sign of life while something takes long.
 * A script that fails for a reason a person can put right throws a Refusal: its two sentences are all that is printed.
 */

/** A reason to stop that a person can put right. */
export class Refusal extends Error {
  constructor(zh, en) {
    super(`${zh}\n${en}`);
  }
}

/** One line in both languages. */
export const say = (zh, en) => console.log(`${zh}  ${en}`);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Says what is being done, shows every ten seconds that it still is, and says at the end how long it took. */
export const during = async (zh, en, work) => {
  const since = performance.now();
  say(`▸ ${zh}`, `${en} …`);
  const sign = setInterval(() => console.log(`  … ${Math.round((performance.now() - since) / 1000)} s`), 10_000);
  try {
    const result = await work();
    console.log(`  ✓ ${seconds(since)}`);
    return result;
  } finally {
    clearInterval(sign);
  }
};

/** Runs a script to its end; a Refusal is printed as a sentence, anything else as the fault of a programmer. */
export const run = async (script) => {
  try {
    await script();
  } catch (error) {
    console.error(error instanceof Refusal ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
};
