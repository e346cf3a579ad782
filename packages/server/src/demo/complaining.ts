import { addDays, type Campaign, type CompiledChannel, type CompiledPlan, type Day, type Finding, planInForce } from '@xiuhua/engine';
import { type Album, demoChance, subjectOf } from './album.ts';
import type { Chance } from './chance.ts';
import { momentIn, type Step } from './step.ts';

/** What somebody says, by the class of the site he stands at. */
const said: Readonly<Record<string, readonly string[]>> = {
  占道经营: ['早上摊子摆到路中间，走路要绕。', '店家把货堆在人行道上，推车过不去。'],
  乱停车: ['路口停满了车，接孩子很不安全。', '农用车长期停在这里，占了半边路。'],
  缆线垂挂: ['有根线垂下来了，快碰到头。', '废线盘在电杆上没人收。'],
  垃圾污水: ['垃圾堆了两天没人清，有味道。', '污水从沟里漫到路上。'],
};

/** The class of site a topic is about. */
const classes: Readonly<Record<string, string>> = {
  占道经营: '沿街门面',
  乱停车: '路口与停车点',
  缆线垂挂: '架空线路段',
  垃圾污水: '集镇环境段',
};

/** Days before the story stops on which somebody reports what nobody answers until it does: one overdue, one still in time. */
const left = { overdue: 14, fresh: 2 } as const;

/** How often anything else comes in, on a day. */
const often = 0.16;

const idOn = (day: Day): string => `demo-said-${day}`;

/** True for what came of a complaint that waits for whoever opens the demo. */
export const isLeft = ({ id }: Finding, today: Day): boolean => Object.values(left).some((ago) => id === `${idOn(addDays(today, -ago))}/0`);

/** A site of the topic's class that a unit of its task keeps alone, or none. */
const siteFor = (plan: CompiledPlan, topic: string, chance: Chance): string | undefined => {
  const bearers = plan.tasks.get(plan.publicity.channels.get('12345热线')?.topics.get(topic)?.task ?? '')?.bearers ?? [];
  const sites = [...plan.places.sites.values()].filter(
    ({ class: kind, units }) => kind === classes[topic] && units.length === 1 && units.every((unit) => bearers.includes(unit)),
  );
  return sites.length === 0 ? undefined : chance.one(sites).name;
};

/** What comes in through the office's channels on a day: a caller seldom has a photo, a snapshot always. */
const toOffice = (plan: CompiledPlan, day: Day, album: Album): readonly Step[] => {
  const chance = demoChance(`complaint ${day}`);
  const topic = chance.one(Object.keys(said));
  const channel = chance.one(['12345热线', '随手拍']);
  const site = siteFor(plan, topic, chance);
  if (site === undefined) return [];
  const photos = channel === '随手拍' ? [album.pick(subjectOf(classes[topic] ?? ''), true, chance)] : [];
  const text = chance.one(said[topic] ?? ['请处理。']);
  const command = { type: 'TakeComplaint', complaint: idOn(day), channel, topic, site, text, photos } as const;
  return [{ at: momentIn(day, [8, 10], chance), who: 'office', command }];
};

/** What comes in through a channel that a unit keeps itself, for the places below it. */
const toUnit = (
  { channel: { name }, by, topics }: CompiledChannel,
  day: Day,
  { logins, album }: { readonly logins: ReadonlyMap<string, string>; readonly album: Album },
): readonly Step[] => {
  const chance = demoChance(`complaint ${name} ${day}`);
  const who = logins.get(by);
  if (who === undefined || !chance.likely(often)) return [];
  const topic = chance.one([...topics.keys()]);
  const place = chance.one(['村委会门口', '老桥头', '居民点公厕旁', '集市后巷']);
  const text = chance.one(said.垃圾污水 ?? []);
  const photos = [album.pick('ground', true, chance)];
  const command = { type: 'TakeComplaint', complaint: `demo-box-${day}`, channel: name, topic, place, text, photos } as const;
  return [{ at: momentIn(day, [9, 11], chance), who, command }];
};

/** What the public reports on a day and who takes it in. `today` ends the story. */
export const complainingOn = (
  campaign: Campaign,
  day: Day,
  from: { readonly album: Album; readonly logins: ReadonlyMap<string, string>; readonly today: Day },
): readonly Step[] => {
  const plan = planInForce(campaign, day);
  if (!plan) return [];
  const office = plan.plan.organization.body.office;
  const others = [...plan.publicity.channels.values()].filter(({ by }) => by !== office);
  const comes = demoChance(`complaints ${day}`).likely(often) || Object.values(left).some((ago) => day === addDays(from.today, -ago));
  return [...(comes ? toOffice(plan, day, from.album) : []), ...others.flatMap((one) => toUnit(one, day, from))];
};
