import { gzip } from 'node:zlib';
import type { WebServer } from './api.ts';

/** Answers shorter than this are sent as they are: packing them costs more than it saves. */
const least = 16_384;

/** Sends long answers of the API packed to browsers that take gzip: a county’s board and indicators are half a million letters. */
export const packAnswers = (app: WebServer): void => {
  app.addHook('onSend', (request, reply, payload, done) => {
    const takes = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const json = String(reply.getHeader('content-type') ?? '').startsWith('application/json');
    if (!takes || !json || typeof payload !== 'string' || payload.length < least || reply.hasHeader('content-encoding')) {
      done(null, payload);
      return;
    }
    gzip(payload, { level: 4 }, (error, packed) => {
      if (error) {
        done(null, payload);
        return;
      }
      void reply.headers({ 'content-encoding': 'gzip', vary: 'accept-encoding', 'content-length': packed.length });
      done(null, packed);
    });
  });
};
