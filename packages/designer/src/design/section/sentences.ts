/**
 * How the parts of a plan read: segments, each said only when all its places are filled; of variants parted by `|` the
 * first that can be. Keys are places of the plan with `*` for list places.
 */
export interface Sentences {
  readonly [place: string]: readonly string[];
}

/** In Chinese, in the manner of the official text. */
const zh: Sentences = {
  '': ['{issuer}', '{number}', '，{issued}印发', '。依据{basis}制定', '。{goals}'],
  '/basis/*': ['《{title}》', '（{number}）'],
  '/period': ['{from}—{to}。|{from}。'],
  '/calendar': ['办公时间 {hours}', '；紧急时钟每天走 {urgent}', '；放假安排：{years}', '。'],
  '/calendar/hours/*': ['{from} 起 {open}|{open}'],
  '/calendar/years/*': ['{year} 年', '放假 {off}', '，{work} 上班', '，依据{basis}'],
  '/organization/body': ['组长：{head}', '；副组长：{deputies}', '；成员单位：{members}', '。办公室设在{office}。'],
  '/organization/bodies/*': ['主任：{head}', '；副主任：{deputies}', '；成员单位：{members}', '。办公室设在{office}。'],
  '/organization/groups/*': ['{units}。'],
  '/phases/*': ['{from}—{to}|{from}', '，{review}复评', '。{aim}。', '时间节点：{milestones}。', '{exit}后转入下一阶段。'],
  '/phases/*/milestones/*': ['{name}', '（{by}前）'],
  '/responsibility/words/*': ['“{word}”指{role}'],
  '/responsibility/tasks/*': [
    '{text}',
    '牵头单位：{lead}。',
    '共同牵头：{jointLeads}。',
    '责任单位：{responsible}。',
    '配合单位：{cooperate}。',
    '督导单位：{supervise}。',
    '{due}前完成。',
    '限于{phases}。',
  ],
  '/responsibility/tasks/*/deliverables/*': ['{name}', ' {count} 项', '（{by}前）'],
  '/responsibility/letters/*': ['由{from}与{with}签订', '，{by}前完成', '，签订率 {coverage}%', '。'],
  '/sets/*': ['共 {declared} 项：{items}。'],
  '/checklists/*': ['用于{for}。'],
  '/indicators/*': ['{targets}。', '单位 {unit}', '，{binding}', '，靠“{task}”完成', '。', '{reported}。'],
  '/indicators/*/targets/*': ['{target}', '，{per}', '，{due}', '，{area}', '，{class}', '，{grade}', '，{each}逐个达到'],
  '/indicators/*/reported': ['{by}{every}填报', '，{within}报出', '，{covers}'],
  '/schedule/*': ['由{by}按“{checklist}”检查，', '{every}，', '{sites}，', '{within}完成，', '遇节假日：{holidays}。', '限于{phases}。'],
  '/findings/notice': ['发现问题，下发“{name}”，', '限{within}整改。'],
  '/findings/reply': ['回复整改须附照片：{photo}。'],
  '/scoring/*': ['{every}对{units}评分，', '基础分 {base}，最低 {floor}，最高 {cap}。', '本期未被检查的单位{unchecked}。'],
  '/ranking/*': ['依据“{sheet}”，{order}；', '同分：{ties}。', '参排单位少于 {smallest} 个不排名。'],
  '/consequences/*': ['{kind}：', '{when}，', '对{addressee}', '{then}，', '由{signedBy}签发。'],
  '/consequences/*/when': [
    '在“{ranking}”中',
    '列{rank}',
    '为{grade}',
    '得分低于 {below}',
    '得分不低于 {atLeast}',
    '，{window}',
    '{run}',
    ' {times} 次',
  ],
  '/consequences/*/ladder/*': ['第 {times} 次', '{then}', '（{addressee}）'],
};

const en: Sentences = {
  '': ['{issuer}', ', {number}', ', issued {issued}', '. Based on {basis}', '. {goals}'],
  '/basis/*': ['{title}', ' ({number})'],
  '/period': ['{from} to {to}.|{from}.'],
  '/calendar': ['Office hours {hours}', '; urgent clocks run {urgent} every day', '; holidays: {years}', '.'],
  '/calendar/hours/*': ['from {from} on {open}|{open}'],
  '/calendar/years/*': ['{year}: ', 'off {off}', ', worked {work}', ', by {basis}'],
  '/organization/body': ['Head: {head}', '; deputies: {deputies}', '; members: {members}', '. The office is kept by {office}.'],
  '/organization/bodies/*': ['Head: {head}', '; deputies: {deputies}', '; members: {members}', '. The office is kept by {office}.'],
  '/organization/groups/*': ['{units}.'],
  '/phases/*': ['{from} to {to}|{from}', ', reviewed {review}', '. {aim}.', ' Milestones: {milestones}.', ' Left once done: {exit}.'],
  '/phases/*/milestones/*': ['{name}', ' (by {by})'],
  '/responsibility/words/*': ['“{word}” means {role}'],
  '/responsibility/tasks/*': [
    '{text} ',
    'Lead: {lead}. ',
    'Joint leads: {jointLeads}. ',
    'Responsible: {responsible}. ',
    'Cooperate: {cooperate}. ',
    'Supervise: {supervise}. ',
    'Due {due}. ',
    'Only in {phases}.',
  ],
  '/responsibility/tasks/*/deliverables/*': ['{name}', ', {count}', ' (by {by})'],
  '/responsibility/letters/*': ['{from} has it signed with {with}', ', by {by}', ', coverage {coverage}%', '.'],
  '/sets/*': ['{declared} in all: {items}.'],
  '/checklists/*': ['For {for}.'],
  '/indicators/*': ['{targets}.', ' Unit {unit}', ', {binding}', ', by the task “{task}”', '. ', '{reported}.'],
  '/indicators/*/targets/*': ['{target}', ', {per}', ', {due}', ', {area}', ', {class}', ', {grade}', ', each of {each}'],
  '/indicators/*/reported': ['Reported by {by}, period: {every}', ', {within}', ', {covers}'],
  '/schedule/*': [
    '{by} inspects with “{checklist}”, ',
    '{every}; ',
    '{sites}; ',
    'done {within}; ',
    'on a holiday: {holidays}. ',
    'Only in {phases}.',
  ],
  '/findings/notice': ['A finding brings a “{name}”', ', to be put right {within}.'],
  '/findings/reply': ['A reply must carry a photo: {photo}.'],
  '/scoring/*': [
    'Scores {units}, period: {every}. ',
    'Starts at {base}, between {floor} and {cap}. ',
    'A unit no inspection touched: {unchecked}.',
  ],
  '/ranking/*': ['By “{sheet}”: {order}; ', 'ties: {ties}. ', 'Fewer than {smallest} units are not ranked.'],
  '/consequences/*': ['{kind}: ', '{when}: ', 'to {addressee}: ', '{then}, ', 'signed by {signedBy}.'],
  '/consequences/*/when': [
    'in “{ranking}”',
    ' {rank}',
    ' graded {grade}',
    ' below {below}',
    ' at least {atLeast}',
    ', {times} times {run}',
    ' {window}',
  ],
  '/consequences/*/ladder/*': ['time {times}: ', '{then}', ' ({addressee})'],
};

/** The sentences of the plan in both languages. */
export const sentences: Readonly<Record<'zh' | 'en', Sentences>> = { zh, en };
