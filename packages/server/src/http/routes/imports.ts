import { type Outcome, problem } from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { mostBytes } from '../../adapters/table/sheet.ts';
import { keepDraft, readDraft } from '../../work/drafts.ts';
import { type Judged, judgeRegister, judgeScoreSheet } from '../../work/imports.ts';
import type { Api, WebServer } from '../api.ts';
import { answers, done, type Language, Refusal, refuseWith, worded } from '../reply.ts';
import { DraftState, ImportVerdict, InCampaign } from '../schemas.ts';
import { entranceOf, stateOf } from './campaigns.ts';
import { personOf } from './session.ts';

const tags = ['imports'];
const bytesType = 'application/octet-stream';
const closed = { additionalProperties: false } as const;
const name = (description: string) => Type.Optional(Type.String({ minLength: 1, maxLength: 80, description }));
const sheet = name('The sheet of the workbook; without it the first that has the heads');
const revision = Type.Integer({ minimum: 1, maximum: 2_000_000_000, description: 'The revision of the draft one saw' });
const use = {
  for: Type.String({ minLength: 1, maxLength: 80, description: 'Class of the sites the checklist is for' }),
  name: name('Name of the checklist; without it the name of the sheet'),
  task: name('Task of the items that name none'),
  units: name('Units to be scored by it'),
};

const verdictOf = ({ sheet, sheets, rows, total, plan }: Judged, language: Language) => ({
  ok: plan.ok,
  sheet,
  sheets,
  total,
  problems: worded(plan.problems, language),
  rows: rows.map(({ changed, problems, ...row }) => ({
    ...row,
    changed: changed.map(([zh, en]) => (language === 'zh' ? zh : en)),
    problems: worded(problems, language),
  })),
});

type Judge = (raw: unknown, bytes: Buffer) => Promise<Outcome<Judged>>;

/** The file as it was sent; no body at all is an empty one. */
const bytesOf = ({ body, headers }: FastifyRequest): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  if (body === undefined) return Buffer.alloc(0);
  throw new Refusal(problem('request.unsupported-type', '', { found: headers['content-type'] ?? '', expected: bytesType }));
};

/** Judges the file against the draft as it stands; nothing is kept. */
const tryOut = async ({ tools }: Api, request: FastifyRequest, reply: FastifyReply, judge: Judge): Promise<FastifyReply> => {
  const draft = await readDraft(tools, entranceOf(request).id);
  if (!draft) return refuseWith(reply, [problem('request.not-found', '')]);
  const judged = await judge(draft.plan, bytesOf(request));
  return judged.ok ? done(reply, verdictOf(judged.value, request.language)) : refuseWith(reply, judged.problems);
};

/** Takes the whole file into the draft over the revision one saw, or nothing of it. */
const takeIn = async (
  { tools }: Api,
  request: FastifyRequest<{ Querystring: { revision: number } }>,
  reply: FastifyReply,
  judge: Judge,
): Promise<FastifyReply> => {
  const { id, running } = entranceOf(request);
  const draft = await readDraft(tools, id);
  if (!draft) return refuseWith(reply, [problem('request.not-found', '')]);
  const moved = (now: typeof draft) => refuseWith(reply, [problem('draft.moved', '', { by: now.savedBy, at: now.savedAt })]);
  if (draft.revision !== request.query.revision) return moved(draft);
  const judged = await judge(draft.plan, bytesOf(request));
  if (!judged.ok) return refuseWith(reply, judged.problems);
  const verdict = verdictOf(judged.value, request.language);
  const { plan } = judged.value;
  if (!plan.ok) return refuseWith(reply, plan.problems, { verdict });
  const saving = await keepDraft(tools, id, { person: personOf(request), plan: plan.value, revision: draft.revision, running });
  if (!saving.ok) return refuseWith(reply, saving.problems);
  if (saving.value.moved) return moved(saving.value.draft);
  return done(reply, { ...verdict, draft: stateOf(saving.value.draft, request.language) });
};

const Taken = Type.Object({ ...ImportVerdict.properties, draft: DraftState });
const common = { tags, params: InCampaign, consumes: [bytesType] };
const limits = { bodyLimit: mostBytes, handlerTimeout: 60_000 };

const registerRoutes = (app: WebServer, api: Api): void => {
  const url = '/api/campaigns/:campaign/draft/register';
  const judge =
    (sheet: string | undefined): Judge =>
    (raw, bytes) =>
      judgeRegister({ raw, bytes, sheet });
  const [trying, taking] = [Type.Object({ sheet }, closed), Type.Object({ sheet, revision }, closed)];
  app.post(url, { ...limits, schema: { ...common, querystring: trying, response: answers(ImportVerdict) } }, (request, reply) =>
    tryOut(api, request, reply, judge(request.query.sheet)),
  );
  app.put(url, { ...limits, schema: { ...common, querystring: taking, response: answers(Taken) } }, (request, reply) =>
    takeIn(api, request, reply, judge(request.query.sheet)),
  );
};

const scoreSheetRoutes = (app: WebServer, api: Api): void => {
  const url = '/api/campaigns/:campaign/draft/score-sheet';
  const judge =
    ({ sheet, ...rest }: { sheet?: string; for: string; name?: string; task?: string; units?: string }): Judge =>
    (raw, bytes) =>
      judgeScoreSheet({ raw, bytes, sheet }, rest);
  const [trying, taking] = [Type.Object({ sheet, ...use }, closed), Type.Object({ sheet, revision, ...use }, closed)];
  app.post(url, { ...limits, schema: { ...common, querystring: trying, response: answers(ImportVerdict) } }, (request, reply) =>
    tryOut(api, request, reply, judge(request.query)),
  );
  app.put(url, { ...limits, schema: { ...common, querystring: taking, response: answers(Taken) } }, (request, reply) => {
    const { revision: _, ...rest } = request.query;
    return takeIn(api, request, reply, judge(rest));
  });
};

/**
 * Spreadsheets taken into the plan being written: POST judges every row and keeps nothing, PUT takes all of them in or
 * none. The body is the file as it is.
 */
export const importRoutes = (app: WebServer, api: Api): void => {
  void app.register(async (scope: WebServer) => {
    scope.addContentTypeParser(bytesType, { parseAs: 'buffer' }, async (_request: unknown, bytes: Buffer) => bytes);
    registerRoutes(scope, api);
    scoreSheetRoutes(scope, api);
  });
};
