import type { Details, Log } from '../ports/log.ts';

const described = (details: Details): Details =>
  Object.fromEntries(Object.entries(details).map(([key, value]) => [key, value instanceof Error ? (value.stack ?? value.message) : value]));

/** A log of one JSON line per entry, so that nothing a client sends can forge a line. `write` takes the finished line. */
export const jsonLog = (write: (line: string) => void = (line) => void process.stderr.write(line)): Log => {
  const line = (level: string, words: string, details: Details = {}): void =>
    write(`${JSON.stringify({ time: new Date().toISOString(), level, words, ...described(details) })}\n`);
  return {
    info: (words, details) => line('info', words, details),
    warn: (words, details) => line('warn', words, details),
    error: (words, details) => line('error', words, details),
  };
};

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
