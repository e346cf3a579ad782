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
    proposed: '待签发',
    paused: '申诉中，暂缓',
    signed: '已签发',
    declined: '不予签发',
    published: '已公布',
    provisional: '试算，未公布',
    running: '周期未结束',
    draft: '草案',
  },
  en: {
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
    ahead: 'Ahead',
    proposed: 'Awaiting signature',
    paused: 'On hold, appeal open',
    signed: 'Signed',
    declined: 'Declined',
    published: 'Published',
    provisional: 'Provisional',
    running: 'Period still running',
    draft: 'Draft',
  },
} as const satisfies Catalogue<string>;

const sign = (shape: ShapeKind, tone: Tone, word: SignWord): Sign => ({ shape, tone, word });

/** The sign of a finding. `soon` is true on its last workday and on the day before. */
export const findingSign = (finding: {
  readonly state: 'rectifying' | 'replied' | 'closed';
  readonly overdue: boolean;
  readonly left: number;
}): Sign => {
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

/** The signs of a proposed consequence's states. */
export const proposalSigns = {
  proposed: sign('triangle', 'risk', 'proposed'),
  paused: sign('ring', 'draft', 'paused'),
  signed: sign('disc', 'done', 'signed'),
  declined: sign('ring', 'plain', 'declined'),
} as const;

/** The sign of a period: a published fact, a provisional reckoning of one that is over, or one that still runs. */
export const periodSign = (view: { readonly published: boolean; readonly over: boolean }): Sign => {
  if (view.published) return sign('disc', 'done', 'published');
  return view.over ? sign('ring', 'draft', 'provisional') : sign('half', 'draft', 'running');
};
