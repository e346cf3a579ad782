import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { alterAccount, listAccounts, openAccount } from '../../work/accounts.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { answer, answers, created, done, refuseWith } from '../reply.ts';
import { AccountChange, AccountView, NewAccount } from '../schemas.ts';

const tags = ['accounts'];

/** Accounts, for administrators, and the demo county's list for everybody. */
export const accountRoutes = (app: WebServer, api: Api): void => {
  const { tools, demo } = api;
  app.get('/api/accounts', { schema: { tags, response: answers(Type.Array(AccountView)) } }, async (_request, reply) =>
    done(reply, await listAccounts(tools)),
  );
  app.post('/api/accounts', { schema: { tags, body: NewAccount, response: answers(AccountView) } }, async (request, reply) => {
    const made = await openAccount(tools, request.body);
    if (made.ok)
      await audit(api, request, {
        kind: 'account-made',
        says: { login: made.value.login, name: made.value.name, admin: made.value.admin ? 'yes' : 'no' },
      });
    return answer(reply, made, created);
  });
  const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
  app.patch(
    '/api/accounts/:id',
    { schema: { tags, params, body: AccountChange, response: answers(AccountView) } },
    async (request, reply) => {
      const changed = await alterAccount(tools, request.params.id, request.body);
      if (changed.ok) {
        const { password, ...open } = request.body;
        const what = [...Object.entries(open).map(([key, value]) => `${key}=${value}`), ...(password === undefined ? [] : ['password'])];
        await audit(api, request, { kind: 'account-changed', says: { login: changed.value.login, name: changed.value.name, what } });
      }
      return answer(reply, changed);
    },
  );
  const DemoAccount = Type.Object({
    login: Type.String(),
    password: Type.String(),
    name: Type.String(),
    role: Type.String(),
    door: Type.String(),
    campaign: Type.String(),
  });
  app.get('/api/demo', { schema: { tags, response: answers(Type.Object({ accounts: Type.Array(DemoAccount) })) } }, (_request, reply) =>
    demo ? done(reply, demo) : refuseWith(reply, [problem('request.not-found', '')]),
  );
};
