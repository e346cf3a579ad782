import { readFileSync } from 'node:fs';
import type { Plan } from '@xiuhua/engine';
import { jsonLog } from '../adapters/log.ts';
import { type Running, serve } from '../app/serve.ts';
import type { DemoAccount } from '../http/api.ts';
import type { Settings } from '../settings.ts';
import { type DemoCounty, type Making, makeCounty } from './county.ts';

const templateFile = new URL('../../../../examples/xiaoqing/plan.json', import.meta.url);

/** The demo county, listening. */
export interface RunningDemo extends Running {
  readonly accounts: readonly DemoAccount[];
  /** Resolves when the three-year action has been lived up to now; the doors are open before. */
  readonly lived: Promise<void>;
}

/**
 * Makes the demo county in an empty data folder and serves it; its three-year action goes on being lived behind open doors. `making` hears what is being done. Only errors are
 * logged: whoever looks at a demo reads the screen, not the log.
 */
export const serveDemo = async (settings: Settings, making: (what: Making) => void): Promise<RunningDemo> => {
  const template = JSON.parse(readFileSync(templateFile, 'utf8')) as Plan;
  const log = { info: () => undefined, warn: () => undefined, error: jsonLog().error };
  let county: DemoCounty = { accounts: [], live: async () => undefined };
  const running = await serve(settings, {
    log,
    prepare: async (work) => {
      county = await makeCounty(work, template, making);
      return { accounts: county.accounts };
    },
  });
  let open = true;
  const living = county.live(() => open).catch((error: unknown) => log.error('the demo county could not be lived to its end', { error }));
  const close = async (): Promise<void> => {
    open = false;
    await living;
    await running.close();
  };
  return { ...running, accounts: county.accounts, lived: living, close };
};
