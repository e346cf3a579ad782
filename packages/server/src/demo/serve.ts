import { readFileSync } from 'node:fs';
import type { Plan } from '@xiuhua/engine';
import { jsonLog } from '../adapters/log.ts';
import { type Running, serve } from '../app/serve.ts';
import type { DemoAccount } from '../http/api.ts';
import type { Settings } from '../settings.ts';
import { type Making, makeCounty } from './county.ts';

const templateFile = new URL('../../../../examples/xiaoqing/plan.json', import.meta.url);

/** The demo county, listening. */
export interface RunningDemo extends Running {
  readonly accounts: readonly DemoAccount[];
}

/**
 * Makes the demo county in an empty data folder and serves it. `making` hears what is being done. Only errors are
 * logged: whoever looks at a demo reads the screen, not the log.
 */
export const serveDemo = async (settings: Settings, making: (what: Making) => void): Promise<RunningDemo> => {
  const template = JSON.parse(readFileSync(templateFile, 'utf8')) as Plan;
  const log = { info: () => undefined, warn: () => undefined, error: jsonLog().error };
  let accounts: readonly DemoAccount[] = [];
  const running = await serve(settings, {
    log,
    prepare: async (work) => {
      accounts = await makeCounty(work, template, making);
      return { accounts };
    },
  });
  return { ...running, accounts };
};
