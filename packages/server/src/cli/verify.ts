import { existsSync } from 'node:fs';
import { silentLog } from '../adapters/log.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { Verdict } from '../work/verify.ts';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { speak } from './words.ts';

/** The settings of the store a command is about: `--data`, or what the environment says. Wrong use when there is none. */
export const storeOf = (request: Request): Settings => {
  const data = textOption(request, 'data');
  const settings = readSettings(data === undefined ? request.env : { ...request.env, XIUHUA_DATA: data });
  if (!settings.database && !existsSync(settings.data)) throw wrongUse(request, 'noData', { folder: settings.data });
  return settings;
};

/** Says what checking a store came to; the exit code. */
export const tell = async ({ json, language, print }: Request, verdict: Verdict): Promise<number> => {
  const { sayFault } = await import('../work/verify.ts');
  const faults = verdict.faults.map((fault) => ({ ...fault, message: sayFault(fault, language) }));
  if (json) print(JSON.stringify({ ...verdict, faults }));
  else if (verdict.ok)
    print(speak(language, 'verifiedFine', { campaigns: verdict.campaigns, events: verdict.events, photos: verdict.photos }));
  else
    for (const line of [speak(language, 'verifiedBad', { n: faults.length }), ...faults.map(({ message }) => `■ ${message}`)]) print(line);
  return verdict.ok ? exit.fine : exit.problems;
};

/**
 * `xiuhua verify`: whether a data folder (`--data`, XIUHUA_DATA) or the database of DATABASE_URL agrees with its logs.
 * Only reads; a running server need not stop.
 */
export const verify: CliCommand = {
  name: 'verify',
  about: 'verifyAbout',
  form: '[--data FOLDER]',
  options: { data: { type: 'string' } },
  run: async (request) => {
    const settings = storeOf(request);
    const [{ openStore }, { refuseOlder }, { verify: verifyStore }] = await Promise.all([
      import('../store/open.ts'),
      import('../store/migrations.ts'),
      import('../work/verify.ts'),
    ]);
    const store = await openStore(settings, { log: silentLog, access: 'read' });
    try {
      await refuseOlder(store.reading);
      const verdict = await verifyStore(store, settings.data);
      return tell(request, verdict);
    } finally {
      await store.close();
    }
  },
};
