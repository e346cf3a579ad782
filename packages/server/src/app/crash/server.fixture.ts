import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The built server. */
const entry = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** A server in a process of its own. */
export interface Server {
  readonly address: string;
  /** Milliseconds from the start of the process to the first answer. */
  readonly up: number;
  /** Kills it at once, as a power switch would: no handler runs. */
  kill(): Promise<void>;
  /** Asks it to stop and waits until it has; the exit code. */
  stop(): Promise<number | null>;
}

const addressOf = async (child: ChildProcess): Promise<string> => {
  let said = '';
  for await (const piece of child.stdout as AsyncIterable<Buffer>) {
    said += piece.toString();
    const address = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
    if (address) return address;
  }
  throw new Error(`the server ended before it listened: ${said}`);
};

/** How a server is started: a module loaded before it, a program instead of it, settings besides the usual. */
export interface Starting {
  readonly preload?: string | undefined;
  readonly program?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Ends a server when the test that started it is gone. */
const leash = new URL('./leash.fixture.mjs', import.meta.url).href;

/** With what a server is started on a data folder. Its stdin stays open as long as whoever started it lives. */
export const wayToStart = (data: string, { preload, program = entry, env: more }: Starting = {}) => {
  const usual = { PORT: '0', HOST: '127.0.0.1', XIUHUA_DATA: data, XIUHUA_PER_MINUTE: '100000000', NODE_OPTIONS: '' };
  const env = { ...process.env, ...usual, ...more };
  const preloads = [leash, ...(preload ? [preload] : [])].flatMap((one) => ['--import', one]);
  return { args: [...preloads, program], options: { env, stdio: 'pipe' } } as const;
};

/** Starts the server on a data folder and waits until it answers. */
export const startServer = async (data: string, starting: Starting = {}): Promise<Server> => {
  const started = performance.now();
  const { args, options } = wayToStart(data, starting);
  const child = spawn(process.execPath, args, options);
  let complaints = '';
  child.stderr?.on('data', (piece: Buffer) => {
    complaints = (complaints + piece.toString()).slice(-4000);
  });
  const ended = once(child, 'exit');
  const address = await addressOf(child).catch((error: Error) => {
    throw new Error(`${error.message}\n${complaints}`);
  });
  child.stdout?.resume();
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    await ended;
    return child.exitCode;
  };
  return {
    address,
    up: performance.now() - started,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  };
};
