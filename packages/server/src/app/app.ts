import { randomUUID } from 'node:crypto';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify from 'fastify';
import { silentLog } from '../adapters/log.ts';
import type { Api, Demo, WebServer } from '../http/api.ts';
import { describeApi, showApi } from '../http/docs.ts';
import { answerFaults, answerNoise } from '../http/faults.ts';
import { guard } from '../http/guard.ts';
import { strictHeaders } from '../http/headers.ts';
import { acceptJson } from '../http/json.ts';
import { packAnswers } from '../http/packed.ts';
import { accountRoutes } from '../http/routes/accounts.ts';
import { bulletinRoutes } from '../http/routes/bulletins.ts';
import { calendarRoutes } from '../http/routes/calendar.ts';
import { campaignRoutes } from '../http/routes/campaigns.ts';
import { commandRoutes } from '../http/routes/commands.ts';
import { deviceRoutes } from '../http/routes/devices.ts';
import { findingRoutes } from '../http/routes/findings.ts';
import { importRoutes } from '../http/routes/imports.ts';
import { logRoutes } from '../http/routes/log.ts';
import { messageRoutes } from '../http/routes/messages.ts';
import { photoRoutes } from '../http/routes/photos.ts';
import { recordRoutes } from '../http/routes/records.ts';
import { reportRoutes } from '../http/routes/reports.ts';
import { sessionRoutes } from '../http/routes/session.ts';
import { tableRoutes } from '../http/routes/tables.ts';
import { upperRoutes } from '../http/routes/uppers.ts';
import { versionRoutes } from '../http/routes/versions.ts';
import { viewRoutes } from '../http/routes/views.ts';
import { screens } from '../http/screens.ts';
import { validator } from '../http/shape.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Settings } from '../settings.ts';
import type { Store } from '../store/store.ts';
import { type Work, workOn } from '../work/work.ts';

/** What an app is made of. `work` is given when something else already works on the store in this process. */
export interface Making {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly log?: Log;
  readonly demo?: Demo;
  readonly work?: Work;
}

/** Limits of a request: 1 MiB of body unless the route says more, 16 KB of headers, two minutes to send it (a photo
 * over a poor line). How long an answer may take stands in the guard. */
const limits = {
  bodyLimit: 1024 * 1024,
  requestTimeout: 120_000,
  connectionTimeout: 60_000,
  keepAliveTimeout: 10_000,
  http: { maxHeaderSize: 16 * 1024 },
} as const;

const bare = (log: Log, proxies: readonly string[]): WebServer =>
  Fastify({
    ...limits,
    trustProxy: proxies.length > 0 && [...proxies],
    logger: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 1300 },
    clientErrorHandler: answerNoise,
    frameworkErrors: (error, request, reply) => {
      request.language = 'zh';
      answerFaults(log)(error, request, reply);
    },
  }).withTypeProvider<TypeBoxTypeProvider>();

/**
 * The web server over a store, ready to listen or to be asked directly in tests. Nothing is started besides it:
 * closing it leaves the store open.
 */
export const createApp = async ({ store, clock, settings, log = silentLog, demo, work }: Making): Promise<WebServer> => {
  const api: Api = { ...(work ?? workOn({ ...settings, store, clock, log })), settings, demo };
  const app = bare(log, settings.proxies);
  app.setValidatorCompiler(validator);
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setErrorHandler(answerFaults(log));
  acceptJson(app);
  await strictHeaders(app, settings.origin?.startsWith('https:') ?? false);
  packAnswers(app);
  await guard(app, api);
  await describeApi(app);
  for (const routes of [
    sessionRoutes,
    accountRoutes,
    calendarRoutes,
    campaignRoutes,
    importRoutes,
    commandRoutes,
    versionRoutes,
    viewRoutes,
    findingRoutes,
    reportRoutes,
    bulletinRoutes,
    tableRoutes,
    photoRoutes,
    recordRoutes,
    deviceRoutes,
    logRoutes,
    messageRoutes,
    upperRoutes,
  ])
    routes(app, api);
  await showApi(app);
  await screens(app, settings.screens);
  await app.ready();
  return app;
};
