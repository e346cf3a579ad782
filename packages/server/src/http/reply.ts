import { type Outcome, type Problem, type ProblemCode, say } from '@xiuhua/engine';
import type { FastifyReply } from 'fastify';
import Type, { type TSchema } from 'typebox';

/** The language an answer is worded in. */
export type Language = 'zh' | 'en';

/** Status of codes that stand out from their kin; all others by what stands before the dot. */
const exact: Partial<Record<ProblemCode, number>> = {
  'json.too-large': 413,
  'command.not-allowed': 403,
  'command.repeated-id': 409,
  'plan.unchanged': 409,
  'review.missing': 409,
  'review.own-adoption': 403,
  'review.unknown': 404,
  'review.superseded': 409,
  'review.decided': 409,
  'review.own-work': 403,
  'campaign.closed': 409,
  'campaign.not-over': 409,
  'submission.conflict': 409,
  'record.unknown': 404,
  'record.already-returned': 409,
  'device.bad-code': 403,
  'finding.unknown': 404,
  'finding.wrong-state': 409,
  'finding.own-work': 403,
  'finding.not-your-unit': 403,
  'submission.not-your-unit': 403,
  'milestone.already-reached': 409,
  'repeat.not-newest': 409,
  'repeat.over': 409,
  'repeat.begun': 409,
  'period.already-published': 409,
  'reading.unknown': 404,
  'reading.not-your-unit': 403,
  'reading.own-work': 403,
  'reading.wrong-state': 409,
  'reading.already-confirmed': 409,
  'progress.unknown-report': 404,
  'progress.not-your-unit': 403,
  'progress.waiting': 409,
  'appeal.unknown': 404,
  'appeal.already-open': 409,
  'appeal.decided': 409,
  'appeal.not-your-record': 403,
  'consequence.unknown': 404,
  'consequence.already-decided': 409,
  'request.unauthenticated': 401,
  'request.not-found': 404,
  'request.too-large': 413,
  'request.unsupported-type': 415,
  'request.too-many': 429,
  'request.wrong-origin': 403,
  'request.failed': 500,
  'session.read-only': 403,
  'session.not-to-see': 403,
  'robot.off': 403,
  'robot.unknown-host': 403,
  'setup.needed': 503,
  'setup.done': 409,
  'setup.bad-code': 403,
  'account.bad-login': 401,
  'account.disabled': 403,
  'account.login-taken': 409,
  'account.last-admin': 409,
  'draft.moved': 409,
  'photo.too-large': 413,
  'table.too-large': 413,
  'table.wrong-kind': 415,
  'table.old-kind': 415,
  'photo.wrong-offset': 409,
  'photo.too-many-open': 429,
  'photo.incomplete': 409,
  'store.full': 507,
  'store.busy': 503,
};

const kin: Readonly<Record<string, number>> = { json: 400, shape: 400, request: 400 };

const statusOf = (code: ProblemCode): number => exact[code] ?? kin[code.split('.')[0] ?? ''] ?? 422;

/** A problem as it goes over the wire. */
export const WordedProblem = Type.Object(
  {
    code: Type.String(),
    severity: Type.Union([Type.Literal('error'), Type.Literal('warning'), Type.Literal('hint')]),
    at: Type.String({ description: 'JSON pointer into what was sent' }),
    message: Type.String({ description: 'A sentence in the language of Accept-Language' }),
  },
  { additionalProperties: false },
);

/** The body of every answer that is not a success. */
export const Refused = Type.Object({ problems: Type.Array(WordedProblem) });

/** Problems in words. */
export const worded = (problems: readonly Problem[], language: Language) =>
  problems.map((problem) => ({ code: problem.code, severity: problem.severity, at: problem.at, message: say(problem, language) }));

/** Problems that stop a request where throwing is the only way out: hooks, parsers, validators. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(...problems: readonly Problem[]) {
    super(problems[0]?.code ?? 'refused');
    this.name = 'Refusal';
    this.problems = problems;
  }
}

const retryAfter = (problems: readonly Problem[]): number | undefined => {
  const seconds = problems.find((problem) => problem.code === 'request.too-many')?.params.seconds;
  return typeof seconds === 'number' ? seconds : undefined;
};

/** Answers with problems; the first one that is an error decides the status. `more` is added to the body. */
export const refuseWith = (
  reply: FastifyReply,
  problems: readonly Problem[],
  more: Readonly<Record<string, unknown>> = {},
): FastifyReply => {
  const first = problems.find((problem) => problem.severity === 'error') ?? problems[0];
  const seconds = retryAfter(problems);
  if (seconds !== undefined) void reply.header('retry-after', String(seconds));
  return reply
    .status(first ? statusOf(first.code) : 500)
    .type('application/json; charset=utf-8')
    .send({ problems: worded(problems, reply.request.language), ...more });
};

/** Answers with a value, 200. */
export const done = (reply: FastifyReply, value: unknown): FastifyReply => reply.status(200).send(value);

/** Answers with something new, 201. */
export const created = (reply: FastifyReply, value: unknown): FastifyReply => reply.status(201).send(value);

/** Answers with the value of an outcome, or its problems. */
export const answer = <T>(
  reply: FastifyReply,
  outcome: Outcome<T>,
  send: (reply: FastifyReply, value: T) => FastifyReply = done,
): FastifyReply => (outcome.ok ? send(reply, outcome.value) : refuseWith(reply, outcome.problems));

/** The answers of a route for its description: what comes on success, and problems otherwise. */
export const answers = (success: TSchema): unknown => ({ '2xx': success, '4xx': Refused, '5xx': Refused });
