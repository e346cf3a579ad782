import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify from 'fastify';
import type { WebServer } from './api.ts';

const options = (secure: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'font-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'"],
      'manifest-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'object-src': ["'none'"],
      'frame-src': ["'self'"],
      'frame-ancestors': ["'self'"],
    },
  },
  strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  referrerPolicy: { policy: 'no-referrer' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  xFrameOptions: { action: 'sameorigin' },
});

/** Headers that say something about one answer only. */
const ofAnswer = new Set(['content-type', 'content-length', 'date', 'connection']);

/** The headers helmet sets: they are the same on every answer, so they are made once and not for each. */
const headersOf = async (secure: boolean): Promise<Readonly<Record<string, string>>> => {
  const app = Fastify();
  await app.register(helmet, options(secure));
  app.get('/', () => '');
  const { headers } = await app.inject('/');
  await app.close();
  return Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (ofAnswer.has(name) ? [] : [[name, String(value)]])));
};

/**
 * Strict headers on every answer: scripts only from here and never made from text, framed only by our own pages
 * (the desk shows the phone's form), nothing sniffed.
 * Styles may be inline because the component library writes them at run time. Nothing of the API is cached.
 */
export const strictHeaders = async (app: WebServer, secure: boolean): Promise<void> => {
  const headers = { ...(await headersOf(secure)), 'permissions-policy': 'camera=(self), geolocation=(self), microphone=()' };
  app.addHook('onRequest', (request, reply, next) => {
    void reply.headers(headers);
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    next();
  });
};
