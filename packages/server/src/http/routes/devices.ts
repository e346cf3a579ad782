import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { endDevice, listDevices, offerDevice, signInDevice } from '../../work/devices.ts';
import type { Api, WebServer } from '../api.ts';
import { answer, answers, created, done, refuseWith } from '../reply.ts';
import { Computed, DeviceCode, DeviceRow, DeviceSignIn, Fine, InCampaign, NewDevice } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';
import { personOf, setCookie, visitOf, welcome } from './session.ts';

const tags = ['devices'];
const url = '/api/campaigns/:campaign/devices';

/** Phones: the office shows a code, a phone comes in with it, the office sees it in a list and can shut it out. */
export const deviceRoutes = (app: WebServer, api: Api): void => {
  const { tools } = api;
  app.get(url, { schema: { tags, params: InCampaign, response: answers(Type.Array(DeviceRow)) } }, async (request, reply) =>
    done(reply, await listDevices(tools, entranceOf(request).id)),
  );
  app.post(url, { schema: { tags, params: InCampaign, body: NewDevice, response: answers(DeviceCode) } }, async (request, reply) => {
    const offer = { account: request.body.account, person: personOf(request) };
    return answer(reply, await offerDevice(tools, entranceOf(request).id, offer), created);
  });
  const params = Type.Object({ ...InCampaign.properties, id: Type.String({ maxLength: 64 }) });
  app.delete(`${url}/:id`, { schema: { tags, params, response: answers(Fine) } }, async (request, reply) =>
    (await endDevice(tools, entranceOf(request).id, request.params.id))
      ? done(reply, { ok: true })
      : refuseWith(reply, [problem('request.not-found', '')]),
  );
  const response = answers(Computed('SessionView', 'Who is signed in and what he may open'));
  app.post('/api/session/device', { schema: { tags, body: DeviceSignIn, response } }, async (request, reply) => {
    const token = await signInDevice(tools, request.body, visitOf(request));
    if (!token.ok) return refuseWith(reply, token.problems);
    setCookie(api, request, reply, token.value);
    return created(reply, await welcome(api, token.value));
  });
};
