#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/main.js', import.meta.url);

if (existsSync(built)) {
  const { runLine } = await import(built.href);
  process.exitCode = await runLine(process.argv.slice(2), {
    env: process.env,
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
} else {
  console.error(
    '绣花还没有构建：请先运行 npm start，或 npm ci && npm run build。\nXiuhua is not built yet: run npm start, or npm ci && npm run build.',
  );
  process.exitCode = 2;
}
