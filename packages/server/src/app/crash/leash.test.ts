import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wayToStart } from './server.fixture.ts';

test('a server whose test is killed ends by itself', { timeout: 60_000 }, async () => {
  const data = await mkdtemp(join(tmpdir(), 'xiuhua-leash-'));
  const { args, options } = wayToStart(data);
  const said = `child.stdout.once('data', (address) => console.log(JSON.stringify({ pid: child.pid, address: String(address) })))`;
  const script = `const child = require('node:child_process').spawn(process.execPath, ${JSON.stringify(args)}, ${JSON.stringify(options)}); ${said}`;
  const starter = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(starter, 'exit');
  const [line] = (await once(starter.stdout, 'data')) as [Buffer];
  const { pid, address } = JSON.parse(line.toString()) as { pid: number; address: string };
  const health = `${/http:\/\/[\d.]+:\d+/.exec(address)?.[0]}/api/health`;
  const answers = () =>
    fetch(health).then(
      () => true,
      () => false,
    );
  try {
    expect(await answers()).toBe(true);
    starter.kill('SIGKILL');
    await gone;
    await expect.poll(answers, { timeout: 10_000 }).toBe(false);
  } catch (error) {
    process.kill(pid, 'SIGKILL');
    throw error;
  }
  await rm(data, { recursive: true, force: true });
});
