/*
 * Runs the benchmarks of engine and server and writes docs/benchmarks.md. Each `*.bench.ts` is bundled as it stands and run in a process
 * of its own, one after the other. With `--json` it prints one object a line, {"name","ratio","bar","ok"}, and nothing
 * else; with words after it, only the files whose name has one of them are run, and nothing is written; a number among the words is how
 * many sites the county of the server has: 500 make 90,000 records, 5,000 make 900,000 and take half an hour. `fields` is the form
 * in Chromium, which writes docs/benchmarks-fields.md, `designer` typing a plan there, which writes docs/benchmarks-designer.md. Exit
 * code 1 when a bar is missed.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { arch, cpus, loadavg, platform, totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { benchFields, fieldsWord } from './bench-fields.mjs';
import { tablesOf } from './bench-pages.mjs';
import { benchPlan, planWord } from './bench-plan.mjs';

const root = new URL('..', import.meta.url).pathname;
const folders = ['packages/engine/bench', 'packages/server/bench'];
const run = promisify(execFile);

const bundle = async (file, to) => {
  const made = await rolldown({
    input: join(root, file),
    platform: 'node',
    external: /^(?![./]|@xiuhua)/,
    resolve: { conditionNames: ['@xiuhua/source', 'node', 'import'] },
    logLevel: 'silent',
  });
  const path = join(to, basename(file).replace(/\.ts$/, '.mjs'));
  await made.write({ file: path, format: 'esm' });
  await made.close();
  return path;
};

/** Bundles lie beside the packages they compare with. */
const placeFor = async (file) => {
  const modules = join(root, dirname(dirname(file)), 'node_modules');
  await mkdir(modules, { recursive: true });
  return mkdtemp(join(modules, '.bench-'));
};

const measure = async (file, words) => {
  const to = await placeFor(file);
  try {
    return await measureIn(to, file, words);
  } finally {
    await rm(to, { recursive: true, force: true });
  }
};

const measureIn = async (to, file, words) => {
  const path = await bundle(file, to);
  const flags = file.includes('no-eval') ? ['--disallow-code-generation-from-strings'] : ['--expose-gc', '--max-old-space-size=8192'];
  const { stdout } = await run(process.execPath, [...flags, path, ...words], { cwd: root, maxBuffer: 16 * 2 ** 20 });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{"kind"'))
    .map((line) => JSON.parse(line));
};

const chosen = async (words) => {
  const all = await Promise.all(
    folders.map(async (folder) => (await readdir(join(root, folder))).sort().map((name) => `${folder}/${name}`)),
  );
  const files = all.flat().filter((name) => name.endsWith('.bench.ts'));
  return words.length ? files.filter((file) => words.some((word) => basename(file).includes(word))) : files;
};

const versions = async () => {
  const of = async (name) => JSON.parse(await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  const names = ['json-logic-js', 'json-logic-engine', 'decimal.js', 'ajv', 'rrule', 'chinese-days'];
  return [`Node ${process.versions.node}`, ...(await Promise.all(names.map(async (name) => `${name} ${await of(name)}`)))].join(', ');
};

const page = async (lines) => {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${arch()}, load average ${(loadavg()[2] ?? 0).toFixed(1)} over the last quarter of an hour`;
  return `# Benchmarks

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}. Machine: ${machine}. ${await versions()}.

Things are compared by ratio: they run in turns within one process, and the median of the ratios of the rounds counts, so
that other work on the machine weighs on all alike. Times are of this machine and this day. The workload is generated: 60 items,
16 conditions, 104 rules, 6 weighted categories, a veto, grades, 6 phased indicators (\`packages/engine/bench/workload.ts\`);
the hand-written function is the same checklist as straight-line TypeScript in doubles (\`hand.ts\`). Ours is exact.
Checking a plan and laying out its duties are measured in milliseconds of processor, so that other work does not count; the
plan to check has 2,000 items and 300 units, the one to lay out three years and 10,000 sites. Compiling is measured after 200 campaigns have been compiled; the mean of those first ones is given beside it.

${tablesOf(lines)}`;
};

/** The file of the benchmark that has a page of its own. */
const county = 'packages/server/bench/county.bench.ts';

/** The page of docs on the county. */
const countyPage = (lines) => {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`;
  return `# Benchmarks of a county under load

Written by \`npm run bench -- county\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, load average ${loadavg()[2]?.toFixed(1)} over the last
quarter of an hour. \`npm run bench -- county 5000\` takes 5,000 sites and so 900,000 records; 500 sites when no number is said.

A county of 20 towns over three years, made through the ordinary commands (\`packages/server/bench\`): visits, notices, replies,
verdicts, published months. Server and clients stand in two threads of one process and speak over real connections; what is compared
is measured in turns, and the median of the ratios counts. A submission is answered when it is checked, scored and on the disk.

${tablesOf(lines)}`;
};

const print = ({ kind, name, ratio, bar, sense, ok, value, unit }, isJson) => {
  if (isJson && kind === 'bar') console.log(JSON.stringify({ name, ratio, bar, ok }));
  else if (!isJson)
    console.log(kind === 'bar' ? `  ${ok ? '✓' : '✗'} ${name}: ${ratio} (${sense} ${bar})` : `    ${name}: ${value} ${unit}`);
};

const main = async () => {
  const words = process.argv.slice(2);
  const isJson = words.includes('--json');
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const files = await chosen(words.filter((word) => !word.startsWith('--') && !numbers.includes(word)));
  const lines = [];
  for (const file of files) {
    if (!isJson) console.log(`\n${file}`);
    const found = await measure(file, numbers);
    for (const line of found) print(line, isJson);
    lines.push(...found.map((line) => ({ ...line, file })));
    if (file === county) await writeFile(join(root, 'docs/benchmarks-county.md'), countyPage(found));
  }
  const all = words.every((word) => word.startsWith('--'));
  if (all) await writeFile(join(root, 'docs/benchmarks.md'), await page(lines.filter(({ file }) => file !== county)));
  const tell = (line) => print(line, isJson);
  const forms = all || words.includes(fieldsWord) ? await benchFields(tell) : [];
  const plans = all || words.includes(planWord) ? await benchPlan(tell) : [];
  if ([...lines, ...forms, ...plans].some(({ ok }) => ok === false)) process.exitCode = 1;
};

await main();
