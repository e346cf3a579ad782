import { type CliCommand, wrongUse } from './command.ts';
import { storeOf, tell } from './verify.ts';
import { speak, type Word } from './words.ts';

const doings = { database: 'backupDatabase', photos: 'backupPhotos', checking: 'backupChecking' } as const satisfies Record<string, Word>;

/**
 * `xiuhua backup FOLDER`: all data of a data folder (`--data`, XIUHUA_DATA) copied to a free folder and checked there. A
 * running server need not stop.
 */
export const backup: CliCommand = {
  name: 'backup',
  about: 'backupAbout',
  form: 'FOLDER [--data FOLDER]',
  options: { data: { type: 'string' } },
  run: async (request) => {
    const { json, language, print } = request;
    const [folder] = request.args;
    if (!folder) throw wrongUse(request, 'missing', { what: speak(language, 'backupFolder') });
    const settings = storeOf(request);
    if (settings.database) throw wrongUse(request, 'backupPostgres');
    const { backUp, isFree } = await import('../work/backup.ts');
    if (!(await isFree(folder))) throw wrongUse(request, 'backupNotFree', { folder });
    const verdict = await backUp(settings.data, folder, (what) => {
      if (!json) print(speak(language, doings[what]));
    });
    const code = await tell(request, verdict);
    if (!json && verdict.ok) print(speak(language, 'backupUse', { folder }));
    return code;
  },
};
