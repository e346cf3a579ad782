import { language } from '../../shared/language.ts';

/** What came back. `status` 0 means that nothing came back in time; `json` is undefined when the body is no JSON. */
export interface Reply {
  readonly status: number;
  readonly json: unknown;
  /** The server's clock minus this device's, in ms, judged by the answer's date; null when it gave none. */
  readonly slip: number | null;
  /** How far an upload is, by the answer's `upload-offset`; absent when it says nothing about one. */
  readonly offset?: number;
}

/** A request to the server. `bytes` are sent as a piece of an upload that begins at `offset`. */
export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** JSON text, sent exactly as it is. */
  readonly text?: string;
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly offset?: number;
}

/** The line to the server. It never throws: a dead line is an answer too. */
export type Wire = (ask: Ask) => Promise<Reply>;

const dead: Reply = { status: 0, json: undefined, slip: null };

/** How long an answer may take before the line counts as dead. */
const patience = { short: 15_000, upload: 60_000 };

const headersOf = (ask: Ask): Record<string, string> => ({
  'accept-language': language() === 'zh' ? 'zh-CN' : 'en',
  ...(ask.text === undefined ? {} : { 'content-type': 'application/json' }),
  ...(ask.bytes ? { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(ask.offset ?? 0) } : {}),
});

const slipOf = (reply: Response, asked: number, now: number): number | null => {
  const server = Date.parse(reply.headers.get('date') ?? '');
  // The header has whole seconds: on average half a second has passed since.
  return Number.isFinite(server) ? Math.round(server + 500 - (asked + now) / 2) : null;
};

const offsetOf = (reply: Response): { readonly offset?: number } => {
  const offset = reply.headers.get('upload-offset');
  return offset !== null && /^\d+$/.test(offset) ? { offset: Number(offset) } : {};
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Asks the server over the browser's own fetch. Redirects are not followed: a gateway's login page is no answer of ours. */
export const wire: Wire = async (ask) => {
  const asked = Date.now();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), ask.bytes ? patience.upload : patience.short);
  try {
    const reply = await fetch(`/api${ask.path}`, {
      method: ask.method,
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      headers: headersOf(ask),
      body: ask.text ?? ask.bytes ?? null,
      signal: giveUp.signal,
    });
    const slip = slipOf(reply, asked, Date.now());
    const text = await reply.text();
    return { status: reply.status, json: parsed(text), slip, ...offsetOf(reply) };
  } catch {
    return dead;
  } finally {
    clearTimeout(timer);
  }
};

/** True when it is our server that answers, and not a gateway's page. */
export const isServerThere = async (ask: Wire): Promise<boolean> => {
  const reply = await ask({ method: 'GET', path: '/health' });
  return reply.status === 200 && (reply.json as { ok?: unknown } | null | undefined)?.ok === true;
};
