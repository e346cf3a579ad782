import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { nameOf } from '../../work/accounts.ts';
import { endDevice, listDevices, offerDevice, signInDevice } from '../../work/devices.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
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
    const { id: campaign } = entranceOf(request);
    const offered = await offerDevice(tools, campaign, { account: request.body.account, person: personOf(request) });
    if (offered.ok)
      await audit(api, request, { kind: 'device-offered', campaign, says: { name: await nameOf(tools, request.body.account) } });
    return answer(reply, offered, created);
  });
  const params = Type.Object({ ...InCampaign.properties, id: Type.String({ maxLength: 64 }) });
  app.delete(`${url}/:id`, { schema: { tags, params, response: answers(Fine) } }, async (request, reply) => {
    const { id: campaign } = entranceOf(request);
    const phone = (await listDevices(tools, campaign)).find(({ id }) => id === request.params.id);
    if (!phone || !(await endDevice(tools, campaign, phone.id))) return refuseWith(reply, [problem('request.not-found', '')]);
    await audit(api, request, { kind: 'device-out', campaign, says: { name: phone.name, device: phone.device } });
    return done(reply, { ok: true });
  });
  const response = answers(Computed('SessionView', 'Who is signed in and what he may open'));
  app.post('/api/session/device', { schema: { tags, body: DeviceSignIn, response } }, async (request, reply) => {
    const token = await signInDevice(tools, request.body, visitOf(request));
    if (!token.ok) return refuseWith(reply, token.problems);
    setCookie(api, request, reply, token.value);
    const view = await welcome(api, token.value);
    const as = { account: view.account.id, name: view.account.name };
    await audit(api, request, { kind: 'device-in', campaign: view.campaigns[0]?.id ?? '', says: { device: request.body.device }, as });
    return created(reply, view);
  });
};
