/*
 * Installs what the lock file names, only when it changed: a stamp in node_modules remembers the lock and the Node
 * it was installed for. An install made by hand counts when it agrees with the lock. Start needs no test tools, so it
 * leaves them out; once they are there they stay. A missing compiler is explained in one sentence.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, root } from './child.mjs';
import { during, Refusal } from './say.mjs';

const modules = join(root, 'node_modules');
const stampFile = join(modules, '.xiuhua-installed.json');
const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

const currentStamp = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex');

/** True when what npm says it installed is what the lock file asks for; `full` includes the test tools. */
const agrees = (full) => {
  const here = readJson(join(modules, '.package-lock.json'))?.packages;
  if (!here) return false;
  const wanted = readJson(join(root, 'package-lock.json')).packages;
  return Object.entries(wanted).every(([path, { version, link, dev, optional, devOptional }]) => {
    if (!path.includes('node_modules/') || link || optional || devOptional || (dev && !full)) return true;
    return here[path]?.version === version && existsSync(join(root, path));
  });
};

/** True when the database driver was built for this Node. */
const driverLoads = () =>
  spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:').close()"], { cwd: join(root, 'packages', 'server') })
    .status === 0;

const missingTools = () =>
  ['python3', 'make', 'g++'].filter(
    (tool) => spawnSync(tool, ['--version'], { stdio: 'ignore', shell: process.platform === 'win32' }).status !== 0,
  );

const explain = ({ code, text }) => {
  const log = join(root, '.xiuhua', 'install.log');
  mkdirSync(join(root, '.xiuhua'), { recursive: true });
  writeFileSync(log, text);
  const missing = /gyp ERR|better-sqlite3/.test(text) ? missingTools() : [];
  if (missing.length)
    return new Refusal(
      `安装停下了：数据库驱动要在本机编译，缺少 ${missing.join('、')}；在 Debian/Ubuntu 上先运行 apt-get install python3 make g++，再运行一次。`,
      `The install stopped: the database driver has to be compiled here and lacks ${missing.join(', ')}; on Debian/Ubuntu run apt-get install python3 make g++, then try again.`,
    );
  const last = text.trim().split('\n').slice(-6).join('\n');
  return new Refusal(
    `${last}\n\n安装没有成功（npm ci 退出码 ${code}），多半是网络或代理的问题；全部输出在 ${log}。`,
    `The install failed (npm ci exited with ${code}), most often the network or a proxy; its whole output is in ${log}.`,
  );
};

/** Makes node_modules agree with the lock file. `full` wants the test tools too. */
export const install = async ({ full }) => {
  const stamp = currentStamp();
  const before = readJson(stampFile);
  if (before?.stamp === stamp && (before.full || !full)) return;
  const keep = full || before?.full || existsSync(join(modules, 'vitest'));
  const settle = (isFull) => writeFileSync(stampFile, JSON.stringify({ stamp, full: isFull }));
  for (const isFull of full ? [true] : [true, false]) if (agrees(isFull) && driverLoads()) return settle(isFull);
  await during('安装依赖，第一次约需两分钟', 'Installing; about two minutes the first time', async () => {
    const result = await npm(['ci', ...(keep ? [] : ['--omit=dev']), '--no-audit', '--no-fund']);
    if (result.code !== 0) throw explain(result);
  });
  settle(keep);
};
