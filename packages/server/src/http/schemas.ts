import { Command, type Fact } from '@xiuhua/engine';
import Type from 'typebox';
import { WordedProblem } from './reply.ts';

const closed = { additionalProperties: false } as const;

/** Something the engine computes, as the type of that name in `@xiuhua/engine` says. */
export const Computed = (name: string, what: string) =>
  Type.Unsafe<unknown>({ type: 'object', title: name, description: what, additionalProperties: true });

/** A list of what the engine computes. */
export const ComputedList = (name: string, what: string) => Type.Array(Computed(name, what));

export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in lower-case hex' });
export const Id = Type.String({ minLength: 8, maxLength: 64, pattern: '^[A-Za-z0-9-]+$' });
export const Day = Type.String({ format: 'date', description: 'A day in China, YYYY-MM-DD' });
/** Two days in one word of an address. */
export const Stretch = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}\\.\\.\\d{4}-\\d{2}-\\d{2}$',
  format: 'days',
  description: 'Days from the first to the last, such as 2026-01-01..2026-01-31',
});
export const Login = Type.String({ minLength: 2, maxLength: 64, pattern: '^\\s*[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]*\\s*$' });
export const PersonName = Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\p{Cc}\\p{Cf}]+$' });
/** A password as typed; how strong a new one must be is judged apart. */
export const Password = Type.String({ minLength: 1, maxLength: 256 });
/** A plan as a JSON object; what it may say is checked by the engine. */
export const PlanBody = Type.Unsafe<Readonly<Record<string, unknown>>>({
  type: 'object',
  additionalProperties: true,
  description: 'A plan, right or wrong',
});

/** A role a member can have. One kind of value, so that telling repeated ones apart costs no more than reading them. */
export const Role = Type.Unsafe<'office' | 'inspector' | 'unit' | 'town' | 'leader' | 'auditor'>({
  type: 'string',
  enum: ['office', 'inspector', 'unit', 'town', 'leader', 'auditor'],
});

export const Fine = Type.Object({ ok: Type.Literal(true) }, closed);
export const InCampaign = Type.Object({ campaign: Type.String({ maxLength: 64 }) }, closed);

export const Credentials = Type.Object({ login: Type.String({ minLength: 1, maxLength: 64 }), password: Password }, closed);
export const SetUp = Type.Object(
  { code: Type.String({ minLength: 1, maxLength: 64 }), login: Login, name: PersonName, password: Password },
  closed,
);
export const PasswordChange = Type.Object({ old: Password, password: Password }, closed);
export const SessionRow = Type.Object(
  { id: Type.String(), createdAt: Type.String(), lastSeen: Type.String(), agent: Type.String(), current: Type.Boolean() },
  closed,
);

export const DeviceRow = Type.Object(
  {
    id: Type.String(),
    account: Type.String(),
    name: Type.String(),
    device: Type.String(),
    createdAt: Type.String(),
    lastSeen: Type.String(),
    agent: Type.String(),
  },
  closed,
);
export const DeviceCode = Type.Object({ code: Type.String(), until: Type.String() }, closed);
export const NewDevice = Type.Object({ account: Type.String({ maxLength: 64 }) }, closed);
export const DeviceSignIn = Type.Object({ code: Type.String({ minLength: 1, maxLength: 64 }), device: PersonName }, closed);

export const AccountView = Type.Object(
  {
    id: Type.String(),
    login: Type.String(),
    name: Type.String(),
    admin: Type.Boolean(),
    disabled: Type.Boolean(),
    createdAt: Type.String(),
  },
  closed,
);
export const NewAccount = Type.Object({ login: Login, name: PersonName, password: Password, admin: Type.Boolean() }, closed);
export const AccountChange = Type.Object(
  {
    name: Type.Optional(PersonName),
    password: Type.Optional(Password),
    admin: Type.Optional(Type.Boolean()),
    disabled: Type.Optional(Type.Boolean()),
  },
  closed,
);

export const CampaignRow = Type.Object(
  { id: Type.String(), title: Type.String(), state: Type.Union([Type.Literal('draft'), Type.Literal('running'), Type.Literal('closed')]) },
  closed,
);
export const NewMember = Type.Object(
  {
    account: Type.String({ maxLength: 64 }),
    unit: Type.String({ maxLength: 80 }),
    roles: Type.Array(Role, { minItems: 1, maxItems: 6, uniqueItems: true }),
  },
  closed,
);
export const MemberView = Type.Object(
  { account: Type.String(), login: Type.String(), name: Type.String(), unit: Type.String(), roles: Type.Array(Role) },
  closed,
);

export const NewPlan = Type.Object({ plan: PlanBody }, closed);
export const DraftSave = Type.Object({ plan: PlanBody, revision: Type.Integer({ minimum: 1, maximum: 2_000_000_000 }) }, closed);
export const DraftState = Type.Object({
  revision: Type.Integer(),
  hash: Hash,
  problems: Type.Array(WordedProblem),
  savedAt: Type.String(),
  savedBy: Type.String(),
});
export const DraftView = Type.Object({
  ...DraftState.properties,
  plan: PlanBody,
  adopted: Type.Union([Type.Object({ hash: Hash, version: Type.Integer() }), Type.Null()]),
  review: Type.Unsafe({ type: ['object', 'null'], description: 'The newest review asked for since the last adoption' }),
  closed: Type.Unsafe({ type: ['object', 'null'], description: 'When, by whom and why the campaign was closed' }),
});
export const Verdict = Type.Object({ ok: Type.Boolean(), problems: Type.Array(WordedProblem) }, closed);

export const ImportVerdict = Type.Object({
  ok: Type.Boolean({ description: 'Whether all rows can be taken in' }),
  sheet: Type.String(),
  sheets: Type.Array(Type.String(), { description: 'The sheets of the workbook' }),
  total: Type.Number({ description: 'The points of a score sheet altogether, 0 for a register' }),
  problems: Type.Array(WordedProblem, { description: 'Why they cannot' }),
  rows: Type.Array(
    Type.Object({
      row: Type.Integer({ description: 'As the spreadsheet counts, from 1' }),
      verdict: Type.Unsafe<string>({ type: 'string', enum: ['new', 'changed', 'same', 'wrong', 'item', 'heading', 'empty'] }),
      name: Type.String(),
      changed: Type.Array(Type.String(), { description: 'What a changed row changes' }),
      problems: Type.Array(WordedProblem),
      site: Type.Optional(Computed('Site', 'The site as the row says it')),
      item: Type.Optional(Computed('Item', 'The item as the row says it')),
    }),
  ),
});

const orders = Command.anyOf.filter(({ properties }) => properties.type.const !== 'SubmitChecklist');

/** Any command but handing in a checklist, which has an address of its own. */
export const AnyOrder = Type.Unsafe<Exclude<Command, { type: 'SubmitChecklist' }>>({
  type: 'object',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: orders,
});
export const OrderBody = Type.Object({ id: Id, command: AnyOrder }, closed);

export const EventView = Type.Object({
  seq: Type.Integer(),
  cause: Type.String(),
  at: Type.String(),
  by: Computed('Actor', 'Who gave the command'),
  fact: Type.Unsafe<Fact>({ type: 'object', title: 'Fact', description: 'What happened', additionalProperties: true }),
});
export const Events = Type.Object({ events: Type.Array(EventView) });

export const Receipt = Type.Object({
  submission: Id,
  contentHash: Hash,
  seq: Type.Integer({ description: 'Its place in the log' }),
  at: Type.String(),
  missingPhotos: Type.Array(Hash, { description: 'Photos it names that have not arrived whole' }),
});

export const InPhoto = Type.Object({ campaign: Type.String({ maxLength: 64 }), hash: Hash }, closed);
export const UploadState = Type.Object({ offset: Type.Integer(), size: Type.Integer(), complete: Type.Boolean() }, closed);
