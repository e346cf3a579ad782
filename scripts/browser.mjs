/*
 * Starts the Chromium that the npm lock file names, with a Chinese font, on a machine that has neither.
 * The browser is unpacked once into node_modules/.cache; CHROMIUM_PATH names another one to use instead.
 * Used by the browser tests, by scripts/shot.mjs and by anyone who wants to look at a screen.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chineseFontconfig, takePlace } from './font.mjs';

const root = resolve(import.meta.dirname, '..');
const cache = join(root, 'node_modules', '.cache', 'xiuhua');
const home = join(cache, 'chromium-147');

/** Switches for a browser that only ever sees our own pages. No web security is turned off. */
export const browserArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Unpacks the packaged browser and the shared libraries that a bare machine lacks. */
const unpack = async () => {
  const making = `${home}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  const kept = {
    TMPDIR: process.env.TMPDIR,
    AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
  };
  Object.assign(process.env, { TMPDIR: making, AWS_EXECUTION_ENV: 'nodejs20.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
  takePlace(making, home);
};

/** Path of the Chromium to use: CHROMIUM_PATH, else the packaged one. */
export const browserPath = async () => {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (!existsSync(home)) await unpack();
  return join(home, 'chromium');
};

const hasLibraries = () => {
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8', env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` } });
  return known.status !== 0 || known.stdout.includes('libnss3.so');
};

/** Environment for the browser: the Chinese font, and the packaged libraries where the machine has none. */
export const browserEnv = () => ({
  ...process.env,
  FONTCONFIG_FILE: chineseFontconfig(root, cache),
  ...(hasLibraries() ? {} : { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }),
});

/** A running Chromium under Playwright; close it when done. */
export const launchBrowser = async (options = {}) => {
  const { chromium } = await import('@playwright/test');
  const executablePath = await browserPath();
  return chromium.launch({ executablePath, args: browserArgs, env: browserEnv(), ...options });
};
