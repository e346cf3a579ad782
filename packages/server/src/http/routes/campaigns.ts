import { hasErrors, planInForce, problem, provePlan } from '@xiuhua/engine';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { beginCampaign, type Draft, keepDraft, readDraft } from '../../work/drafts.ts';
import { listMembers, type MemberView as Member, setMembers } from '../../work/members.ts';
import type { Entrance } from '../../work/sessions.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { answer, answers, created, done, type Language, Refusal, refuseWith, worded } from '../reply.ts';
import { CampaignRow, DraftSave, DraftState, DraftView, InCampaign, MemberView, NewMember, NewPlan, Verdict } from '../schemas.ts';
import { personOf } from './session.ts';

const tags = ['campaigns'];
/** A plan may be larger than other bodies. */
const bodyLimit = 2 * 1024 * 1024;

/** The campaign of a route under `/api/campaigns/:campaign`. */
export const entranceOf = (request: FastifyRequest): Entrance => {
  if (!request.entrance) throw new Refusal(problem('request.not-found', ''));
  return request.entrance;
};

/** A draft without its plan, worded. */
export const stateOf = (draft: Draft, language: Language) => {
  const { plan: _, ...state } = draft;
  return { ...state, problems: worded(draft.problems, language) };
};

/** How a draft stands to what was adopted and reviewed. */
const standingOf = async ({ book }: Api, campaign: string) =>
  (await book.ask(campaign, ({ versions, reviews, closed }) => {
    const [last, review] = [versions.at(-1), [...reviews.values()].at(-1)];
    return {
      adopted: last ? { hash: last.plan.hash, version: last.version } : null,
      review: review?.after === versions.length ? review : null,
      closed,
    };
  })) ?? { adopted: null, review: null, closed: null };

const unitNames = async (api: Api, campaign: string): Promise<readonly string[]> => {
  const adopted = await api.book.ask(campaign, (state) => [...(planInForce(state)?.organization.units.keys() ?? [])]);
  if (adopted?.length) return adopted;
  const draft = (await readDraft(api.tools, campaign))?.plan as { organization?: { units?: unknown } } | undefined;
  const units = draft?.organization?.units;
  return Array.isArray(units)
    ? units.flatMap((unit: { name?: unknown } | null) => (typeof unit?.name === 'string' ? [unit.name] : []))
    : [];
};

const memberText = ({ name, unit, roles }: Member): string => [name, unit, roles.join('+')].filter(Boolean).join(' ');

/** Who came, who went, and whose unit or roles are others than before. */
const membersChanged = (before: readonly Member[], after: readonly Member[]): readonly string[] => {
  const [old, now] = [before, after].map((members) => new Map(members.map((member) => [member.account, memberText(member)])));
  const accounts = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  return accounts
    .filter((account) => old?.get(account) !== now?.get(account))
    .map((account) => `${old?.get(account) ?? '—'} → ${now?.get(account) ?? '—'}`)
    .slice(0, 100);
};

const memberRoutes = (app: WebServer, api: Api): void => {
  const url = '/api/campaigns/:campaign/members';
  const response = answers(Type.Array(MemberView));
  app.get(url, { schema: { tags, params: InCampaign, response } }, async (request, reply) =>
    done(reply, await listMembers(api.tools, entranceOf(request).id)),
  );
  const body = Type.Array(NewMember, { maxItems: 5000 });
  app.put(url, { schema: { tags, params: InCampaign, body, response } }, async (request, reply) => {
    const { id } = entranceOf(request);
    const before = await listMembers(api.tools, id);
    const set = await setMembers(api.tools, id, { members: request.body, units: await unitNames(api, id) });
    if (set.ok) await audit(api, request, { kind: 'members-set', campaign: id, says: { what: membersChanged(before, set.value) } });
    return answer(reply, set);
  });
};

const draftRoutes = (app: WebServer, api: Api): void => {
  const url = '/api/campaigns/:campaign/draft';
  const view = async (draft: Draft, { id }: Entrance, language: Language) => ({
    ...stateOf(draft, language),
    plan: draft.plan,
    ...(await standingOf(api, id)),
  });
  app.get(url, { schema: { tags, params: InCampaign, response: answers(DraftView) } }, async (request, reply) => {
    const entrance = entranceOf(request);
    const draft = await readDraft(api.tools, entrance.id);
    return draft ? done(reply, await view(draft, entrance, request.language)) : refuseWith(reply, [problem('request.not-found', '')]);
  });
  app.put(
    url,
    { bodyLimit, schema: { tags, params: InCampaign, body: DraftSave, response: answers(DraftState) } },
    async (request, reply) => {
      const entrance = entranceOf(request);
      const { plan, revision } = request.body;
      const saving = await keepDraft(api.tools, entrance.id, { person: personOf(request), plan, revision, running: entrance.running });
      if (!saving.ok) return refuseWith(reply, saving.problems);
      const { moved, draft } = saving.value;
      if (!moved) return done(reply, stateOf(draft, request.language));
      const newest = await view(draft, entrance, request.language);
      return refuseWith(reply, [problem('draft.moved', '', { by: draft.savedBy, at: draft.savedAt })], { draft: newest });
    },
  );
};

const begin = (app: WebServer, { tools }: Api): void => {
  const schema = { tags, body: NewPlan, response: answers(Type.Object({ ...DraftState.properties, id: Type.String() })) };
  app.post('/api/campaigns', { bodyLimit, schema }, async (request, reply) => {
    const { id, draft } = await beginCampaign(tools, personOf(request), request.body.plan);
    return created(reply, { id, ...stateOf(draft, request.language) });
  });
};

/** Campaigns, their members, and plans while they are written. */
export const campaignRoutes = (app: WebServer, api: Api): void => {
  app.get('/api/campaigns', { schema: { tags, response: answers(Type.Array(CampaignRow)) } }, (request, reply) =>
    done(
      reply,
      personOf(request).campaigns.map(({ id, title, running, closed }) => ({
        id,
        title,
        state: closed ? 'closed' : running ? 'running' : 'draft',
      })),
    ),
  );
  begin(app, api);
  memberRoutes(app, api);
  draftRoutes(app, api);
  app.post('/api/plans/check', { bodyLimit, schema: { tags, body: NewPlan, response: answers(Verdict) } }, (request, reply) => {
    const { problems } = provePlan(request.body.plan);
    return done(reply, { ok: !hasErrors(problems), problems: worded(problems, request.language) });
  });
};
