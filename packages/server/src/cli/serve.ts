import type { Running } from '../app/serve.ts';
import { readSettings } from '../settings.ts';
import { type CliCommand, exit, type Request, textOption } from './command.ts';
import { speak } from './words.ts';

/** Options that stand for a setting of the environment. */
const settingOf = { port: 'PORT', host: 'HOST', data: 'XIUHUA_DATA' } as const;

const announce = ({ json, language, print }: Request, { address, setupCode }: Running): void => {
  if (json) return print(JSON.stringify({ ok: true, address, setupCode: setupCode ?? null }));
  print(speak(language, 'listening', { url: address }));
  if (setupCode) print(speak(language, 'setupCode', { code: setupCode }));
};

const asked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** `xiuhua serve`: the server, until it is asked to stop. On the first start it prints the one-time set-up code. */
export const serve: CliCommand = {
  name: 'serve',
  about: 'serveAbout',
  form: '[--port 3000] [--host 127.0.0.1] [--data FOLDER]',
  options: { port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' } },
  run: async (request) => {
    const given = Object.entries(settingOf).flatMap(([option, name]) => {
      const value = textOption(request, option);
      return value === undefined ? [] : [[name, value] as const];
    });
    process.umask(0o077);
    const { serve: serveApp } = await import('../app/serve.ts');
    const running = await serveApp(readSettings({ ...request.env, ...Object.fromEntries(given) }));
    announce(request, running);
    await asked();
    request.complain(speak(request.language, 'stopping'));
    await running.close();
    return exit.fine;
  },
};
