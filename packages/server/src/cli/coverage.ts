import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CapabilityMatrix, type CoveredCell, coverageOf } from '@xiuhua/engine';
import { type CliCommand, exit, textOption, wrongUse } from './command.ts';
import { speak } from './words.ts';

/** Where the examples and the matrix stand when nothing else is said. */
const home = fileURLToPath(new URL('../../../../', import.meta.url));

const parsed = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** An example's plan and the kinds of events of its log; an example without a log has none. */
const exampleIn = (root: string) => (name: string) => {
  const folder = join(root, 'examples', name);
  const log = join(folder, 'log.jsonl');
  if (!existsSync(join(folder, 'plan.json'))) return undefined;
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : [];
  const events = new Set(lines.flatMap((line) => /"fact":\{"type":"(\w+)"/.exec(line)?.[1] ?? []));
  return { plan: parsed(join(folder, 'plan.json')), events };
};

const lineOf = ({ capability, text, example, at, event, fault }: CoveredCell): string =>
  `■ ${text} ${capability}: examples/${example} ${at ?? ''} ${event ?? ''} (${fault ?? ''})`;

/**
 * `xiuhua coverage`: ties every capability of docs/coverage.json to the clause of the example that shows it, and to the
 * event of its log where it is about what happens. Prints what is not tied; `--json` prints `{"cells", "untied"}`.
 */
export const coverage: CliCommand = {
  name: 'coverage',
  about: 'coverageAbout',
  form: '[--root FOLDER]',
  options: { root: { type: 'string' } },
  run: async (request) => {
    const root = textOption(request, 'root') ?? home;
    const file = join(root, 'docs', 'coverage.json');
    if (!existsSync(file)) throw wrongUse(request, 'noFile', { file, why: 'ENOENT' });
    const { cells, untied } = coverageOf(parsed(file) as CapabilityMatrix, exampleIn(root));
    if (request.json) request.print(JSON.stringify({ cells: cells.length, untied }));
    else {
      const said = untied.length
        ? speak(request.language, 'coverageBad', { n: untied.length })
        : speak(request.language, 'coverageFine', { cells: cells.length });
      request.print(said);
      for (const cell of untied) request.print(lineOf(cell));
    }
    return untied.length ? exit.problems : exit.fine;
  },
};
