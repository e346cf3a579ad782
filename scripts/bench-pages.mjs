/* Pages of the benchmarks in Chromium: built as they are shipped, and served from a folder. */
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from './child.mjs';

/** Builds a page of packages/designer/bench into a folder of its own name. */
export const buildPage = async (name, to) => {
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
export const servePages = (folder) =>
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
