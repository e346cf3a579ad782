/*
 * `npm run check`: everything that can be said about the code without running it, each part with one line. The parts
 * are also run by `npm test`. The types come first, because the last parts read what they build.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { program, root, runChild } from './child.mjs';
import { run } from './say.mjs';

const node = async (args) => {
  const { code, text } = await runChild(process.execPath, args);
  return { ok: code === 0, text };
};

const tsc = (args) => node([program('typescript', 'bin/tsc'), ...args]);
const script = (name, ...args) => node([join(root, 'scripts', name), ...args]);

/** Each part of the check: its name, and what it finds. The first is done before the others begin. */
export const parts = [
  ['types', () => tsc(['-b'])],
  ['types of the tests', () => tsc(['-p', 'tsconfig.tests.json'])],
  ['types of the doors’ tests', () => tsc(['-p', 'tsconfig.doors.json'])],
  ['lint and format', () => node([program('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings'])],
  ['ladder', () => script('check-imports.mjs')],
  ['glossary', () => script('check-glossary.mjs')],
  ['written docs', () => script('write-docs.mjs', '--check')],
  ['dead code', () => node([program('knip', 'bin/knip.js'), '--no-progress'])],
];

/** Runs every part, two at a time, and prints one line for each; the whole output of those that found something. */
export const check = async () => {
  let failed = 0;
  const look = async ([name, part]) => {
    const since = performance.now();
    const { ok, text } = await part();
    console.log(`${ok ? '✓' : '✗'} ${name}  ${((performance.now() - since) / 1000).toFixed(1)} s`);
    if (!ok) console.log(text.trimEnd());
    failed += ok ? 0 : 1;
  };
  const [types, ...others] = parts;
  await look(types);
  const lane = async () => {
    for (let part = others.shift(); part; part = others.shift()) await look(part);
  };
  await Promise.all([lane(), lane()]);
  return { passed: parts.length - failed, failed };
};

if (import.meta.url === pathToFileURL(process.argv[1]).href)
  await run(async () => {
    if (!existsSync(join(root, 'node_modules', '@biomejs'))) throw new Error('npm ci first');
    const { failed } = await check();
    process.exitCode = failed ? 1 : 0;
  });
