import type { Day } from '@xiuhua/engine';
import type { Json } from '../draft/json.ts';
import { check } from './check.ts';

/** What the worker is asked: a plan and the day from which to look ahead. It answers in the order of the questions. */
export interface Question {
  readonly plan: Json;
  readonly today: Day;
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  globalThis.postMessage(check(data.plan, data.today));
});
