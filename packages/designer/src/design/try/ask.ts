import type { Json } from '../draft/json.ts';
import type { Answered, AnswerOf, Question } from './trial.ts';
import type { Posed } from './trial.worker.ts';

/** Asks about a plan; nothing on the page waits for the answer. */
export type Ask = <K extends keyof AnswerOf>(plan: Json, question: Extract<Question, { ask: K }>) => Promise<Answered<K>>;

type Waiting = (answer: Answered<keyof AnswerOf>) => void;

/** Asks a thread of its own, begun with the first question. */
const aside = (): Ask => {
  const worker = new Worker(new URL('./trial.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let sent: Json | undefined;
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<{ id: number; answer: Answered<keyof AnswerOf> }>) => {
    waiting.get(data.id)?.(data.answer);
    waiting.delete(data.id);
  };
  return (plan, question) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve as Waiting);
      const posed: Posed = { id: last, question, ...(plan === sent ? {} : { plan }) };
      sent = plan;
      worker.postMessage(posed);
    });
};

/** Asks in the page itself, where there are no threads. */
const here: Ask = async (plan, question) => (await import('./trial.ts')).answerTo(plan, question);

let asker: Ask | undefined;

/** The one who is asked on this page. */
export const ask: Ask = (plan, question) => {
  asker ??= typeof Worker === 'undefined' ? here : aside();
  return asker(plan, question);
};
