import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { Settings } from '../settings.ts';
import type { CampaignBook } from '../work/book.ts';
import type { PhotoShelf } from '../work/photos.ts';
import type { Entrance, Person } from '../work/sessions.ts';
import type { Tools } from '../work/tools.ts';
import type { Language } from './reply.ts';

/** An account of the demo county that the sign-in page offers, with its password. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly door: string;
  /** The campaign the person works in, by its title; empty for the administrator. */
  readonly campaign: string;
}

/** What the demo county shows on its sign-in page. */
export interface Demo {
  readonly accounts: readonly DemoAccount[];
}

/** Everything the routes speak to. */
export interface Api {
  readonly tools: Tools;
  readonly book: CampaignBook;
  readonly photos: PhotoShelf;
  readonly settings: Settings;
  readonly demo: Demo | undefined;
}

/** The web server, with bodies typed by their schemas. */
export type WebServer = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Language of the answer, from Accept-Language. */
    language: Language;
    /** Who is asking; null when not signed in. */
    person: Person | null;
    /** The campaign of the address and what the person is in it; null on routes without one. */
    entrance: Entrance | null;
  }
}
