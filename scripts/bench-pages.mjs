/* Benchmarks in Chromium: pages built as they are shipped and served from a folder, and how what was measured is told. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { browserArgs, browserEnv, browserPath } from './browser.mjs';
import { root } from './child.mjs';

/** Builds a page of packages/designer/bench into a folder of its own name. */
const buildPage = async (name, to) => {
  const { build } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  await build({
    root: join(root, 'packages/designer/bench'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    resolve: { conditions: ['@xiuhua/source', 'module', 'browser', 'development|production'] },
    build: {
      target: 'es2022',
      outDir: join(to, name),
      emptyOutDir: true,
      rolldownOptions: { input: join(root, `packages/designer/bench/${name}.tsx`), output: { entryFileNames: 'page.js' } },
    },
  });
  await writeFile(
    join(to, name, 'index.html'),
    '<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="./page.js"></script>',
  );
};

/** Serves the pages of a folder on this machine; ready when it listens. */
const servePages = (folder) =>
  new Promise((ready) => {
    const server = createServer(async (asked, answer) => {
      const path = new URL(asked.url ?? '/', 'http://x').pathname;
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      const type = { '.html': 'text/html', '.js': 'text/javascript' }[extname(file)] ?? 'application/octet-stream';
      try {
        answer.writeHead(200, { 'content-type': type }).end(await readFile(file));
      } catch {
        answer.writeHead(404).end();
      }
    });
    server.listen(0, '127.0.0.1', () => ready(server));
  });

/** A measured value with a bar it must not go over, as all benchmarks tell it. `bar` may be written otherwise, such as `1/2`. */
export const barLine = (name, value, most, { digits = 1, bar = most } = {}) => ({
  kind: 'bar',
  name,
  ratio: Number(value.toFixed(digits)),
  sense: '≤',
  bar,
  ok: value <= most,
});

/** Something measured beside the bars. */
export const factLine = (name, value, unit = '') => ({ kind: 'fact', name, value, unit });

/** Opens one Chromium for pages built into a new folder, and takes all of it away again. */
export const withPages = async (names, measure) => {
  const folder = await mkdtemp(join(tmpdir(), 'xiuhua-pages-'));
  for (const name of names) await buildPage(name, folder);
  const server = await servePages(folder);
  const browser = await chromium.launch({ executablePath: await browserPath(), args: browserArgs, env: browserEnv() });
  try {
    return await measure({ browser, folder, at: `http://127.0.0.1:${server.address().port}` });
  } finally {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** What was measured as two tables: what is held to a bar, and the rest. */
export const tablesOf = (lines) => {
  const bars = lines
    .filter(({ kind }) => kind === 'bar')
    .map((l) => `| ${l.name} | ${l.ratio} | ${l.sense} ${l.bar} | ${l.ok ? 'yes' : '**no**'} |`);
  const facts = lines.filter(({ kind }) => kind === 'fact').map(({ name, value, unit }) => `| ${name} | ${`${value} ${unit}`.trim()} |`);
  return `| | measured | bar | reached |
|---|---:|---:|---|
${bars.join('\n')}

| | |
|---|---:|
${facts.join('\n')}
`;
};

/** Writes the page of docs that says what was measured. */
export const writeBenchPage = (name, { title, lead, lines }) => {
  const page = `# ${title}

Written by \`npm run bench -- ${name}\` on ${new Date().toISOString().slice(0, 10)}. ${lead}

${tablesOf(lines)}`;
  return writeFile(join(root, `docs/benchmarks-${name}.md`), page);
};
