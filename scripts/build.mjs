/*
 * Builds the server and the three doors, only when a source changed since the last build: a stamp in .xiuhua holds the
 * hash of all sources. That is what makes a second start quick. `node scripts/build.mjs` does only this.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { program, root, runChild } from './child.mjs';
import { during, Refusal, run } from './say.mjs';

const stampFile = join(root, '.xiuhua', 'built');
const skipped = new Set(['node_modules', 'dist', '.tsc']);
const results = ['engine/dist/index.js', 'server/dist/index.js', 'designer/dist/index.html', 'designer/dist/inspect/index.html'];

/** Files that decide what a build gives, sorted; tests do not. */
const sources = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sources(path);
      return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
    });

const currentStamp = () => {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of [...sources(join(root, 'packages')), join(root, 'tsconfig.base.json'), join(root, 'package-lock.json')])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
};

const must = async (what, args, cwd) => {
  const { code, text } = await runChild(process.execPath, args, { cwd });
  if (code !== 0)
    throw new Refusal(`${text.trim().split('\n').slice(-25).join('\n')}\n\n构建没有成功：${what}。`, `The build failed: ${what}.`);
};

const compile = () =>
  must('tsc -b packages/engine packages/server', [program('typescript', 'bin/tsc'), '-b', 'packages/engine', 'packages/server'], root);

const bundle = async () => {
  const vite = program('vite', 'bin/vite.js', 'designer');
  const designer = join(root, 'packages', 'designer');
  await must('vite build', [vite, 'build'], designer);
  await must('vite build -c vite.inspect.config.ts', [vite, 'build', '-c', 'vite.inspect.config.ts'], designer);
  await must('pack.mjs', [join(root, 'scripts', 'pack.mjs'), 'dist'], designer);
};

/** Builds what runs, unless the last build was made from the same sources. */
export const build = async () => {
  const stamp = currentStamp();
  const built = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
  if (built && results.every((file) => existsSync(join(root, 'packages', file)))) return;
  await during('构建', 'Building', () => Promise.all([compile(), bundle()]));
  mkdirSync(join(root, '.xiuhua'), { recursive: true });
  writeFileSync(stampFile, stamp);
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) await run(build);
