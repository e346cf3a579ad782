import { problem } from '@xiuhua/engine';
import Type from 'typebox';
import { alterAccount, listAccounts, openAccount } from '../../work/accounts.ts';
import type { Api, WebServer } from '../api.ts';
import { answer, answers, created, done, refuseWith } from '../reply.ts';
import { AccountChange, AccountView, NewAccount } from '../schemas.ts';

const tags = ['accounts'];

/** Accounts, for administrators, and the demo county's list for everybody. */
export const accountRoutes = (app: WebServer, { tools, demo }: Api): void => {
  app.get('/api/accounts', { schema: { tags, response: answers(Type.Array(AccountView)) } }, async (_request, reply) =>
    done(reply, await listAccounts(tools)),
  );
  app.post('/api/accounts', { schema: { tags, body: NewAccount, response: answers(AccountView) } }, async (request, reply) =>
    answer(reply, await openAccount(tools, request.body), created),
  );
  const params = Type.Object({ id: Type.String({ maxLength: 64 }) });
  app.patch(
    '/api/accounts/:id',
    { schema: { tags, params, body: AccountChange, response: answers(AccountView) } },
    async (request, reply) => answer(reply, await alterAccount(tools, request.params.id, request.body)),
  );
  const DemoAccount = Type.Object({
    login: Type.String(),
    password: Type.String(),
    name: Type.String(),
    role: Type.String(),
    door: Type.String(),
  });
  app.get('/api/demo', { schema: { tags, response: answers(Type.Object({ accounts: Type.Array(DemoAccount) })) } }, (_request, reply) =>
    demo ? done(reply, demo) : refuseWith(reply, [problem('request.not-found', '')]),
  );
};
