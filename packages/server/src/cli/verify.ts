import { existsSync } from 'node:fs';
import { silentLog } from '../adapters/log.ts';
import { readSettings } from '../settings.ts';
import { type CliCommand, exit, textOption, wrongUse } from './command.ts';
import { speak } from './words.ts';

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
    const { json, language, print, env } = request;
    const data = textOption(request, 'data');
    const settings = readSettings(data === undefined ? env : { ...env, XIUHUA_DATA: data });
    if (!settings.database && !existsSync(settings.data)) throw wrongUse(request, 'noData', { folder: settings.data });
    const [{ openStore }, { sayFault, verify: verifyStore }] = await Promise.all([import('../store/open.ts'), import('../work/verify.ts')]);
    const store = await openStore(settings, { log: silentLog, access: 'read' });
    try {
      const verdict = await verifyStore(store, settings.data);
      const faults = verdict.faults.map((fault) => ({ ...fault, message: sayFault(fault, language) }));
      if (json) print(JSON.stringify({ ...verdict, faults }));
      else if (verdict.ok)
        print(speak(language, 'verifiedFine', { campaigns: verdict.campaigns, events: verdict.events, photos: verdict.photos }));
      else
        for (const line of [speak(language, 'verifiedBad', { n: faults.length }), ...faults.map((fault) => `■ ${fault.message}`)])
          print(line);
      return verdict.ok ? exit.fine : exit.problems;
    } finally {
      await store.close();
    }
  },
};
