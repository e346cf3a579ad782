import type { Day } from '@xiuhua/engine';
import type { Json } from '../draft/json.ts';
import { check, uppersOf } from './check.ts';

/**
 * What the worker is asked: a plan and the day from which to look ahead. Only the parts of the plan that changed since
 * the last question come along; `keys` are all of its keys in order. It answers in the order of the questions.
 */
export interface Question {
  readonly parts: Readonly<Record<string, Json>>;
  readonly keys: readonly string[];
  readonly today: Day;
  /** The upper plans, when they are others than at the last question. */
  readonly uppers?: readonly Json[];
}

let held: Readonly<Record<string, Json>> = {};
let above: ReturnType<typeof uppersOf> | undefined;

globalThis.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { parts, keys, today, uppers } = data;
  if (uppers) above = uppersOf(uppers);
  held = Object.fromEntries(keys.flatMap((key) => (key in parts || key in held ? [[key, parts[key] ?? held[key] ?? null]] : [])));
  globalThis.postMessage(check(held, today, above));
});
