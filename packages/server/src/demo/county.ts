import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { type Actor, addDays, type Day, dayOf, type Outcome, type Plan, planHash } from '@xiuhua/engine';
import type { DemoAccount } from '../http/api.ts';
import { type AccountView, addAccountAs } from '../work/accounts.ts';
import type { CampaignBook } from '../work/book.ts';
import { beginCampaign, keepDraft } from '../work/drafts.ts';
import { setMembers } from '../work/members.ts';
import type { PhotoShelf } from '../work/photos.ts';
import type { Person } from '../work/sessions.ts';
import type { Tools } from '../work/tools.ts';
import { actionBegins, actionPeople, actionPlan } from './action.ts';
import { type Album, drawAlbum } from './album.ts';
import { stepsOn, type World } from './history.ts';
import { type DemoPerson, demoPeople, upperPeople } from './people.ts';
import { demoPlan } from './plan.ts';
import { adoptionOn, type Step } from './step.ts';
import { amendedCounty, compiledPlan, countyPlan, otherTown, quietStepsOn, type UnitStep, underCounty } from './upper.ts';

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

/** As a person who is signed in would be known. */
const signedIn = ({ account: { id, login, name, admin } }: Placed): Person => ({
  account: { id, login, name, admin },
  session: '',
  campaigns: [],
});

/** A campaign with its draft and members; its id. */
const openCampaign = async (tools: Tools, plan: Plan, people: readonly Placed[]): Promise<string> => {
  const author = people.find(({ roles }) => roles.includes('office'));
  if (!author) throw new Error('a demo campaign needs an office');
  const begun = await beginCampaign(tools, signedIn(author), plan);
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
  {
    people,
    plan,
    world,
    first,
    goesOn = () => true,
  }: { people: readonly Placed[]; plan: Plan; world: World; first: Day; goesOn?: () => boolean },
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
  await play(adoptionOn(first, planHash(plan)));
  for (let day: Day = first; day <= world.today && goesOn(); day = addDays(day, 1)) {
    const steps = await book.ask(campaign, (now) => stepsOn(now, day, world));
    if (steps?.length) await play(steps);
    // Whoever signs in while the county lives has his turn.
    await setTimeout(5);
  }
};

/** The three-year action of the county, with its people; `live` lets them live from the beginning of its second year. */
const raiseAction = async (
  { tools, book, photos }: Workshop,
  template: Plan,
  at: Pick<World, 'album' | 'today' | 'now'>,
): Promise<{ readonly people: readonly Placed[]; readonly title: string; readonly live: DemoCounty['live'] }> => {
  const plan = actionPlan(template, at.today);
  const people = await openAccounts(tools, actionPeople());
  const campaign = await openCampaign(tools, plan, people);
  // The story calls everybody by what he does in it.
  const called = people.map((person, i) => ({ ...person, login: actionPeople()[i]?.calls ?? person.login }));
  await hangUp(photos, at.album, { campaign, account: found(called, 'office').account.id });
  const logins = new Map(called.filter(({ roles }) => roles.includes('unit')).map(({ unit, login }) => [unit, login]));
  const live = (goesOn: () => boolean): Promise<void> =>
    liveThrough(book, campaign, { people: called, plan, world: { ...at, logins }, first: actionBegins(at.today), goesOn });
  return { people, title: plan.title, live };
};

/** Days since the county amended its plan, and since the second town adopted its own. */
const [amended, followed] = [6, 2];

/** The campaigns around the town's, played day by day by one person each. */
const around = (
  { tools, book }: Workshop,
  from: { readonly album: Album; readonly today: Day; readonly now: string; readonly headOf: (who: Placed) => Placed },
) => {
  const acting = (who: Placed, { unit, command }: UnitStep, tellers: readonly Placed[]): Actor => {
    if (command.type === 'SubmitChecklist') return { ...actorOf(who), unit, name: `${unit}检查员`, roles: ['inspector'] };
    const teller = tellers.find((one) => one.unit === unit);
    return teller ? actorOf(teller) : { ...actorOf(who), unit };
  };
  let taken = 0;
  const play = async (id: string, who: Placed, steps: readonly UnitStep[], tellers: readonly Placed[] = []): Promise<void> => {
    const orders = steps.map((step) => {
      const { at, command } = step;
      const order = command.type === 'SubmitChecklist' ? command.submission : `demo-${String(++taken).padStart(6, '0')}`;
      return { id: order, at, command, by: acting(who, step, tellers) };
    });
    const outcomes = await book.play(id, orders);
    for (const [i, outcome] of outcomes.entries()) sure(outcome, `${steps[i]?.command.type} of ${who.login}`);
  };
  const adopt = async (id: string, plan: Plan, { who, day }: { who: Placed; day: Day }): Promise<void> => {
    for (const { at, who: login, command } of adoptionOn(day, planHash(plan)))
      await play(id, login === 'office' ? who : from.headOf(who), [{ at, unit: '', command }]);
  };
  const live = async (
    id: string,
    who: Placed,
    { first, last, tellers }: { readonly first: Day; readonly last: Day; readonly tellers: readonly Placed[] },
  ): Promise<void> => {
    const around = { ...from, tellers: tellers.map(({ unit }) => unit) };
    for (let day = first; day <= last; day = addDays(day, 1)) {
      const steps = (await book.ask(id, (campaign) => quietStepsOn(campaign, day, around))) ?? [];
      const done = steps.filter(({ at }) => at <= from.now);
      await play(id, who, done, tellers);
    }
  };
  const open = (plan: Plan, who: Placed, tellers: readonly Placed[]): Promise<string> =>
    openCampaign(tools, plan, [who, from.headOf(who), ...tellers]);
  return { adopt, live, open };
};

/**
 * The plans around the town's: the county's, which it rests on, amended last week, and that of a second town, which
 * has followed. The county's is in force before the town adopts its own; the rest comes once the town has lived.
 */
const raiseCounty = async (
  workshop: Workshop,
  {
    town,
    people,
    ...from
  }: { readonly town: Plan; readonly people: readonly Placed[]; readonly album: Album; readonly today: Day; readonly now: string },
): Promise<{ readonly amend: () => Promise<void> }> => {
  const headOf = ({ login }: Placed): Placed => found(people, login === 'xianban' ? 'xianzuzhang' : 'dhzuzhang');
  const { adopt, live, open } = around(workshop, { ...from, headOf });
  const { today } = from;
  const first = town.phases[0]?.from ?? today;
  const plan = countyPlan(town);
  const [county, clerk] = [found(people, 'xianban'), found(people, 'donghe')];
  const tellers = people.filter(({ roles }) => roles.includes('unit'));
  const campaign = await open(plan, county, tellers);
  await adopt(campaign, plan, { who: county, day: addDays(first, -6) });
  const amend = async (): Promise<void> => {
    const day = addDays(today, -amended);
    await live(campaign, county, { first, last: addDays(day, -1), tellers });
    const changed = amendedCounty(plan, day);
    const saved = await keepDraft(workshop.tools, campaign, { person: signedIn(county), plan: changed, revision: 1, running: true });
    sure(saved, 'an amendment');
    await adopt(campaign, changed, { who: county, day });
    await live(campaign, county, { first: day, last: today, tellers });
    const below = otherTown(compiledPlan(changed), first.slice(0, 4));
    const id = await open(below, clerk, []);
    const since = addDays(today, -followed);
    await adopt(id, below, { who: clerk, day: since });
    await live(id, clerk, { first: since, last: today, tellers: [] });
  };
  return { amend };
};

/** The demo county as it was made. */
export interface DemoCounty {
  /** The accounts the sign-in page offers. */
  readonly accounts: readonly DemoAccount[];
  /** Lets the three-year action be lived up to now, a day after the other, while the doors are open, as long as it goes on. */
  readonly live: (goesOn: () => boolean) => Promise<void>;
}

/**
 * Makes the demo county on an empty store: its people, its plan with the days moved so that today lies in the middle,
 * and everything that happened in the town until now. The three-year action of the whole county is begun.
 */
export const makeCounty = async (
  { tools, book, photos }: Workshop,
  template: Plan,
  making: (what: Making) => void,
): Promise<DemoCounty> => {
  const now = tools.clock.now();
  const today = dayOf(now);
  const alone = demoPlan(template, today);
  const upper = countyPlan(alone);
  const plan = underCounty(alone, compiledPlan(upper));
  making('people');
  const opening = openAccounts(tools, demoPeople(plan));
  const above = openAccounts(tools, upperPeople);
  making('pictures');
  const album = drawAlbum();
  const people = await opening;
  const campaign = await openCampaign(tools, plan, people);
  await hangUp(photos, album, { campaign, account: found(people, 'office').account.id });
  const others = await above;
  const { amend } = await raiseCounty({ tools, book, photos }, { town: alone, people: others, album, today, now });
  making('history');
  const logins = new Map(people.filter(({ roles }) => roles.includes('unit')).map(({ unit, login }) => [unit, login]));
  await liveThrough(book, campaign, { people, plan, world: { album, logins, today, now }, first: plan.phases[0]?.from ?? today });
  await amend();
  const county = await raiseAction({ tools, book, photos }, template, { album, today, now });
  const places = [
    [people, plan.title],
    [others, upper.title],
    [county.people, county.title],
  ] as const;
  const accounts = places.flatMap(([all, campaign]) =>
    all.flatMap(({ login, password, name, roles, door }) =>
      door ? [{ login, password, name, role: roles[0] ?? 'admin', door, campaign: roles.length > 0 ? campaign : '' }] : [],
    ),
  );
  return { accounts, live: county.live };
};
