import type { Json } from '../draft/json.ts';
import { answerTo, type Question } from './trial.ts';

/** What the worker is told: a question, and the plan when it is another than that of the last one. */
export interface Posed {
  readonly id: number;
  readonly question: Question;
  readonly plan?: Json;
}

let held: Json = {};

globalThis.addEventListener('message', ({ data }: MessageEvent<Posed>) => {
  if (data.plan !== undefined) held = data.plan;
  globalThis.postMessage({ id: data.id, answer: answerTo(held, data.question) });
});
