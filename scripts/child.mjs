/*
 * Starts other programs and collects what they print, so that a long step shows one line while it goes well and its
 * whole output when it does not. No shell is involved except for npm on Windows, which is a .cmd file there.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '..');

/** Runs a program and gives its exit code and everything it printed. `show` passes the output through as it comes. */
export const runChild = (command, args, { cwd = root, env = process.env, show = false, shell = false } = {}) =>
  new Promise((done, fail) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding('utf8').on('data', (part) => {
        text += part;
        if (show) to.write(part);
      });
    }
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, text }));
  });

/** Runs npm, the one that started us when there is one. */
export const npm = (args) => {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return runChild(process.execPath, [script, ...args]);
  return runChild('npm', args, { shell: process.platform === 'win32' });
};

/** Path of a package's program, as `packages/<from>` would find it. Some packages do not let their package.json be found. */
export const program = (name, file, from = 'engine') => {
  const nearby = join(root, 'packages', from, 'node_modules', name, file);
  return existsSync(nearby) ? nearby : join(root, 'node_modules', name, file);
};
