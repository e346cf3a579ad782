import { systemClock } from '../adapters/clock.ts';
import { jsonLog } from '../adapters/log.ts';
import type { Demo, WebServer } from '../http/api.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { CannotStart, type Settings } from '../settings.ts';
import { openStore } from '../store/open.ts';
import { housekeeping } from '../work/housekeeping.ts';
import { keepOutbox } from '../work/outbox.ts';
import { sealRobots } from '../work/robots.ts';
import { offerSetup } from '../work/setup.ts';
import { type Work, workOn } from '../work/work.ts';
import { createApp } from './app.ts';

/** A server that is listening. */
export interface Running {
  /** Where it answers, e.g. `http://127.0.0.1:3000`. */
  readonly address: string;
  /** The one-time set-up code while nobody has an account. */
  readonly setupCode: string | undefined;
  readonly app: WebServer;
  readonly work: Work;
  /** Finishes what is under way, at most ten seconds, and closes the store. */
  close(): Promise<void>;
}

/** What may be given besides the settings. `prepare` runs before the server listens, e.g. to play a demo in. */
export interface Serving {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly prepare?: (work: Work) => Promise<Demo | undefined>;
}

const listen = async (app: WebServer, { host, port }: Settings): Promise<string> => {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CannotStart(
        `端口 ${port} 已被占用。请关掉占用它的程序，或用 PORT 换一个端口。`,
        `Port ${port} is in use. Stop what uses it, or set PORT to another one.`,
      );
    if (code === 'EACCES')
      throw new CannotStart(
        `没有权限使用端口 ${port}。请用 PORT 换一个大于 1023 的端口。`,
        `Port ${port} is not allowed. Set PORT to one above 1023.`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CannotStart(`本机没有地址 ${host}。请改 HOST。`, `This machine has no address ${host}. Change HOST.`);
    throw error;
  }
};

const within = async (millis: number, task: Promise<unknown>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, millis);
  });
  await Promise.race([task, end]);
  clearTimeout(timer);
};

/** Opens the store, makes the app and listens. Throws `CannotStart` with one clear sentence when it cannot. */
export const serve = async (settings: Settings, { clock = systemClock, log = jsonLog(), prepare }: Serving = {}): Promise<Running> => {
  const store = await openStore(settings, { log });
  try {
    const work = workOn({ ...settings, store, clock, log });
    await sealRobots(work.tools);
    const demo = await prepare?.(work);
    const app = await createApp({ store, clock, settings, log, work, demo });
    const code = await offerSetup(work.tools, settings.data);
    const address = await listen(app, settings);
    const [endTidying, endOutbox] = [housekeeping(work), keepOutbox(work, settings)];
    const close = async (): Promise<void> => {
      endTidying();
      await within(10_000, Promise.all([app.close(), endOutbox()]));
      await store.close();
    };
    return { address, setupCode: code, app, work, close };
  } catch (error) {
    await store.close();
    throw error;
  }
};
