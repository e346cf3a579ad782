import { parseArgs } from 'node:util';
import { nearest } from '@xiuhua/engine';
import { CannotStart, terminalLanguage } from '../settings.ts';
import { backup } from './backup.ts';
import { calendarImport } from './calendar.ts';
import { check } from './check.ts';
import { type CliCommand, exit, type Request, WrongUse } from './command.ts';
import { coverage } from './coverage.ts';
import { diff } from './diff.ts';
import { draw } from './draw.ts';
import { duties } from './duties.ts';
import { findings } from './findings.ts';
import { conform, derive, rebase } from './inherit.ts';
import { matrix } from './matrix.ts';
import { registerImport } from './register.ts';
import { rehearsal } from './rehearse.ts';
import { consequences, explain, replayLog, standings } from './results.ts';
import { score } from './score.ts';
import { sheetImport } from './score-sheet.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';
import { type Language, speak } from './words.ts';

const commands: readonly CliCommand[] = [
  check,
  duties,
  draw,
  matrix,
  diff,
  conform,
  derive,
  rebase,
  rehearsal,
  score,
  standings,
  consequences,
  replayLog,
  explain,
  coverage,
  findings,
  serve,
  verify,
  backup,
  registerImport,
  sheetImport,
  calendarImport,
];

const everywhere = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Where a command line comes from and where its answer goes. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const helpOf = (language: Language, command: CliCommand): string =>
  [
    `${speak(language, command.about)}\n`,
    `${speak(language, 'usage')}: xiuhua ${command.name} ${command.form}`.trimEnd(),
    `\n${speak(language, 'options')}:`,
    `  --json         ${speak(language, 'optionJson')}`,
    `  --lang zh|en   ${speak(language, 'optionLang')}`,
    `  --help         ${speak(language, 'optionHelp')}`,
    `\n${speak(language, 'exits')}`,
  ].join('\n');

const overview = (language: Language): string =>
  [
    `${speak(language, 'usage')}: xiuhua <command> …\n\n${speak(language, 'commands')}:`,
    ...commands.map(({ name, about }) => `  ${name.padEnd(17)}${speak(language, about)}`),
    `\nxiuhua <command> --help\n${speak(language, 'exits')}`,
  ].join('\n');

/** The language asked for anywhere on the line, so that even a wrong line is answered in it. */
const languageOf = (line: readonly string[], env: Terminal['env']): Language => {
  const at = line.indexOf('--lang');
  const written = at >= 0 ? line[at + 1] : line.find((word) => word.startsWith('--lang='))?.slice(7);
  return written === 'zh' || written === 'en' ? written : terminalLanguage(env);
};

/** The first word may be a command by itself or the first of two. */
const unknown = (language: Language, both: string, name: string): string => {
  const names = commands.map((command) => command.name);
  const near = names.find((one) => one.startsWith(`${name} `)) ?? nearest(name, names) ?? nearest(both, names);
  return speak(language, 'unknownCommand', { name, near: near ? speak(language, 'meant', { name: near }) : '' });
};

const parsed = (command: CliCommand, line: readonly string[], language: Language) => {
  try {
    return parseArgs({ args: [...line], options: { ...everywhere, ...command.options }, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(speak(language, 'unknownOption', { what: (error as Error).message.split('. ')[0] ?? '' }));
  }
};

const runCommand = async (
  command: CliCommand,
  line: readonly string[],
  { language, ...terminal }: Terminal & { language: Language },
): Promise<number> => {
  const { values, positionals } = parsed(command, line, language);
  if (values['help']) {
    terminal.print(helpOf(language, command));
    return exit.fine;
  }
  const options = values as Request['options'];
  return command.run({ language, json: options['json'] === true, args: positionals, options, ...terminal });
};

/** Runs a command line, without the program's name; the exit code. Nothing here ends the process. */
export const runLine = async (line: readonly string[], terminal: Terminal): Promise<number> => {
  const language = languageOf(line, terminal.env);
  const [name, second] = line;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? terminal.complain : terminal.print)(overview(language));
    return name === undefined ? exit.usage : exit.fine;
  }
  const command = commands.find((one) => one.name === `${name} ${second}`) ?? commands.find((one) => one.name === name);
  try {
    if (!command) throw new WrongUse(unknown(language, second === undefined || second.startsWith('-') ? name : `${name} ${second}`, name));
    const rest = line.slice(command.name.split(' ').length);
    return await runCommand(command, rest, { ...terminal, language });
  } catch (error) {
    if (error instanceof CannotStart) terminal.complain(error[language]);
    else if (error instanceof WrongUse) terminal.complain(error.message);
    else if (/^(E[A-Z]+|SQLITE_[A-Z]+)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      terminal.complain(speak(language, 'systemFault', { why: (error as Error).message }));
    else throw error;
    return exit.usage;
  }
};
