import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { largestPhoto } from '../../work/photos.ts';
import type { PhotoName } from '../../work/uploads.ts';
import type { Api, WebServer } from '../api.ts';
import { answer, answers, created, done, refuseWith } from '../reply.ts';
import { InPhoto, UploadState } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';
import { personOf } from './session.ts';

const tags = ['photos'];
const url = '/api/campaigns/:campaign/photos/:hash';
const bytesType = 'application/offset+octet-stream';

const uploadRoutes = (app: WebServer, { photos }: Api): void => {
  const size = Type.Integer({ minimum: 1, maximum: 2_000_000_000, description: 'Bytes of the whole photo' });
  const querystring = Type.Object({ size }, { additionalProperties: false });
  app.put(url, { schema: { tags, params: InPhoto, querystring, response: answers(UploadState) } }, async (request, reply) => {
    const name: PhotoName = { campaign: entranceOf(request).id, hash: request.params.hash };
    const begun = await photos.begin(name, { account: personOf(request).account.id, size: request.query.size });
    return answer(reply, begun, begun.ok && begun.value.offset === 0 ? created : done);
  });
  const headers = Type.Object({ 'upload-offset': Type.Integer({ minimum: 0, maximum: 2_000_000_000 }) });
  const schema = { tags, params: InPhoto, headers, consumes: [bytesType], response: answers(UploadState) };
  app.patch(url, { bodyLimit: largestPhoto, handlerTimeout: 120_000, schema }, async (request, reply) => {
    const name: PhotoName = { campaign: entranceOf(request).id, hash: request.params.hash };
    const bytes = request.body instanceof Readable ? request.body : Readable.from([]);
    const appended = await photos.append(name, request.headers['upload-offset'], bytes);
    if (!appended.ok) return refuseWith(reply, appended.problems, offsetIn(appended.problems));
    return done(reply, appended.value);
  });
};

/** Where to go on, for a phone that lost count. */
const offsetIn = (problems: readonly { readonly params: Readonly<Record<string, unknown>> }[]): { offset?: number } => {
  const offset = problems[0]?.params.offset;
  return typeof offset === 'number' ? { offset } : {};
};

/**
 * Photos of a campaign, uploaded in pieces under the hash of their bytes and shown as pictures only: whatever they
 * contain, a browser will not run it.
 */
export const photoRoutes = (app: WebServer, api: Api): void => {
  app.addContentTypeParser(bytesType, async (_request: unknown, bytes: Readable) => bytes);
  uploadRoutes(app, api);
  app.head(url, { schema: { tags, params: InPhoto } }, async (request, reply) => {
    const state = await api.photos.state({ campaign: entranceOf(request).id, hash: request.params.hash });
    if (!state) return refuseWith(reply, [problem('request.not-found', '')]);
    return reply.headers({ 'upload-offset': String(state.offset), 'upload-length': String(state.size) }).send();
  });
  app.get(
    url,
    { exposeHeadRoute: false, schema: { tags, params: InPhoto, produces: ['image/jpeg', 'image/png', 'image/webp'] } },
    async (request, reply) => {
      const photo = await api.photos.find({ campaign: entranceOf(request).id, hash: request.params.hash });
      if (!photo) return refuseWith(reply, [problem('request.not-found', '')]);
      return reply
        .headers({
          'content-type': photo.type,
          'content-length': String(photo.size),
          'content-disposition': 'inline',
          'content-security-policy': "default-src 'none'; sandbox",
          'cache-control': 'private, max-age=31536000, immutable',
        })
        .send(createReadStream(photo.file));
    },
  );
};
