import { language } from './language.ts';

/** A problem as the server words it, in the language of the request. */
export interface WordedProblem {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'hint';
  readonly at: string;
  readonly message: string;
}

/** The server refused: `status` is 0 when it could not be reached at all. `body` is the whole answer. */
export class Refused extends Error {
  readonly status: number;
  readonly problems: readonly WordedProblem[];
  readonly body: unknown;
  constructor(status: number, problems: readonly WordedProblem[], body: unknown) {
    super(problems[0]?.message ?? `HTTP ${status}`);
    this.status = status;
    this.problems = problems;
    this.body = body;
  }
}

const unreachable: Record<'zh' | 'en', string> = {
  zh: '连不上服务器。请检查网络后重试，已填写的内容仍在本机。',
  en: 'The server cannot be reached. Check the network and try again; what you entered is still on this device.',
};

/** A body and its type. */
interface Payload {
  readonly type: string;
  readonly body: BodyInit;
}

/** What the server answered, whatever it was. Throws `Refused` when it could not be reached at all. */
const reach = async (method: string, path: string, payload: Payload | undefined): Promise<Response> => {
  const reply = await fetch(`/api${path}`, {
    method,
    credentials: 'same-origin',
    headers: {
      'accept-language': language() === 'zh' ? 'zh-CN' : 'en',
      ...(payload ? { 'content-type': payload.type } : {}),
    },
    ...(payload ? { body: payload.body } : {}),
  }).catch(() => undefined);
  if (reply) return reply;
  const message = unreachable[language()];
  throw new Refused(0, [{ code: 'request.failed', severity: 'error', at: '', message }], undefined);
};

const refusal = (status: number, answer: unknown): Refused =>
  new Refused(status, (answer as { problems?: readonly WordedProblem[] } | undefined)?.problems ?? [], answer);

const ask = async <T>(method: string, path: string, payload: Payload | undefined): Promise<T> => {
  const reply = await reach(method, path, payload);
  const answer: unknown = await reply.json().catch(() => undefined);
  if (reply.ok) return answer as T;
  throw refusal(reply.status, answer);
};

/** Fetches a file and hands it to the person under the name the server gives it. Throws `Refused` when there is none, so that the page can say why. */
export const saveFile = async (path: string): Promise<void> => {
  const reply = await reach('GET', path, undefined);
  if (!reply.ok) throw refusal(reply.status, await reply.json().catch(() => undefined));
  const named = /filename\*=UTF-8''([^;]+)/.exec(reply.headers.get('content-disposition') ?? '')?.[1];
  const href = URL.createObjectURL(await reply.blob());
  Object.assign(document.createElement('a'), { href, download: decodeURIComponent(named ?? '') }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
};

/** Sends a request and reads the JSON answer. Throws `Refused` for any answer that is not 2xx. */
export const request = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  ask<T>(method, path, body === undefined ? undefined : { type: 'application/json', body: JSON.stringify(body) });

/** Sends a file as it is and reads the JSON answer. Throws `Refused` like `request`. */
export const sendFile = <T>(path: string, file: Blob): Promise<T> => ask<T>('POST', path, { type: 'application/octet-stream', body: file });

export const get = <T>(path: string): Promise<T> => request<T>('GET', path);
export const post = <T>(path: string, body: unknown): Promise<T> => request<T>('POST', path, body);
export const put = <T>(path: string, body: unknown): Promise<T> => request<T>('PUT', path, body);
export const remove = <T>(path: string): Promise<T> => request<T>('DELETE', path);
