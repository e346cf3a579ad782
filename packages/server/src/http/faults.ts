import type { Socket } from 'node:net';
import { type Problem, problem, say } from '@xiuhua/engine';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../ports/log.ts';
import { storeProblem } from '../store/fault.ts';
import { Refusal, refuseWith } from './reply.ts';

const megabytes = (bytes: number | undefined): string => (bytes === undefined ? '' : `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`);

/** The kind of body a route takes. */
const acceptedBy = (request: FastifyRequest): string => request.routeOptions.schema?.consumes?.join('、') ?? 'application/json';

/** What fastify's own refusals mean; `undefined` for a fault that only a programmer can put right. */
const requestProblem = (error: FastifyError, request: FastifyRequest): Problem | undefined => {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return problem('request.too-large', '', { limit: megabytes(request.routeOptions.bodyLimit) });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return problem('request.unsupported-type', '', {
        found: (request.headers['content-type'] ?? '').slice(0, 80),
        expected: acceptedBy(request),
      });
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return problem('request.unsupported-type', '', { found: '', expected: acceptedBy(request) });
    case 'FST_ERR_HANDLER_TIMEOUT':
      return problem('store.busy', '');
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_MAX_PARAM_LENGTH':
      return problem('request.not-found', '');
    default:
      if (request.routeOptions.url === '/*' && error.statusCode !== undefined && error.statusCode < 500)
        return problem('request.not-found', '');
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? problem('request.malformed', '', { detail: error.code ?? String(error.statusCode) })
        : undefined;
  }
};

/**
 * The last resort for whatever was thrown. Refusals are answered as they are, faults of disk and database by name,
 * and the rest is logged with an id and answered without any detail.
 */
export const answerFaults =
  (log: Log) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    if (error instanceof Refusal) return refuseWith(reply, error.problems);
    const known = storeProblem(error);
    if (known) log.warn('the store could not take a request', { request: request.id, error });
    const found = known ?? requestProblem(error, request);
    if (found) return refuseWith(reply, [found]);
    log.error('a request failed', { request: request.id, method: request.method, route: request.routeOptions.url, error });
    return refuseWith(reply, [problem('request.failed', '')]);
  };

/** Answers what is no HTTP at all, on the bare connection, and closes it. */
export const answerNoise = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const found = problem(error.code === 'HPE_HEADER_OVERFLOW' ? 'request.too-large' : 'request.malformed', '', {
    detail: 'HTTP',
    limit: '16 KB',
  });
  const body = JSON.stringify({ problems: [{ code: found.code, severity: found.severity, at: '', message: say(found, 'zh') }] });
  const status = found.code === 'request.too-large' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const headers = [
    'Content-Type: application/json; charset=utf-8',
    'X-Content-Type-Options: nosniff',
    'Cache-Control: no-store',
    'Connection: close',
  ];
  if (socket.writable)
    socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
};
