import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base } from '@playwright/test';
import { readSettings, serve, silentLog } from '@xiuhua/server';
import { jsonLog } from '../packages/server/src/adapters/log.ts';
import { serveDemo } from '../packages/server/src/demo/serve.ts';
import type { DemoAccount } from '../packages/server/src/http/api.ts';

/** The demo county, lived up to now, on a server and disk of this worker's own. */
export interface Demo {
  readonly address: string;
  readonly accounts: readonly DemoAccount[];
}

const settingsFor = (data: string) => readSettings({ XIUHUA_DATA: data, PORT: '0', XIUHUA_PER_MINUTE: '100000' });

/** Makes the county and lives it to its end: its data, and who may sign in. The folder bears its name only once all of it is there. */
const make = async (making: string, folder: string): Promise<void> => {
  if (existsSync(folder)) return;
  const demo = await serveDemo(settingsFor(join(making, 'data')), () => undefined);
  await demo.lived;
  await demo.close();
  await writeFile(join(making, 'accounts.json'), JSON.stringify(demo.accounts));
  await rename(making, folder);
};

/** Whether the folder is this worker's to fill: the first that asks gets it. */
const claims = (folder: string): Promise<boolean> =>
  mkdir(folder).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );

/** Makes the county in the folder unless it is there; while another worker makes it, waits for it. */
const makeOnce = async (folder: string): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  const making = `${folder}-making`;
  while (!existsSync(folder)) {
    if (!(await claims(making))) await setTimeout(200);
    else await make(making, folder).finally(() => rm(making, { recursive: true, force: true }));
  }
};

/** A browser test in the demo county. It is made once in a run, by the first worker that wants it, and copied for every worker. */
export const test = base.extend<object, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are wanted
    async ({}, use, { project }) => {
      // The runner clears this folder when it starts; both workers are its children.
      const made = join(project.outputDir, `demo-${process.ppid}`);
      await makeOnce(made);
      const folder = await mkdtemp(join(tmpdir(), 'xiuhua-demo-'));
      await cp(join(made, 'data'), folder, { recursive: true });
      const accounts = JSON.parse(await readFile(join(made, 'accounts.json'), 'utf8')) as readonly DemoAccount[];
      const log = { ...silentLog, error: jsonLog().error };
      const running = await serve(settingsFor(folder), { log, prepare: async () => ({ accounts }) });
      await use({ address: running.address, accounts });
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
