/*
 * `npm run battery`: the long runs of what `npm test` runs a slice of. Words choose among them: `npm run battery -- line hours`.
 * Each harness also has a bug planted in it that it must find. The last line is `N passed, N failed`.
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tooOld } from './node.mjs';

const work = async () => {
  const { program, root, runChild } = await import('./child.mjs');
  const { Refusal, run } = await import('./say.mjs');
  const { sourcesOf } = await import('./sources.mjs');
  const results = join(root, '.xiuhua', 'battery');

  const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

  const vitest = async (name, env, ...args) => {
    const file = join(results, `${name}.json`);
    // A long run takes as long as it takes; only one that hangs is stopped.
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`, '--testTimeout=3600000'];
    const { code } = await runChild(process.execPath, [program('vitest', 'vitest.mjs'), 'run', ...reporters, ...args], {
      show: true,
      env: { ...process.env, ...env },
    });
    const found = read(file);
    const failed = found?.numFailedTests ?? 0;
    return { passed: found?.numPassedTests ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
  };

  const browser = async (name, env, ...specs) => {
    const file = join(results, `${name}.json`);
    const { code } = await runChild(process.execPath, [program('@playwright/test', 'cli.js'), 'test', ...specs, '--retries=0'], {
      show: true,
      env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    });
    const stats = read(file)?.stats;
    const failed = stats?.unexpected ?? 0;
    return { passed: stats?.expected ?? 0, failed: code !== 0 && failed === 0 ? 1 : failed };
  };

  /** The engine's tests that know a longer run of themselves. */
  const longEngineTests = () =>
    sourcesOf('packages/engine/src')
      .filter(({ path, text }) => path.endsWith('.test.ts') && text.includes('XIUHUA_BATTERY'))
      .map(({ path }) => path);

  const steps = {
    engine: [
      '引擎：定律、乱数与两套算法对照',
      'Engine: laws, fuzz and the second evaluator',
      () => vitest('engine', { XIUHUA_BATTERY: '1' }, '--project', 'engine', ...longEngineTests()),
    ],
    crash: [
      '服务器：负载中强行终止 50 次，发消息途中 30 次',
      'Server: killed 50 times under load, 30 times while sending messages',
      () =>
        vitest('crash', { XIUHUA_CRASH_ROUNDS: '50', XIUHUA_SENDING_KILLS: '30' }, '--project', 'server', 'packages/server/src/app/crash'),
    ],
    line: [
      '线路：剪断、延迟、重复、调换，一万次发送',
      'Line: cuts, delays, doubles, swaps; ten thousand sends',
      () => vitest('line', { XIUHUA_SENDS: '10000' }, '--project', 'together', 'e2e/together/line.test.ts'),
    ],
    hours: [
      '离线 72 小时，其间印发 20 版方案',
      '72 hours offline with 20 new plans',
      () => vitest('hours', { XIUHUA_HOURS: '72', XIUHUA_PLANS: '20' }, '--project', 'together', 'e2e/together/hours.test.ts'),
    ],
    pairs: [
      '两部手机同做 500 项任务',
      'Two phones doing the same 500 duties',
      () => vitest('pairs', { XIUHUA_PAIRS: '500' }, '--project', 'together', 'e2e/together/pairs.test.ts'),
    ],
    load: [
      '500 项任务、2,000 张照片，线路每隔几秒就断',
      '500 duties with 2,000 photos over a line that breaks every few seconds',
      () => vitest('load', { XIUHUA_DUTIES: '500' }, '--project', 'together', 'e2e/together/load.test.ts'),
    ],
    kills: [
      '浏览器：填写和写盘中强行终止 100 次',
      'Browser: killed 100 times while typing and writing',
      () => browser('kills', { XIUHUA_KILLS: '100' }, 'e2e/inspect-kill.spec.ts'),
    ],
    clerk: [
      '设计台：整份方案逐项手工录入',
      'Design desk: a whole plan written by hand, every field',
      () => browser('clerk', { XIUHUA_WHOLE_PLAN: '1' }, 'e2e/design-from-nothing.spec.ts'),
    ],
    axe: [
      '无障碍：每一屏、每一行、两种语言',
      'Accessibility: every screen and row, in both languages',
      () => browser('axe', { XIUHUA_EVERY_SCREEN: '1' }, 'e2e/screens.spec.ts', 'e2e/design-screens.spec.ts'),
    ],
    room: [
      '手机存储：20 种余量',
      'Storage of the phone: 20 sizes',
      () => browser('room', { XIUHUA_ROOMS: '20' }, 'e2e/inspect-room.spec.ts'),
    ],
  };

  await run(async () => {
    const wanted = process.argv.slice(2);
    const strange = wanted.filter((word) => !(word in steps));
    const names = Object.keys(steps).join(' ');
    if (strange.length)
      throw new Refusal(
        `没有这一组：${strange.join(' ')}。可选：${names}。`,
        `No such battery: ${strange.join(' ')}. There are: ${names}.`,
      );
    const { install } = await import('./install.mjs');
    const { build } = await import('./build.mjs');
    await install({ full: true });
    await build();
    rmSync(results, { recursive: true, force: true });
    mkdirSync(results, { recursive: true });
    const { runSteps } = await import('./steps.mjs');
    await runSteps(steps, wanted);
  });
};

if (tooOld()) process.exitCode = 1;
else work();
