import type { BulletinView, FindingState, LowerView, MeetingView, ResolutionView } from '@xiuhua/engine';
import type { Catalogue } from '../../shared/language.ts';

/** What a state means for the reader; each has one colour, and never the colour alone. */
export type Tone = 'done' | 'way' | 'risk' | 'late' | 'idle' | 'draft' | 'plain';

/** The drawn shape that goes with a state. */
export type ShapeKind = 'disc' | 'half' | 'triangle' | 'square' | 'diamond' | 'ring' | 'disc-notched';

/** A state as it is shown: shape, colour and the key of its word. */
export interface Sign {
  readonly shape: ShapeKind;
  readonly tone: Tone;
  readonly word: SignWord;
}

/** Keys of the words of states. */
export type SignWord = keyof typeof signWords.zh;

/** The words of every state in the lead door. */
export const signWords = {
  zh: {
    pending: '待派遣',
    suspended: '暂停计时',
    void: '已作废',
    duplicate: '重复',
    rectifying: '整改中',
    dueSoon: '将到期',
    overdue: '已超期',
    replied: '待核查',
    closed: '已结案',
    upcoming: '未开始',
    open: '可检查',
    dutyDone: '按期检查',
    dutyLate: '补查',
    missed: '漏检',
    reached: '按期完成',
    reachedLate: '逾期完成',
    milestoneOverdue: '逾期未完成',
    milestoneSoon: '临近期限',
    ahead: '未到期',
    unfinished: '结束时未完成',
    proposed: '待签发',
    paused: '申诉中，暂缓',
    signed: '已签发',
    declined: '不予签发',
    published: '已公布',
    provisional: '试算，未公布',
    running: '周期未结束',
    draft: '草案',
    noData: '无数据',
    early: '超前',
    onCourse: '正常',
    behind: '滞后',
    targetReached: '已达到',
    targetLate: '逾期达到',
    targetMissed: '未达到',
    reported: '待核实',
    confirmed: '已核实，锁定',
    returned: '已退回',
    resolutionOpen: '办理中',
    bulletinDue: '待印发',
    bulletinOverdue: '逾期未印发',
    bulletinIssued: '已印发',
    bulletinLate: '逾期印发',
    meetingAhead: '待召开',
    meetingToday: '今天召开',
    meetingPast: '会期已过',
    progressReported: '待确认',
    progressConfirmed: '已确认',
    appealOpen: '待裁决',
    upheld: '申诉成立',
    rejected: '申诉不成立',
    redLight: '红色：已逾期',
    yellowLight: '黄色：7 天内到期',
    blueLight: '蓝色：15 天内到期',
    noLight: '未到提醒时间',
    doneLight: '已完成',
    lowerFine: '没有放宽',
    lowerStale: '待随修订调整',
    lowerOverdue: '逾期未调整',
    lowerLooser: '有放宽',
  },
  en: {
    pending: 'To be dispatched',
    suspended: 'Clock stopped',
    void: 'Void',
    duplicate: 'Duplicate',
    rectifying: 'Being rectified',
    dueSoon: 'Due soon',
    overdue: 'Overdue',
    replied: 'To be verified',
    closed: 'Closed',
    upcoming: 'Not begun',
    open: 'Open',
    dutyDone: 'Done in time',
    dutyLate: 'Done late',
    missed: 'Missed',
    reached: 'Reached in time',
    reachedLate: 'Reached late',
    milestoneOverdue: 'Overdue',
    milestoneSoon: 'Due soon',
    ahead: 'Not yet due',
    unfinished: 'Unfinished at the end',
    proposed: 'Awaiting signature',
    paused: 'On hold, appeal open',
    signed: 'Signed',
    declined: 'Declined',
    published: 'Published',
    provisional: 'Provisional',
    running: 'Period still running',
    draft: 'Draft',
    noData: 'No data',
    early: 'Early',
    onCourse: 'On course',
    behind: 'Behind',
    targetReached: 'Reached',
    targetLate: 'Reached late',
    targetMissed: 'Missed',
    reported: 'To be confirmed',
    confirmed: 'Confirmed, locked',
    returned: 'Returned',
    resolutionOpen: 'In hand',
    bulletinDue: 'To issue',
    bulletinOverdue: 'Overdue',
    bulletinIssued: 'Issued',
    bulletinLate: 'Issued late',
    meetingAhead: 'To come',
    meetingToday: 'Today',
    meetingPast: 'Past',
    progressReported: 'To be confirmed',
    progressConfirmed: 'Confirmed',
    appealOpen: 'To be decided',
    upheld: 'Upheld',
    rejected: 'Rejected',
    redLight: 'Red: overdue',
    yellowLight: 'Yellow: due within 7 days',
    blueLight: 'Blue: due within 15 days',
    noLight: 'No reminder yet',
    doneLight: 'Done',
    lowerFine: 'Nothing looser',
    lowerStale: 'Amendment to follow',
    lowerOverdue: 'Overdue to follow',
    lowerLooser: 'Looser',
  },
} as const satisfies Catalogue<string>;

const sign = (shape: ShapeKind, tone: Tone, word: SignWord): Sign => ({ shape, tone, word });

/** The sign of a finding. `soon` is true on its last workday and on the day before. */
export const findingSign = (finding: { readonly state: FindingState; readonly overdue: boolean; readonly left: number }): Sign => {
  if (finding.state === 'pending') return sign('diamond', 'idle', 'pending');
  if (finding.state === 'suspended') return sign('ring', 'draft', 'suspended');
  if (finding.state === 'void') return sign('ring', 'plain', 'void');
  if (finding.state === 'duplicate') return sign('ring', 'plain', 'duplicate');
  if (finding.state === 'closed') return sign('disc', 'done', 'closed');
  if (finding.state === 'replied') return sign('half', 'way', 'replied');
  if (finding.overdue) return sign('square', 'late', 'overdue');
  return finding.left <= 1 ? sign('triangle', 'risk', 'dueSoon') : sign('half', 'way', 'rectifying');
};

/** The signs of a duty's states. */
export const dutySigns = {
  upcoming: sign('diamond', 'idle', 'upcoming'),
  open: sign('half', 'way', 'open'),
  done: sign('disc', 'done', 'dutyDone'),
  late: sign('disc-notched', 'risk', 'dutyLate'),
  missed: sign('square', 'late', 'missed'),
} as const;

/** The signs of a milestone's states. */
export const milestoneSigns = {
  reached: sign('disc', 'done', 'reached'),
  'reached-late': sign('disc-notched', 'risk', 'reachedLate'),
  overdue: sign('square', 'late', 'milestoneOverdue'),
  'due-soon': sign('triangle', 'risk', 'milestoneSoon'),
  ahead: sign('diamond', 'idle', 'ahead'),
} as const;

/** The sign of what was not done when the campaign was closed, and will not be. */
export const unfinishedSign = sign('square', 'idle', 'unfinished');

/** The signs of a proposed consequence's states. */
export const proposalSigns = {
  proposed: sign('triangle', 'risk', 'proposed'),
  paused: sign('ring', 'draft', 'paused'),
  signed: sign('disc', 'done', 'signed'),
  declined: sign('ring', 'plain', 'declined'),
} as const;

/** The signs of where an indicator stands. */
export const indicatorSigns = {
  'no-data': sign('diamond', 'idle', 'noData'),
  early: sign('half', 'done', 'early'),
  'on-course': sign('half', 'way', 'onCourse'),
  behind: sign('triangle', 'risk', 'behind'),
  reached: sign('disc', 'done', 'targetReached'),
  late: sign('disc-notched', 'risk', 'targetLate'),
  missed: sign('square', 'late', 'targetMissed'),
} as const;

/** The signs of a reported number. */
export const readingSigns = {
  reported: sign('half', 'way', 'reported'),
  confirmed: sign('disc', 'done', 'confirmed'),
  returned: sign('triangle', 'risk', 'returned'),
} as const;

/** The signs of reported progress. */
export const progressSigns = {
  reported: sign('half', 'way', 'progressReported'),
  confirmed: sign('disc', 'done', 'progressConfirmed'),
  returned: sign('triangle', 'risk', 'returned'),
} as const;

/** The signs of an appeal. */
export const appealSigns = {
  open: sign('half', 'way', 'appealOpen'),
  upheld: sign('disc', 'done', 'upheld'),
  rejected: sign('ring', 'plain', 'rejected'),
} as const;

/** The signs of the reminders by rule. */
export const lightSigns = {
  done: sign('disc', 'done', 'doneLight'),
  red: sign('square', 'late', 'redLight'),
  yellow: sign('triangle', 'risk', 'yellowLight'),
  blue: sign('half', 'way', 'blueLight'),
  none: sign('diamond', 'idle', 'noLight'),
} as const;

/** The sign of a period: a published fact, a provisional reckoning of one that is over, or one that still runs. */
export const periodSign = (view: { readonly published: boolean; readonly over: boolean }): Sign => {
  if (view.published) return sign('disc', 'done', 'published');
  return view.over ? sign('ring', 'draft', 'provisional') : sign('half', 'draft', 'running');
};

/** How a bulletin stands. */
export const bulletinSigns: Readonly<Record<BulletinView['state'], Sign>> = {
  ahead: { shape: 'ring', tone: 'plain', word: 'ahead' },
  due: { shape: 'half', tone: 'way', word: 'bulletinDue' },
  overdue: { shape: 'square', tone: 'late', word: 'bulletinOverdue' },
  issued: { shape: 'disc', tone: 'done', word: 'bulletinIssued' },
  'issued-late': { shape: 'disc-notched', tone: 'done', word: 'bulletinLate' },
};

/** Where a meeting lies: nobody writes down that it sat, so of one behind only its day is known. */
export const meetingSigns: Readonly<Record<MeetingView['state'], Sign>> = {
  ahead: sign('ring', 'plain', 'meetingAhead'),
  today: sign('half', 'way', 'meetingToday'),
  past: sign('disc', 'plain', 'meetingPast'),
};

/** How something a meeting decided stands. */
export const resolutionSigns: Readonly<Record<ResolutionView['state'], Sign>> = {
  open: sign('half', 'way', 'resolutionOpen'),
  overdue: sign('square', 'late', 'milestoneOverdue'),
  done: sign('disc', 'done', 'reached'),
  'done-late': sign('disc-notched', 'risk', 'reachedLate'),
};

/** How a lower plan stands against its upper one. While it may still follow an amendment, nothing in it is late. */
export const lowerSign = ({ current, overdue, breaches }: Pick<LowerView, 'current' | 'overdue' | 'breaches'>): Sign => {
  if (overdue) return sign('square', 'late', 'lowerOverdue');
  if (!current) return sign('triangle', 'risk', 'lowerStale');
  return breaches.length > 0 ? sign('square', 'late', 'lowerLooser') : sign('disc', 'done', 'lowerFine');
};
