import { type Campaign, decide, type Event, may, type Outcome, outcome, problem, refuse, type SubmitChecklist } from '@xiuhua/engine';
import { addAskedPlan, addPlan, draftOf, retitle } from '../store/campaigns.ts';
import { eventOf, type Head, seal } from '../store/chain.ts';
import { append, linesAfter, lockHead, takeCommands, takenCommands } from '../store/log.ts';
import { completeAmong } from '../store/photos.ts';
import { putRecords, replaceKind } from '../store/records.ts';
import type { CommandTable, Db, EventTable } from '../store/tables.ts';
import { catchUp, type Loaded, takeIn } from './loaded.ts';
import { conflictCause, hashOfCommand, type Order, photosOf, type Receipt, type Taken } from './order.ts';
import { proposalRecords, recordsOf, touch, untouched } from './records.ts';
import type { Shelf } from './shelf.ts';
import type { Tools } from './tools.ts';
import { shelveUppers } from './uppers.ts';

/** Everything one transaction of orders works on. */
interface Desk {
  readonly tools: Tools;
  readonly db: Db;
  readonly campaign: string;
  readonly loaded: Loaded;
  readonly plans: Shelf;
  readonly photos: ReadonlySet<string>;
  readonly taken: Map<string, CommandTable>;
  readonly fresh: CommandTable[];
  readonly lines: EventTable[];
  readonly events: Event[];
}

/** A draft that a command asks about or adopts. */
interface Draft {
  readonly hash: string;
  readonly text: string;
  readonly title: string;
  readonly writer: { readonly account: string; readonly name: string };
}

/** What an order came to, or the fault that stopped this one order. */
export type Result = { readonly outcome: Outcome<Taken> } | { readonly fault: unknown };

const visitOf = (campaign: Campaign, command: SubmitChecklist) => campaign.submissions.get(command.submission);

/** The cause an order is logged under. Other content under a known submission id gets a cause of its own. */
const causeOf = ({ id, command }: Order, campaign: Campaign, hash: string): string => {
  if (command.type !== 'SubmitChecklist') return id;
  const visit = visitOf(campaign, command);
  return visit && visit.contentHash !== hash ? conflictCause(command.submission, hash) : command.submission;
};

/** What an order may be logged under: other content can only stand beside a visit that is known. */
const possibleCauses = ({ id, command }: Order, campaign: Campaign): readonly string[] =>
  command.type === 'SubmitChecklist' && visitOf(campaign, command) ? [id, conflictCause(id, hashOfCommand(command))] : [id];

const receiptOf = async (desk: Desk, command: SubmitChecklist): Promise<Receipt | undefined> => {
  const visit = visitOf(desk.loaded.campaign, command);
  const seq = desk.taken.get(command.submission)?.seq;
  if (!visit || seq === undefined) return undefined;
  const wanted = [...new Set(photosOf({ ...command, answers: visit.answers }))];
  const there = wanted.every((hash) => desk.photos.has(hash)) ? desk.photos : await completeAmong(desk.db, desk.campaign, wanted);
  const missingPhotos = wanted.filter((hash) => !there.has(hash));
  return { submission: command.submission, contentHash: visit.contentHash, seq, at: visit.at, missingPhotos };
};

/** Orders taken before: the same answer again. An id used for something else, or by somebody else, is refused. */
const replayed = async (desk: Desk, order: Order, [before, hash]: readonly [CommandTable, string]): Promise<Outcome<Taken>> => {
  const submitting = order.command.type === 'SubmitChecklist';
  if (before.hash !== hash || (!submitting && before.account !== order.by.account)) return refuse('command.repeated-id');
  if (order.command.type === 'SubmitChecklist') {
    const receipt = await receiptOf(desk, order.command);
    return outcome({ events: [], known: true, receipt, conflict: before.id !== order.command.submission }, []);
  }
  const own = desk.lines.filter((row) => row.cause === order.id);
  const rows = own.length > 0 ? own : await linesAfter(desk.db, desk.campaign, { after: before.seq - 1, limit: before.facts });
  return outcome({ events: rows.map(eventOf), known: true, conflict: false }, []);
};

/** The draft a command is about, ready for the engine: compiled, on the shelf with its upper plans. */
const readyDraft = async ({ db, campaign, plans }: Desk, hash: string): Promise<Outcome<Draft>> => {
  const draft = await draftOf(db, campaign);
  if (draft?.hash !== hash) return refuse('draft.moved', '/plan', { by: draft?.saved_by_name ?? '—', at: draft?.saved_at ?? '—' });
  const compiled = plans.put(draft.text);
  if (!compiled.ok) {
    const count = compiled.problems.filter((p) => p.severity === 'error').length;
    return { ok: false, problems: [problem('plan.has-errors', '/plan', { count }), ...compiled.problems] };
  }
  await shelveUppers(db, plans, compiled.value.written);
  const writer = { account: draft.saved_by, name: draft.saved_by_name };
  return outcome({ hash, text: draft.text, title: compiled.value.plan.title, writer }, []);
};

/** Keeps the text of a draft that was asked about, or came into force. */
const keepPlan = async ({ db, campaign, tools }: Desk, type: 'AskReview' | 'AdoptPlan', { hash, text, title }: Draft): Promise<void> => {
  const row = { campaign, hash, text, added_at: tools.clock.now() };
  if (type === 'AskReview') return addAskedPlan(db, row);
  await addPlan(db, row);
  await retitle(db, campaign, title);
};

const log = (
  desk: Desk,
  order: Order,
  { cause, hash, facts, at }: { cause: string; hash: string; facts: readonly Event['fact'][]; at: string },
): readonly Event[] => {
  const events = facts.map((fact, index) => {
    const row = seal({ campaign: desk.campaign, cause, index, at, by: order.by, fact }, desk.loaded.head);
    desk.lines.push(row);
    return takeIn(desk.loaded, row, desk.plans);
  });
  desk.events.push(...events);
  const command: CommandTable = {
    campaign: desk.campaign,
    id: cause,
    account: order.by.account,
    hash,
    seq: events[0]?.seq ?? 0,
    facts: events.length,
  };
  desk.taken.set(cause, command);
  desk.fresh.push(command);
  return events;
};

const takeOrder = async (desk: Desk, order: Order): Promise<Outcome<Taken>> => {
  const { command, by } = order;
  const hash = hashOfCommand(command);
  const { campaign } = desk.loaded;
  const cause = causeOf(order, campaign, hash);
  const before = desk.taken.get(cause);
  if (before) return replayed(desk, order, [before, hash]);
  const aboutDraft = (command.type === 'AskReview' || command.type === 'AdoptPlan') && may(by, command.type) ? command : undefined;
  const draft = aboutDraft && (await readyDraft(desk, aboutDraft.plan));
  if (draft && !draft.ok) return draft;
  const at = order.at ?? desk.tools.clock.now();
  const decided = decide(campaign, command, {
    at,
    by,
    get random() {
      return desk.tools.ids.seed();
    },
    plans: desk.plans.get,
    ...(draft && { wrote: () => draft.value.writer }),
    ...(order.carriedBy === undefined ? {} : { carriedBy: order.carriedBy }),
    ...(order.inspectedFor === undefined ? {} : { inspectedFor: order.inspectedFor }),
    photos: (photo) => desk.photos.has(photo),
  });
  if (!decided.ok) return decided;
  if (draft && aboutDraft) await keepPlan(desk, aboutDraft.type, draft.value);
  const events = log(desk, order, { cause, hash, facts: decided.value, at });
  const receipt = command.type === 'SubmitChecklist' ? await receiptOf(desk, command) : undefined;
  return outcome({ events, known: false, receipt, conflict: command.type === 'SubmitChecklist' && cause !== command.submission }, []);
};

const writeDown = async ({ db, campaign, loaded, lines, events, fresh }: Desk): Promise<void> => {
  await append(db, campaign, lines);
  await takeCommands(db, fresh);
  const touched = untouched();
  for (const event of events) touch(touched, event);
  await putRecords(db, campaign, recordsOf(touched, loaded.campaign));
  if (touched.proposals) await replaceKind(db, campaign, { kind: 'proposal', records: proposalRecords(loaded.campaign) });
};

const laidOut = async (
  tools: Tools,
  { db, campaign, loaded, plans, to }: { db: Db; campaign: string; loaded: Loaded; plans: Shelf; to: Head },
  orders: readonly Order[],
): Promise<Desk> => {
  await catchUp(loaded, { db, campaign, to, plans });
  const taken = new Map(
    await takenCommands(
      db,
      campaign,
      orders.flatMap((order) => possibleCauses(order, loaded.campaign)),
    ),
  );
  const photos = await completeAmong(db, campaign, [...new Set(orders.flatMap((order) => photosOf(order.command)))]);
  return { tools, db, campaign, loaded, plans, photos, taken, fresh: [], lines: [], events: [] };
};

/**
 * Takes orders in, one after another, in one transaction: the log's head is locked, what others appended is read,
 * each order is decided, and the events, commands and records are written. Problems refuse one order and leave the
 * others alone, as does a fault while deciding. When the transaction itself fails this throws, and `loaded` must be
 * thrown away because it has run ahead of the log. `undefined` when there is no such campaign.
 */
export const takeOrders = (
  tools: Tools,
  { campaign, loaded, plans }: { campaign: string; loaded: Loaded; plans: Shelf },
  orders: readonly Order[],
): Promise<readonly Result[] | undefined> =>
  tools.store.write(async (db) => {
    const to = await lockHead(tools.store, db, campaign);
    if (!to) return undefined;
    const desk = await laidOut(tools, { db, campaign, loaded, plans, to }, orders);
    const results: Result[] = [];
    for (const order of orders) {
      const seq = loaded.campaign.seq;
      try {
        results.push({ outcome: await takeOrder(desk, order) });
      } catch (fault) {
        if (orders.length === 1 || loaded.campaign.seq !== seq || loaded.head.seq !== seq) throw fault;
        results.push({ fault });
      }
    }
    await writeDown(desk);
    return results;
  });
