import {
  addDays,
  addWorkdays,
  type Campaign,
  type CompiledPlan,
  type Day,
  type Finding,
  instantAt,
  isDrawn,
  type MoveFinding,
  periodBefore,
  periodOf,
  planInForce,
} from '@xiuhua/engine';
import { type Album, demoChance, subjectOf } from './album.ts';
import { isLeft } from './complaining.ts';
import { momentIn, type Step } from './step.ts';

const asking = ['等待材料进场，预计晚两天完成。', '连续降雨无法施工，申请延期。', '涉及几家共用，正在协商。'];
const refusing = ['现场可先行清理，不需延期。', '理由不充分，请按原期限办结。'];
const suspending = ['涉及管线迁改，列入下季度工程一并解决。', '权属有争议，待界线确定后办理。'];

const move = (
  finding: Finding,
  name: string,
  more: { readonly text?: string; readonly until?: Day; readonly photos?: readonly string[] } = {},
): MoveFinding => {
  const { text = '', until, photos = [] } = more;
  return {
    type: 'MoveFinding',
    finding: finding.id,
    move: name,
    text,
    photos: [...photos],
    ...(until !== undefined && { until }),
  } as const;
};

interface World {
  readonly album: Album;
  readonly logins: ReadonlyMap<string, string>;
  readonly today: Day;
}

/** What befalls a finding that the unit works on: an extension asked for, a suspension, an error seen. */
const befalls = (finding: Finding, plan: CompiledPlan, { day, logins }: World & { readonly day: Day }): readonly Step[] => {
  const chance = demoChance(`exception ${finding.id}`);
  const fate = chance.next();
  const login = logins.get(finding.unit);
  const next = addWorkdays(plan.calendar, finding.opened, 1).day;
  if (day !== next || finding.steps.some(({ does }) => does !== undefined)) return [];
  const at = momentIn(day, [9, 10], chance);
  if (fate < 0.12 && login) return [{ at, who: login, command: move(finding, '申请延期', { text: chance.one(asking) }) }];
  if (fate < 0.17)
    return [{ at, who: 'zuzhang', command: move(finding, '挂账', { text: chance.one(suspending), until: addDays(day, 45) }) }];
  return fate < 0.18 ? [{ at, who: 'zuzhang', command: move(finding, '作废', { text: '经核对界线，不属检查范围。' }) }] : [];
};

/** True for a finding that something befalls on the day, so that nobody replies to it. */
export const isExcepted = (finding: Finding, plan: CompiledPlan, world: World & { readonly day: Day }): boolean =>
  befalls(finding, plan, world).length > 0;

/** How the office decides what was asked for, on the next workday, and takes up again what was suspended. */
const decides = (finding: Finding, plan: CompiledPlan, day: Day): readonly Step[] => {
  const { stage = '', review } = finding.course ?? {};
  const chance = demoChance(`decide ${finding.id}`);
  const asked = finding.steps.at(-1)?.day ?? day;
  const at = momentIn(day, [10, 12], chance);
  if (stage === '挂账' && review !== null && review !== undefined && review <= day)
    return [{ at, who: 'office', command: move(finding, '恢复办理') }];
  if (stage !== '延期审批' || addWorkdays(plan.calendar, asked, 1).day > day) return [];
  const grants = chance.likely(0.75);
  return [{ at, who: 'office', command: move(finding, grants ? '准予延期' : '不予延期', { text: grants ? '' : chance.one(refusing) }) }];
};

/** The look-back: drawn on the third day of the next month, looked at in the days after it. */
const lookingBack = (
  campaign: Campaign,
  day: Day,
  { album, plan }: { readonly album: Album; readonly plan: CompiledPlan },
): readonly Step[] => {
  const period = periodBefore(periodOf('month', day));
  const closed = [...campaign.findings.values()].some((finding) => finding.course && finding.closed?.startsWith(period));
  const draws = day.endsWith('-03') && closed && !campaign.lookBacks.has(period);
  const drawn = [...campaign.findings.values()].filter((finding) => isDrawn(campaign, finding));
  const looks = day.endsWith('-05') || day.endsWith('-06') ? drawn : [];
  return [
    ...(draws ? [{ at: instantAt(day, '09:50'), who: 'office', command: { type: 'DrawLookBack', period } } as const] : []),
    ...looks.map((finding): Step => {
      const chance = demoChance(`look back ${finding.id} ${finding.closed}`);
      const failed = chance.likely(0.2);
      const photo = album.pick(subjectOf(plan.places.sites.get(finding.site)?.class ?? ''), failed, chance);
      const command = failed
        ? move(finding, '回头看不合格', { text: '又出现同样问题，请重新整改。', photos: [photo] })
        : move(finding, '回头看合格', { text: '保持良好。', photos: [photo] });
      return { at: momentIn(day, [14, 16], chance), who: chance.one(['jiancha1', 'jiancha2']), command };
    }),
  ];
};

/** What happens on a day besides replying and verifying: extensions, suspensions, voidings and look-backs. */
export const exceptingOn = (campaign: Campaign, day: Day, world: World): readonly Step[] => {
  const plan = planInForce(campaign, day);
  if (!plan) return [];
  const each = [...campaign.findings.values()].flatMap((finding) =>
    finding.state === 'rectifying' && !isLeft(finding, world.today)
      ? befalls(finding, plan, { ...world, day })
      : finding.state === 'suspended'
        ? decides(finding, plan, day)
        : [],
  );
  return [...each, ...lookingBack(campaign, day, { album: world.album, plan })];
};
