import { type ClientRequest, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the line does with requests to `/api`: carry them, be dead, answer with a gateway's sign-in page, carry the
 * request and lose the answer, or let only so many bytes of each upload through before it breaks for the phone, while
 * the server still believes in the connection.
 */
export type Weather = 'fine' | 'dead' | 'gateway' | 'answer-lost' | { readonly cutAfter: number };

/** A line between a phone and the server that can be made bad. Playwright's own routing does not see past a service worker. */
export interface Line {
  readonly address: string;
  weather: Weather;
  /** Bytes of uploads that reached the server. */
  uploaded: number;
  /** Requests towards the server that have not ended; some never do. */
  readonly open: Set<ClientRequest>;
  /** Changes what the server serves: given the path and the text, the text to serve instead. */
  rewrite: (path: string, text: string) => string;
  close(): Promise<void>;
}

const page = '<!doctype html><title>请登录无线网络</title><form>手机号 <input></form>';

const weatherOver = (line: Line, url: string): Weather =>
  url.startsWith('/api/') ? line.weather : line.weather === 'dead' ? 'dead' : 'fine';

/** Hands a request on; the answer goes back unless the line loses it. */
const carry = (line: Line, target: URL, from: { readonly request: IncomingMessage; readonly response: ServerResponse }): void => {
  const { request: asked, response } = from;
  const url = asked.url ?? '/';
  const weather = weatherOver(line, url);
  // Without these every file is sent whole and unpacked, so that a changed one arrives changed.
  const { 'if-none-match': _, 'if-modified-since': __, 'accept-encoding': ___, ...headers } = asked.headers;
  const onward = request({ host: target.hostname, port: target.port, path: url, method: asked.method, headers, agent: false });
  let sent = 0;
  line.open.add(onward);
  asked.on('data', (bytes: Buffer) => {
    sent += bytes.length;
    if (asked.method === 'PATCH') line.uploaded += bytes.length;
    if (typeof weather === 'object' && asked.method === 'PATCH' && sent > weather.cutAfter) {
      onward.write(bytes.subarray(0, Math.max(0, bytes.length - (sent - weather.cutAfter))));
      response.socket?.destroy();
    } else onward.write(bytes);
  });
  asked.on('end', () => onward.end());
  onward.on('error', () => response.destroy());
  onward.on('response', (answer) => {
    if (weather === 'answer-lost' && asked.method !== 'GET') {
      answer.resume();
      answer.on('end', () => response.destroy());
      return;
    }
    const parts: Buffer[] = [];
    answer.on('data', (bytes: Buffer) => parts.push(bytes));
    answer.on('end', () => {
      const bytes = Buffer.concat(parts);
      const isText = /javascript|html/.test(String(answer.headers['content-type'])) && !url.startsWith('/api/');
      const body = isText ? Buffer.from(line.rewrite(url.split('?')[0] ?? '', bytes.toString())) : bytes;
      response
        .writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': String(body.length) })
        .end(asked.method === 'HEAD' ? undefined : body);
    });
  });
};

/** Opens a line to a server, in fine weather. */
export const openLine = async (address: string): Promise<Line> => {
  const target = new URL(address);
  const server: Server = createServer((asked, response) => {
    const weather = weatherOver(line, asked.url ?? '/');
    if (weather === 'dead') return void asked.destroy();
    if (weather === 'gateway') return void response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    carry(line, target, { request: asked, response });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const line: Line = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    weather: 'fine',
    uploaded: 0,
    open: new Set(),
    rewrite: (_, text) => text,
    close: () => {
      for (const onward of line.open) onward.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
  return line;
};
