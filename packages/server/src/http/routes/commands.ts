import { type Outcome, problem, SubmitChecklist } from '@xiuhua/engine';
import Type from 'typebox';
import { inspectedFor } from '../../store/campaigns.ts';
import type { Submitted } from '../../work/book.ts';
import type { Handing } from '../../work/order.ts';
import type { Api, WebServer } from '../api.ts';
import { answer, answers, created, done, refuseWith } from '../reply.ts';
import { Events, Id, InCampaign, OrderBody, Receipt } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';

const tags = ['commands'];

const submitRoute = (app: WebServer, { book, tools }: Api): void => {
  const params = Type.Object({ ...InCampaign.properties, submission: Id });
  const schema = { tags, params, body: SubmitChecklist, response: answers(Receipt) };
  /** Only who is refused for his unit is asked about in the list of former inspectors: hardly anybody. */
  const handIn = async (campaign: string, handing: Handing): Promise<Outcome<Submitted>> => {
    const submitted = await book.submit(campaign, handing);
    if (submitted.ok || submitted.problems[0]?.code !== 'submission.not-your-unit') return submitted;
    const before = await inspectedFor(tools.store.reading, campaign, handing.by.account);
    return before.length === 0 ? submitted : book.submit(campaign, { ...handing, inspectedFor: before });
  };
  app.put('/api/campaigns/:campaign/submissions/:submission', { schema }, async (request, reply) => {
    const { id, actor } = entranceOf(request);
    const command = request.body;
    if (command.submission !== request.params.submission) {
      return refuseWith(reply, [problem('request.malformed', '/submission', { detail: 'submission', near: request.params.submission })]);
    }
    const submitted = await handIn(id, { by: actor, command });
    if (!submitted.ok) return refuseWith(reply, submitted.problems);
    const { kind, receipt } = submitted.value;
    if (kind === 'conflict')
      return refuseWith(reply, [problem('submission.conflict', '/submission', { submission: receipt.submission })], { receipt });
    return kind === 'taken' ? created(reply, receipt) : done(reply, receipt);
  });
};

/** Commands in: anything a person can ask of a campaign, and filled checklists at an address of their own. */
export const commandRoutes = (app: WebServer, api: Api): void => {
  submitRoute(app, api);
  const schema = { tags, params: InCampaign, body: OrderBody, response: answers(Events) };
  app.post('/api/campaigns/:campaign/commands', { schema }, async (request, reply) => {
    const { id: campaign, actor } = entranceOf(request);
    const { id, command } = request.body;
    return answer(reply, await api.book.command(campaign, { id, by: actor, command }), (to, events) => done(to, { events }));
  });
};
