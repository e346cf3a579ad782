import { existsSync } from 'node:fs';
import { join } from 'node:path';
import statics from '@fastify/static';
import { problem } from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { WebServer } from './api.ts';
import { refuseWith } from './reply.ts';

/** The doors that are applications of their own: any address under one opens it. */
const doors = ['design', 'lead', 'inspect'] as const;

const doorOf = (url: string): string | undefined => {
  const path = url.split('?')[0] ?? '';
  return doors.find((door) => path === `/${door}` || path.startsWith(`/${door}/`));
};

const asksForPage = (request: FastifyRequest): boolean =>
  (request.method === 'GET' || request.method === 'HEAD') && !/\.\w{1,8}$/.test(request.url.split('?')[0] ?? '');

/** Files whose names carry the hash of their content can be kept for ever; pages and service workers never. */
const cachingOf = (path: string): string =>
  /[\\/]assets[\\/][^\\/]+-[\w-]{8,}\.\w+(\.(br|gz))?$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';

/**
 * Serves the built screens, packed where the build laid a packed file beside one and the browser takes it. Below a door every address without a file opens the door's own page; anything else
 * unknown is a problem in words. Before the screens are built only the API answers.
 */
export const screens = async (app: WebServer, folder: string): Promise<void> => {
  const built = existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(statics, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      dotfiles: 'deny',
      setHeaders: (reply, path) => void reply.header('cache-control', cachingOf(path)),
    });
  }
  app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
    const door = built && asksForPage(request) ? doorOf(request.url) : undefined;
    return door ? reply.sendFile(`${door}/index.html`) : refuseWith(reply, [problem('request.not-found', '')]);
  });
};
