import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { feedMade, makeFeed, readFeed, revokeFeed } from '../../work/feeds.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { answers, created, done, refuseWith } from '../reply.ts';
import { Fine } from '../schemas.ts';
import { personOf } from './session.ts';

const tags = ['calendar'];
const url = '/api/calendar';

/** A person's own calendar link: made, seen whether there is one, revoked, and read by a calendar program without a session. */
export const calendarRoutes = (app: WebServer, api: Api): void => {
  const { tools, book } = api;
  const Made = Type.Object({ made: Type.Union([Type.String(), Type.Null()], { description: 'When the link was made' }) });
  app.get(url, { schema: { tags, response: answers(Made) } }, async (request, reply) =>
    done(reply, { made: await feedMade(tools, personOf(request).account.id) }),
  );
  const Link = Type.Object({ path: Type.String({ description: 'Shown this once; the store keeps only its hash' }) });
  app.post(url, { schema: { tags, response: answers(Link) } }, async (request, reply) => {
    const path = `${url}/${await makeFeed(tools, personOf(request).account.id)}.ics`;
    await audit(api, request, { kind: 'feed-made' });
    return created(reply, { path });
  });
  app.delete(url, { schema: { tags, response: answers(Fine) } }, async (request, reply) => {
    await revokeFeed(tools, personOf(request).account.id);
    await audit(api, request, { kind: 'feed-revoked' });
    return done(reply, { ok: true });
  });
  const params = Type.Object({ file: Type.String({ maxLength: 100 }) });
  app.get(`${url}/:file`, { schema: { tags, params, response: answers(Type.String()) } }, async (request, reply) => {
    const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1];
    const text = token === undefined ? undefined : await readFeed(tools, book, token);
    if (text === undefined) return refuseWith(reply, [problem('request.not-found', '')]);
    void reply.header('content-disposition', 'inline; filename="xiuhua.ics"');
    return reply.status(200).type('text/calendar; charset=utf-8').serializer(String).send(text);
  });
};
