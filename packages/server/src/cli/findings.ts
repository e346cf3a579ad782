import { dayOf, isDay, type LedgerRow, ledgerOf, noun, replay } from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { logArgument, planArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

const lineOf = (row: LedgerRow, { language }: Request): string => {
  const state = row.stage === '' ? noun(language, row.state) : row.stage;
  const late = row.overdue ? ` ${speak(language, 'late')}` : '';
  const number = row.writtenOff > 0 ? ` ${speak(language, 'writtenOff', { n: row.writtenOff })}` : '';
  return `${String(row.row).padStart(4)}  ${row.opened}  ${state}${late}${number}  ${row.unit}  ${row.site}  ${row.item}  ${speak(language, 'due', { day: row.due })}`;
};

/**
 * `xiuhua findings plan.json log.jsonl --state 核查 --unit 东村 --at 2026-11-30`: the ledger of findings as it stood at
 * the end of a day, the last of the log when left out. A state is one of the general ones or a stage of the plan’s flow.
 */
export const findings: CliCommand = {
  name: 'findings',
  about: 'findingsAbout',
  form: '<plan.json> <log.jsonl> [--state NAME] [--unit NAME] [--at YYYY-MM-DD]',
  options: { state: { type: 'string' }, unit: { type: 'string' }, at: { type: 'string' } },
  run: async (request) => {
    const plan = planArgument(request);
    if (!plan.ok) return printProblems(request, plan.problems);
    const events = logArgument(request, 1);
    const last = events.at(-1);
    if (!last) throw wrongUse(request, 'emptyLog');
    const at = textOption(request, 'at') ?? dayOf(last.at);
    if (!isDay(at)) throw wrongUse(request, 'notADay', { option: 'at', value: at });
    const known = events.filter((event) => dayOf(event.at) <= at);
    const [state, unit] = [textOption(request, 'state'), textOption(request, 'unit')];
    let rows: readonly LedgerRow[];
    try {
      rows = ledgerOf(
        replay(known, (hash) => (hash === plan.value.hash ? plan.value : undefined)),
        at,
      );
    } catch (error) {
      throw wrongUse(request, 'brokenLine', { line: '?', why: (error as Error).message });
    }
    const names = (row: LedgerRow): readonly string[] => [row.state, row.stage, noun(request.language, row.state)];
    const found = rows.filter((row) => (state === undefined || names(row).includes(state)) && (unit === undefined || row.unit === unit));
    if (request.json) request.print(JSON.stringify({ ok: true, at, findings: found }));
    else {
      for (const row of found) request.print(lineOf(row, request));
      request.print(speak(request.language, 'findingsCount', { n: found.length, at }));
    }
    return exit.fine;
  },
};
