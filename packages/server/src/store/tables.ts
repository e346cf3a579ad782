import type { Kysely } from 'kysely';

/** A person who can sign in. `login` is lower case and unique; `password` is an argon2id string. */
export interface AccountTable {
  id: string;
  login: string;
  name: string;
  password: string;
  admin: number;
  disabled: number;
  created_at: string;
}

/** An open session. Only the SHA-256 of the cookie is here; `id` is what its owner sees in the list. */
export interface SessionTable {
  hash: string;
  id: string;
  account: string;
  created_at: string;
  seen_at: string;
  agent: string;
  /** What the office called the phone it let in; '' for a session opened with a password. */
  device: string;
  /** Whose place its owner looks from, and in which campaign; '' while he is himself. */
  as_account: string;
  as_campaign: string;
}

/** Hash of a code that lets a phone in as an account, who showed it, and until when it holds. */
export interface DeviceCodeTable {
  hash: string;
  account: string;
  made_by: string;
  until: string;
}

/** Failed attempts under a key (an account's login, an address), and until when the next one is refused. */
export interface ThrottleTable {
  key: string;
  failures: number;
  until: string;
  failed_at: string;
}

/** Hash of a set-up code and until when it holds. */
export interface SetupTable {
  hash: string;
  until: string;
}

/** A campaign with the head of its log: position and hash of the last event, 0 and '' before the first. */
export interface CampaignTable {
  id: string;
  title: string;
  created_at: string;
  created_by: string;
  seq: number;
  head: string;
}

/** What an account is in a campaign: its unit by the plan's name ('' for none) and its roles as a JSON list. */
export interface MemberTable {
  campaign: string;
  account: string;
  unit: string;
  roles: string;
}

/** The plan being worked on. `revision` counts the savings; `hash` is of the plan's canonical text. */
export interface DraftTable {
  campaign: string;
  revision: number;
  text: string;
  hash: string;
  saved_at: string;
  saved_by: string;
}

/** An adopted plan, immutable, by the hash of its canonical text. */
export interface PlanTable {
  campaign: string;
  hash: string;
  text: string;
  added_at: string;
}

/** A draft somebody asked to have reviewed, as it was then: it can be read whatever becomes of the draft. */
export type AskedPlanTable = PlanTable;

/** Checklists begun on a phone and not handed in, as the phone last said: a JSON list of plan and duty. */
export interface BegunTable {
  campaign: string;
  account: string;
  phone: string;
  drafts: string;
  said_at: string;
}

/** The plan of an upper level, taken in as it was issued, by the hash of its canonical text. */
export interface UpperPlanTable {
  hash: string;
  text: string;
  added_at: string;
  added_by: string;
}

/** One line of the log. `by` and `fact` are canonical JSON; `hash` chains the line to the one before (`prev`). */
export interface EventTable {
  campaign: string;
  seq: number;
  cause: string;
  index: number;
  at: string;
  by: string;
  fact: string;
  prev: string;
  hash: string;
}

/** A command that was taken: who gave it, the hash of its content, its first event and how many there are. */
export interface CommandTable {
  campaign: string;
  id: string;
  account: string;
  hash: string;
  seq: number;
  facts: number;
}

/** Something that follows from the log, as canonical JSON. Can be dropped and computed again. */
export interface RecordTable {
  campaign: string;
  kind: string;
  id: string;
  unit: string;
  day: string;
  state: string;
  body: string;
}

/**
 * A photo of a campaign, named by the SHA-256 of the bytes the phone had. `kept` is the hash of the file as it is
 * kept, without metadata; it is '' until the upload is complete.
 */
export interface PhotoTable {
  campaign: string;
  hash: string;
  account: string;
  size: number;
  created_at: string;
  kept: string;
  kept_size: number;
  type: string;
  width: number;
  height: number;
}

/** The calendar link of an account, at most one. Only the SHA-256 of its secret part is here. */
export interface FeedTable {
  hash: string;
  account: string;
  created_at: string;
}

/** An account that inspected for a unit of a campaign and no longer does: what it filled then may still be on its phone. */
export interface FormerInspectorTable {
  campaign: string;
  account: string;
  unit: string;
  until: string;
}

/**
 * One line of the access log: who did something to accounts, roles, sessions, phones, links or files, when and from
 * where. `says` is canonical JSON; `campaign` is '' where none is concerned; `hash` chains the line to the one before.
 */
export interface AccessTable {
  seq: number;
  at: string;
  account: string;
  name: string;
  kind: string;
  campaign: string;
  says: string;
  address: string;
  prev: string;
  hash: string;
}

/** The end of the access log, in one row. */
export interface AccessHeadTable {
  one: number;
  seq: number;
  head: string;
}

/** A message that an account has read. */
export interface ReadMarkTable {
  account: string;
  campaign: string;
  message: string;
  at: string;
}

/**
 * A robot of a group chat that messages of a campaign go to. `url` and `secret` let anybody write into the chat: they
 * are sealed (ports/vault.ts) and never leave the server; an empty `secret` stands for none. `unit` is '' for those of all units; `kinds` a JSON list of kinds of message.
 */
export interface RobotTable {
  id: string;
  campaign: string;
  name: string;
  kind: string;
  url: string;
  secret: string;
  unit: string;
  kinds: string;
  rhythm: string;
  paused: number;
  created_at: string;
}

/** A message on its way to a robot. `post` names what it is sent together with, '' before it was first taken. */
export interface OutboxTable {
  robot: string;
  message: string;
  text: string;
  made_at: string;
  state: string;
  next_at: string;
  attempts: number;
  post: string;
  changed_at: string;
  reason: string;
}

/** What is sent to a robot in one piece, while it may have to be sent again: the same text under the same id each time. */
export interface PostTable {
  id: string;
  robot: string;
  text: string;
}

/** Every table of the store. */
export interface Tables {
  account: AccountTable;
  session: SessionTable;
  device_code: DeviceCodeTable;
  throttle: ThrottleTable;
  setup: SetupTable;
  campaign: CampaignTable;
  member: MemberTable;
  former_inspector: FormerInspectorTable;
  draft: DraftTable;
  plan: PlanTable;
  asked_plan: AskedPlanTable;
  begun: BegunTable;
  upper_plan: UpperPlanTable;
  event: EventTable;
  command: CommandTable;
  record: RecordTable;
  photo: PhotoTable;
  feed: FeedTable;
  access: AccessTable;
  access_head: AccessHeadTable;
  read_mark: ReadMarkTable;
  robot: RobotTable;
  outbox: OutboxTable;
  post: PostTable;
}

/** A connection to the store, or a transaction in it. */
export type Db = Kysely<Tables>;
