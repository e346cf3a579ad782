import { type Breach, dayOf, hasErrors, type Lineage, planText, problem, sayDifference } from '@xiuhua/engine';
import Type, { type Static } from 'typebox';
import { shelf } from '../../work/shelf.ts';
import { conformityOf, deriveFrom, keepUpper, listUppers, lowersOf, readUpper, rebaseOnto } from '../../work/uppers.ts';
import type { Api, WebServer } from '../api.ts';
import { answer, answers, done, type Language, refuseWith, WordedProblem, worded } from '../reply.ts';
import { ComputedList, Hash, InCampaign, NewPlan, PlanBody } from '../schemas.ts';
import { entranceOf } from './campaigns.ts';
import { personOf } from './session.ts';

const tags = ['upper plans'];
const bodyLimit = 2 * 1024 * 1024;
const closed = { additionalProperties: false };
const name = Type.String({ minLength: 1, maxLength: 200 });

const UpperRow = Type.Object(
  {
    hash: Hash,
    title: Type.String(),
    number: Type.String(),
    issuer: Type.String(),
    issued: Type.String({ description: 'Day; empty when the plan does not say' }),
    lowerBy: Type.String({ description: 'Last day by which lower plans follow it; empty when the plan does not say' }),
    addedAt: Type.String(),
  },
  closed,
);
const BreachView = Type.Object(
  {
    problem: WordedProblem,
    upper: Type.String({ description: 'What the upper plan says, as canonical JSON; empty when it says nothing' }),
    lower: Type.String({ description: 'What this plan says' }),
    approval: Type.String({ description: 'Number of the approval it stands under; empty when there is none' }),
  },
  closed,
);
const AdditionView = Type.Object(
  {
    kind: Type.String(),
    of: Type.String(),
    clause: Type.String(),
    days: Type.Union([Type.Integer(), Type.Null()]),
    upper: Type.String(),
    lower: Type.String(),
    reason: Type.String(),
    at: Type.String(),
  },
  closed,
);
const Work = Type.Object(
  { all: Type.Integer(), each: Type.Integer({ description: 'Of each person in the unit that inspects most' }) },
  closed,
);
const Minutes = Type.Object({ upper: Work, lower: Work }, { ...closed, description: 'Minutes of inspecting a month that each asks for' });
const ConformView = Type.Object(
  {
    ok: Type.Boolean(),
    problems: Type.Array(WordedProblem),
    uppers: Type.Array(
      Type.Object(
        { title: Type.String(), hash: Hash, breaches: Type.Array(BreachView), additions: Type.Array(AdditionView), minutes: Minutes },
        closed,
      ),
    ),
  },
  closed,
);
const RebasedView = Type.Object(
  {
    plan: PlanBody,
    followed: Type.Array(Type.String({ description: 'A change that followed by itself, in words' })),
    clashes: Type.Array(Type.Object({ upper: Type.String(), own: Type.String(), taken: Type.Boolean() }, closed)),
    until: Type.Union([Type.String(), Type.Null()], {
      description: 'Last day on which it may still be in breach; null when the upper plan does not say',
    }),
    problems: Type.Array(WordedProblem),
  },
  closed,
);
const Rebasing = Type.Object(
  {
    plan: PlanBody,
    from: Hash,
    take: Type.Optional(
      Type.Array(Type.Integer({ minimum: 0 }), {
        maxItems: 5000,
        description: 'Clashes in which the upper plan is followed, by their place',
      }),
    ),
  },
  closed,
);
const ByHash = Type.Object({ hash: Hash }, closed);

const shown = (value: unknown): string => (value === undefined ? '' : planText(value));

const breachView = ({ problem, change, exception }: Breach, language: Language) => ({
  problem: worded([problem], language)[0] as Static<typeof WordedProblem>,
  upper: shown(change.before),
  lower: shown(change.after),
  approval: exception?.approval ?? '',
});

const conformView = ({ conformities, problems }: Lineage, language: Language) => ({
  ok: !hasErrors(problems),
  problems: worded(problems, language),
  uppers: conformities.map(({ upper, breaches, additions, minutes }) => ({
    ...upper,
    minutes,
    breaches: breaches.map((breach) => breachView(breach, language)),
    additions: additions.map(({ clause, days, change: _, ...one }) => ({
      ...one,
      clause: clause.name ?? '',
      days: days ?? null,
      upper: shown(one.upper),
      lower: shown(one.lower),
    })),
  })),
});

/** Upper plans: taking them in, making lower plans from them, holding a plan against them, carrying amendments down. */
export const upperRoutes = (app: WebServer, { tools, book }: Api): void => {
  const plans = shelf();
  app.get('/api/upper-plans', { schema: { tags, response: answers(Type.Array(UpperRow)) } }, async (_, reply) =>
    done(reply, await listUppers(tools)),
  );
  app.post(
    '/api/upper-plans',
    { bodyLimit, schema: { tags, body: NewPlan, response: answers(Type.Object({ hash: Hash }, closed)) } },
    async (request, reply) => answer(reply, await keepUpper(tools, personOf(request), request.body.plan)),
  );
  const whole = Type.Object({ plan: PlanBody, units: Type.Array(Type.String()) }, closed);
  app.get('/api/upper-plans/:hash', { schema: { tags, params: ByHash, response: answers(whole) } }, async (request, reply) => {
    const upper = await readUpper(tools, request.params.hash);
    if (!upper.ok) return refuseWith(reply, upper.problems);
    return done(reply, { plan: upper.value.written as Record<string, unknown>, units: [...upper.value.organization.clauses.keys()] });
  });
  const deriving = Type.Object({ as: Type.Optional(name), issuer: Type.Optional(name), title: Type.Optional(name) }, closed);
  app.post(
    '/api/upper-plans/:hash/derive',
    { schema: { tags, params: ByHash, body: deriving, response: answers(Type.Object({ plan: PlanBody }, closed)) } },
    async (request, reply) => answer(reply, await deriveFrom(tools, request.params.hash, request.body)),
  );
  app.post(
    '/api/upper-plans/:hash/rebase',
    {
      bodyLimit,
      schema: { tags, params: ByHash, body: Rebasing, response: answers(RebasedView) },
    },
    async (request, reply) => {
      const { language } = request;
      const moved = await rebaseOnto(tools, { ...request.body, to: request.params.hash });
      if (!moved.ok) return refuseWith(reply, moved.problems);
      const { plan, followed, clashes, until, conformity } = moved.value;
      return done(reply, {
        plan,
        followed: followed.map((change) => sayDifference(change, language)),
        clashes: clashes.map(({ upper, own, taken }) => ({
          upper: sayDifference(upper, language),
          own: sayDifference(own, language),
          taken,
        })),
        until: until ?? null,
        problems: worded(
          conformity.breaches.map(({ problem }) => problem),
          language,
        ),
      });
    },
  );
  const lowers = Type.Object(
    {
      ids: Type.Array(Type.String(), { description: 'Campaigns of the lower plans, in their order' }),
      lowers: ComputedList('LowerView', 'Lower plans: where they are looser, what they add, how the shared indicators stand'),
      missing: Type.Array(Type.String(), { description: 'Units with a share of a target and no lower plan' }),
      split: ComputedList('Problem', 'Targets whose split over the lower plans falls short'),
    },
    closed,
  );
  app.get(
    '/api/campaigns/:campaign/lower-plans',
    { schema: { tags, params: InCampaign, response: answers(lowers) } },
    async (request, reply) => {
      const found = await lowersOf(tools, book, { campaign: entranceOf(request).id, today: dayOf(tools.clock.now()) });
      return found ? done(reply, found) : refuseWith(reply, [problem('request.not-found', '')]);
    },
  );
  app.post('/api/plans/conform', { bodyLimit, schema: { tags, body: NewPlan, response: answers(ConformView) } }, async (request, reply) =>
    done(reply, conformView(await conformityOf(tools, plans, request.body.plan), request.language)),
  );
};
