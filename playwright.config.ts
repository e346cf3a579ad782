import { defineConfig } from '@playwright/test';
import { browserArgs, browserEnv, browserPath } from './scripts/browser.mjs';

const json = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

/** Browser tests of the three doors, two files at a time, each town with a server and disk of its own, in the Chromium that the lock file names. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  workers: 2,
  retries: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  outputDir: '.xiuhua/browser',
  reporter: json ? [['list'], ['json', { outputFile: json }]] : 'list',
  use: {
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    actionTimeout: 20_000,
    // A dialog that still grows moves its buttons away from a hand as quick as a test's.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { executablePath: await browserPath(), args: browserArgs, env: browserEnv() },
  },
});
