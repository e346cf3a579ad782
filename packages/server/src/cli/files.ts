import { readFileSync } from 'node:fs';
import { type CompiledPlan, compilePlan, type Event, type Outcome, readPlan } from '@xiuhua/engine';
import { type Request, wrongUse } from './command.ts';
import { speak, type Word } from './words.ts';

/** The text of the file named by an argument; `-` is standard input. Wrong use when it is missing or unreadable. */
export const readArgument = (request: Request, index: number, what: Word): string => {
  const file = request.args[index];
  if (file === undefined) throw wrongUse(request, 'missing', { what: speak(request.language, what) });
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw wrongUse(request, 'noFile', { file, why: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
};

/** The plan named by the first argument, compiled, or its problems. */
export const planArgument = (request: Request): Outcome<CompiledPlan> => {
  const raw = readPlan(readArgument(request, 0, 'planFile'));
  return raw.ok ? compilePlan(raw.value) : raw;
};

const isEvent = (value: unknown): value is Event => {
  const event = value as Partial<Event> | null;
  return (
    typeof event?.seq === 'number' &&
    typeof event.at === 'string' &&
    typeof event.by?.account === 'string' &&
    typeof event.fact?.type === 'string'
  );
};

/** The events of a log file, one JSON line each; empty lines mean nothing. Wrong use when a line is no event. */
export const logArgument = (request: Request, index: number): readonly Event[] =>
  readArgument(request, index, 'logFile')
    .split('\n')
    .flatMap((text, i): readonly Event[] => {
      if (text.trim() === '') return [];
      try {
        const value = JSON.parse(text) as unknown;
        if (isEvent(value)) return [value];
      } catch (error) {
        throw wrongUse(request, 'brokenLine', { line: i + 1, why: (error as Error).message });
      }
      throw wrongUse(request, 'brokenLine', { line: i + 1, why: 'seq, at, by, fact' });
    });
