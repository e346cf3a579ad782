/*
 * What `npm start` does once Node is new enough: installs and builds what changed, then opens the demo county on a
 * throw-away data folder. With XIUHUA_DATA or DATABASE_URL it is a real server instead, which keeps what it is given.
 * Everything that can stop it is said in one sentence: a busy port is looked for before anything else is done.
 */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { build } from './build.mjs';
import { root } from './child.mjs';
import { install } from './install.mjs';
import { during, Refusal, run, say } from './say.mjs';

const port = process.env.PORT?.trim() || '3000';
const host = process.env.HOST?.trim() || '127.0.0.1';

const refusals = {
  EADDRINUSE: [
    `端口 ${port} 已被别的程序占用，请先关掉它，或换一个端口：PORT=3001 npm start`,
    `Port ${port} is in use by another program. Close it, or choose another: PORT=3001 npm start`,
  ],
  EACCES: [`没有权限使用端口 ${port}，请用 PORT 换一个大于 1023 的端口。`, `Port ${port} is not allowed. Set PORT to one above 1023.`],
};

/** Fails with a sentence when nothing could listen there; a port that is no number is left to the server to refuse. */
const portFree = () =>
  new Promise((free, refuse) => {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return free();
    const probe = createServer();
    probe.once('error', ({ code }) => (refusals[code] ? refuse(new Refusal(...refusals[code])) : free()));
    probe.listen(Number(port), host, () => probe.close(() => free()));
  });

const alive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Removes the folders of demos that run no more and makes a fresh one. */
const freshFolder = () => {
  const home = join(root, '.xiuhua');
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) {
    const pid = /^demo-(\d+)$/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !alive(Number(pid)))) rmSync(join(home, name), { recursive: true, force: true });
  }
  return join(home, `demo-${process.pid}`);
};

const server = (file) => import(`../packages/server/dist/${file}`);

/** Turns the server's own reasons for not starting into a refusal. */
const orRefuse = async (work) => {
  try {
    return await work();
  } catch (error) {
    throw error.name === 'CannotStart' ? new Refusal(error.zh, error.en) : error;
  }
};

const stopWith = (close) => {
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
};

const doing = {
  people: ['人员', 'people'],
  pictures: ['照片', 'photos'],
  history: ['三个月的检查和整改', 'three months of inspections and rectification'],
};
const doors = { design: '方案设计台 design', inspect: '现场检查 inspect', lead: '指挥台 lead' };

const openDemo = async () => {
  const { readSettings } = await server('settings.js');
  const { serveDemo } = await server('demo/serve.js');
  const data = freshFolder();
  const { DATABASE_URL: _, ...env } = process.env;
  const running = await during('准备演示县', 'Making the demo county', () =>
    serveDemo(readSettings({ ...env, XIUHUA_DATA: data }), (what) => console.log(`  · ${doing[what].join(' ')}`)),
  );
  stopWith(async () => {
    await running.close();
    rmSync(data, { recursive: true, force: true });
  });
  say('\n演示账号：', 'Demo accounts:');
  for (const { login, password, name, door } of running.accounts)
    console.log(`  ${login.padEnd(10)} ${password.padEnd(12)} ${doors[door]}  ${name}`);
  say('\n演示数据每次启动重新生成。', 'The demo data is made anew at every start.');
  say('正式使用：', 'For real use: XIUHUA_DATA=<folder> npm start');
  say(`\n绣花已启动：${running.address}`, 'Xiuhua is running; Ctrl+C stops it.');
  await running.lived;
  say('全县三年行动的八个月记录已补齐。', 'The eight months of the county’s three-year action have been lived.');
};

const openReal = async () => {
  const { readSettings } = await server('settings.js');
  const { serve } = await server('app/serve.js');
  process.umask(0o077);
  const running = await serve(readSettings(process.env));
  stopWith(() => running.close());
  if (running.setupCode)
    say(
      `\n首次启动，启用码（一小时内有效，只能用一次）：${running.setupCode}`,
      'First start: open the address and make the first administrator with this code.',
    );
  say(`\n绣花已启动：${running.address}`, 'Xiuhua is running; Ctrl+C stops it.');
};

await run(async () => {
  if (!existsSync(join(root, 'package-lock.json')))
    throw new Refusal('缺少 package-lock.json，请重新取一份完整的代码。', 'package-lock.json is missing; fetch the code again.');
  await portFree();
  await install({ full: false });
  await build();
  await orRefuse(process.env.XIUHUA_DATA || process.env.DATABASE_URL ? openReal : openDemo);
});
