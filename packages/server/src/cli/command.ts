import type { ParseArgsConfig } from 'node:util';
import { type Language, speak, type Word } from './words.ts';

/** Exit codes: all is well; problems were found; the command was used wrongly. */
export const exit = { fine: 0, problems: 1, usage: 2 } as const;

/** What a command was given and how it may answer. */
export interface Request {
  readonly language: Language;
  readonly json: boolean;
  /** Arguments that are not options, in order. */
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Prints one line of the answer. */
  readonly print: (line: string) => void;
  /** Prints one line about what went wrong. */
  readonly complain: (line: string) => void;
}

/** A command of the command line. */
export interface CliCommand {
  readonly name: string;
  readonly about: Word;
  /** Arguments and options after the name, as the help shows them. */
  readonly form: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Does it; the exit code. */
  readonly run: (request: Request) => Promise<number>;
}

/** Wrong use of a command, as a sentence. */
export class WrongUse extends Error {}

/** Stops a command that was used wrongly. */
export const wrongUse = (request: Request, word: Word, blanks: Readonly<Record<string, string | number>> = {}): WrongUse =>
  new WrongUse(speak(request.language, word, blanks));

/** An option that was given as text; `undefined` when it was not. */
export const textOption = ({ options }: Request, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
