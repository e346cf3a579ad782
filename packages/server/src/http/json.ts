import { problem, readJson } from '@xiuhua/engine';
import type { WebServer } from './api.ts';
import { Refusal } from './reply.ts';

/** Levels of lists and objects a body may have. */
const depth = 64;

const utf8 = new TextDecoder('utf-8', { fatal: true });

const textOf = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal(problem('request.malformed', '', { detail: 'UTF-8' }));
  }
};

/**
 * Reads JSON bodies with the engine's reader: depth is counted and forbidden keys are refused before anything is
 * parsed. Other kinds of bodies are not accepted.
 */
export const acceptJson = (app: WebServer): void => {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: { routeOptions: { bodyLimit?: number } }, bytes: Buffer) => {
      const read = readJson(textOf(bytes), { bytes: request.routeOptions.bodyLimit ?? bytes.length, depth });
      if (!read.ok) throw new Refusal(...read.problems);
      return read.value;
    },
  );
};
