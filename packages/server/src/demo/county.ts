import { Readable } from 'node:stream';
import { type Actor, addDays, type Day, dayOf, instantAt, type Outcome, type Plan, planHash } from '@xiuhua/engine';
import type { DemoAccount } from '../http/api.ts';
import { type AccountView, addAccountAs } from '../work/accounts.ts';
import type { CampaignBook } from '../work/book.ts';
import { beginCampaign } from '../work/drafts.ts';
import { setMembers } from '../work/members.ts';
import type { PhotoShelf } from '../work/photos.ts';
import type { Tools } from '../work/tools.ts';
import { type Album, drawAlbum } from './album.ts';
import { stepsOn, type World } from './history.ts';
import { type DemoPerson, demoPeople } from './people.ts';
import { demoPlan } from './plan.ts';
import type { Step } from './step.ts';

/** The parts of a server the demo is made through: the same ones that requests go through. */
export interface Workshop {
  readonly tools: Tools;
  readonly book: CampaignBook;
  readonly photos: PhotoShelf;
}

/** What the demo county is doing while it is made, for a sign of life. */
export type Making = 'people' | 'pictures' | 'history';

type Placed = DemoPerson & { readonly account: AccountView };

/** The value, or a fault: in the demo county nothing is refused. */
const sure = <T>(outcome: Outcome<T>, what: string): T => {
  if (outcome.ok) return outcome.value;
  throw new Error(
    `the demo county was refused ${what}: ${outcome.problems.map((p) => `${p.code} ${JSON.stringify(p.params)}`).join(', ')}`,
  );
};

const openAccounts = (tools: Tools, people: readonly DemoPerson[]): Promise<readonly Placed[]> =>
  Promise.all(people.map(async (person) => ({ ...person, account: sure(await addAccountAs(tools, person), person.login) })));

const actorOf = ({ account, name, unit, roles }: Placed): Actor => ({ account: account.id, name, unit, roles });

const found = (people: readonly Placed[], login: string): Placed => {
  const person = people.find((one) => one.login === login);
  if (!person) throw new Error(`nobody in the demo county is called ${login}`);
  return person;
};

/** A campaign with its draft and members; its id. */
const openCampaign = async (tools: Tools, plan: Plan, people: readonly Placed[]): Promise<string> => {
  const { account } = found(people, 'office');
  const { id, login, name, admin } = account;
  const begun = await beginCampaign(tools, { account: { id, login, name, admin }, session: '', campaigns: [] }, plan);
  const members = people.filter(({ roles }) => roles.length > 0).map(({ account, unit, roles }) => ({ account: account.id, unit, roles }));
  sure(await setMembers(tools, begun.id, { members, units: plan.organization.units.map((unit) => unit.name) }), 'its members');
  return begun.id;
};

const hangUp = async (photos: PhotoShelf, album: Album, { campaign, account }: { campaign: string; account: string }): Promise<void> => {
  for (const [hash, bytes] of album.pictures) {
    sure(await photos.begin({ campaign, hash }, { account, size: bytes.length }), 'a photo');
    sure(await photos.append({ campaign, hash }, 0, Readable.from([Buffer.from(bytes)])), 'a photo');
  }
};

/** Lives one day after the other through the ordinary commands, each at its own time. */
const liveThrough = async (
  book: CampaignBook,
  campaign: string,
  { people, plan, world }: { people: readonly Placed[]; plan: Plan; world: World },
): Promise<void> => {
  let taken = 0;
  const order = ({ at, who, command }: Step) => {
    const id = command.type === 'SubmitChecklist' ? command.submission : `demo-${String(++taken).padStart(6, '0')}`;
    return { id, at, command, by: actorOf(found(people, who)) };
  };
  const play = async (steps: readonly Step[]): Promise<void> => {
    const orders = steps.map(order);
    const outcomes = await book.play(campaign, orders);
    for (const [i, outcome] of outcomes.entries()) sure(outcome, `${orders[i]?.command.type} at ${orders[i]?.at}`);
  };
  const first = plan.phases[0]?.from ?? world.today;
  await play([{ at: instantAt(first, '08:00'), who: 'office', command: { type: 'AdoptPlan', plan: planHash(plan) } }]);
  for (let day: Day = first; day <= world.today; day = addDays(day, 1)) {
    const steps = await book.ask(campaign, (now) => stepsOn(now, day, world));
    if (steps?.length) await play(steps);
  }
};

/**
 * Makes the demo county on an empty store: its people, its plan with the days moved so that today lies in the middle,
 * and everything that happened until now. The accounts for the sign-in page are the answer.
 */
export const makeCounty = async (
  { tools, book, photos }: Workshop,
  template: Plan,
  making: (what: Making) => void,
): Promise<readonly DemoAccount[]> => {
  const now = tools.clock.now();
  const today = dayOf(now);
  const plan = demoPlan(template, today);
  making('people');
  const opening = openAccounts(tools, demoPeople(plan));
  making('pictures');
  const album = drawAlbum();
  const people = await opening;
  const campaign = await openCampaign(tools, plan, people);
  await hangUp(photos, album, { campaign, account: found(people, 'office').account.id });
  making('history');
  const logins = new Map(people.filter(({ roles }) => roles.includes('unit')).map(({ unit, login }) => [unit, login]));
  await liveThrough(book, campaign, { people, plan, world: { album, logins, today, now } });
  return people.flatMap(({ login, password, name, roles, door }) =>
    door ? [{ login, password, name, role: roles[0] ?? 'admin', door }] : [],
  );
};
