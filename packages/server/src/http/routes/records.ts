import { contentHash, dayOf, problem, recordsViews, SubmitChecklist } from '@xiuhua/engine';
import Type from 'typebox';
import { handedBy } from '../../work/members.ts';
import type { Api, WebServer } from '../api.ts';
import { answers, created, done, refuseWith } from '../reply.ts';
import { ComputedList, Day, Hash, Id, InCampaign, Receipt } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';

const tags = ['records'];

const Unsent = Type.Object(
  { account: Type.String({ maxLength: 64 }), contentHash: Hash, command: SubmitChecklist },
  { additionalProperties: false },
);

const fileRoute = (app: WebServer, api: Api): void => {
  const params = Type.Object({ ...InCampaign.properties, submission: Id });
  const response = answers(Type.Object({ ...Receipt.properties, known: Type.Boolean({ description: 'Received before' }) }));
  const schema = { tags, params, body: Unsent, response };
  app.put('/api/campaigns/:campaign/unsent/:submission', { schema }, async (request, reply) => {
    const { id, actor } = entranceOf(request);
    const { account, command, contentHash: announced } = request.body;
    if (command.submission !== request.params.submission || contentHash(command) !== announced)
      return refuseWith(reply, [problem('unsent.damaged', '/command', { submission: request.params.submission })]);
    const maker = await handedBy(api.tools, id, account);
    if (!maker) return refuseWith(reply, [problem('unsent.not-an-inspector', '/account', { account })]);
    const submitted = await api.book.submit(id, { ...maker, command, carriedBy: actor.name });
    if (!submitted.ok) return refuseWith(reply, submitted.problems);
    const { kind, receipt } = submitted.value;
    if (kind === 'conflict')
      return refuseWith(reply, [problem('submission.conflict', '/command', { submission: receipt.submission })], { receipt });
    return kind === 'taken' ? created(reply, { ...receipt, known: false }) : done(reply, { ...receipt, known: true });
  });
};

/** Records that need a person, and records that come in a file instead of over the air. */
export const recordRoutes = (app: WebServer, api: Api): void => {
  fileRoute(app, api);
  const response = answers(Type.Object({ today: Day, duties: ComputedList('RecordsView', 'Duties whose records need a person') }));
  app.get('/api/campaigns/:campaign/records', { schema: { tags, params: InCampaign, response } }, async (request, reply) => {
    const found = await api.book.ask(entranceOf(request).id, (campaign) => recordsViews(campaign));
    return found === undefined
      ? refuseWith(reply, [problem('request.not-found', '')])
      : done(reply, { today: dayOf(api.tools.clock.now()), duties: found });
  });
};
