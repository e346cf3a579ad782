/*
 * `npm test`: from a fresh clone to one last line, `N passed, N failed`. Installs what is missing, then the checks, the
 * unit, law, API and store tests, the build, and the three doors walked in a real browser. Each step shows itself as it
 * goes. `npm test -- check`, `-- unit` and `-- browser` run one part only. Before the last line stand the browser tests that
 * passed only when tried again and the tests that failed, each with its first error, the slowest files, and the time of each step.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tooOld } from './node.mjs';

const work = async () => {
  const { program, root, runChild } = await import('./child.mjs');
  const { say, run } = await import('./say.mjs');
  const { failedOfBrowser, failedOfUnit, filesOfBrowser, filesOfUnit, retriedOf, slowest } = await import('./told.mjs');
  const results = join(root, '.xiuhua', 'test');

  const report = (name) => {
    const file = join(results, `${name}.json`);
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  };

  /** A file that could not even be loaded has failed once, though none of its tests ran. */
  const broken = (suite) => suite.status === 'failed' && suite.assertionResults.every((test) => test.status !== 'failed');

  const unit = async () => {
    const { code } = await runChild(
      process.execPath,
      [
        program('vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${join(results, 'vitest.json')}`,
      ],
      { show: true },
    );
    const found = report('vitest');
    const failed = found ? found.numFailedTests + found.testResults.filter(broken).length : 0;
    return { passed: found?.numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
  };

  const browser = async () => {
    const { code } = await runChild(process.execPath, [program('@playwright/test', 'cli.js'), 'test'], {
      show: true,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(results, 'playwright.json') },
    });
    const stats = report('playwright')?.stats;
    const failed = stats?.unexpected ?? 0;
    return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: code !== 0 && failed === 0 ? 1 : failed };
  };

  /** What a reader of the whole run should know besides whether it passed. */
  const tell = () => {
    const [unitTold, browserTold] = [report('vitest'), report('playwright')];
    const list = (tests, zh, en) => {
      if (tests.length) say(`\n${tests.length} ${zh}：`, `${tests.length} ${en}:`);
      for (const { name, error } of tests) console.log(`  ${name}\n    ${error}`);
    };
    list(browserTold ? retriedOf(browserTold) : [], '个浏览器测试重试后才通过', 'browser tests passed only when tried again');
    list(
      [...(unitTold ? failedOfUnit(unitTold, root) : []), ...(browserTold ? failedOfBrowser(browserTold) : [])],
      '个测试没有通过',
      'tests failed',
    );
    const files = slowest([...(unitTold ? filesOfUnit(unitTold, root) : []), ...(browserTold ? filesOfBrowser(browserTold) : [])], 10);
    if (files.length) say('\n最慢的文件：', 'The slowest files:');
    for (const { file, seconds } of files) console.log(`  ${seconds.toFixed(1).padStart(6)} s  ${file}`);
  };

  const steps = {
    check: ['检查代码', 'Checking the code', async () => (await import('./check.mjs')).check()],
    unit: ['单元、定律、接口与存储测试', 'Unit, law, API and store tests', unit],
    browser: ['在浏览器里走一遍三个门', 'Walking the three doors in a browser', browser],
  };

  await run(async () => {
    const wanted = process.argv.slice(2);
    const { install } = await import('./install.mjs');
    const { build } = await import('./build.mjs');
    await install({ full: true });
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    const { runSteps } = await import('./steps.mjs');
    const prepare = async (name) => {
      if (name !== 'check') await build();
    };
    await runSteps(steps, wanted, { before: prepare, close: tell });
  });
};

if (tooOld()) process.exitCode = 1;
else work();
