import { addDays, type Day, type Duty, dutiesOf, isDay } from '@xiuhua/engine';
import { type CliCommand, exit, type Request, textOption, wrongUse } from './command.ts';
import { planArgument } from './files.ts';
import { printProblems } from './problems.ts';
import { speak } from './words.ts';

/** Days shown when `--to` is left out. */
const usual = 30;

const dayOption = (request: Request, option: 'from' | 'to', fallback: Day): Day => {
  const value = textOption(request, option) ?? fallback;
  if (!isDay(value)) throw wrongUse(request, 'notADay', { option, value });
  return value;
};

const line = (duty: Duty, { language }: Request): string => {
  const days = duty.from === duty.due ? duty.due : `${duty.from} → ${duty.due}`;
  return `${days.padEnd(23)}  ${duty.site}  ${duty.checklist}  ${speak(language, 'by')} ${duty.by}${duty.provisional ? `  ▲ ${speak(language, 'provisional')}` : ''}`;
};

/** `xiuhua duties plan.json --from … --to …`: the inspections due between two days, by due day. */
export const duties: CliCommand = {
  name: 'duties',
  about: 'dutiesAbout',
  form: '<plan.json> [--from YYYY-MM-DD] [--to YYYY-MM-DD]',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  run: async (request) => {
    const plan = planArgument(request);
    if (!plan.ok) return printProblems(request, plan.problems);
    const from = dayOption(request, 'from', plan.value.from);
    const to = dayOption(request, 'to', addDays(from, usual));
    if (to < from) throw wrongUse(request, 'reversed', { from, to });
    const found = dutiesOf(plan.value, from, to);
    if (request.json) request.print(JSON.stringify({ ok: true, from, to, duties: found }));
    else {
      for (const duty of found) request.print(line(duty, request));
      request.print(speak(request.language, 'dutiesCount', { from, to, n: found.length }));
    }
    return exit.fine;
  },
};
