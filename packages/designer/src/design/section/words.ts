import type { Catalogue } from '../../shared/language.ts';

const zh = {
  edit: '编辑',
  editWhat: '编辑“{name}”',
  done: '完成',
  remove: '删除',
  up: '上移',
  down: '下移',
  copy: '复制一条',
  unnamed: '（未命名）',
  add: '添加{what}',
  empty_: '还没有{what}。{note}',
  aside: '本章条款与备注',
  addAside: '写本章条款与备注',
  addOptional: '添加{what}',
  removeOptional: '删去这一条',
  notSet: '没有规定{what}。',
  filter: '在 {n} 条中查找',
  noMatch: '没有包含“{text}”的条目。',
  number: '序号',
  source: '条款',
  yes: '是',
  no: '否',
  pointsOf: '{n} 分',
  pointsEach: '{points}／处',
  atMost: '，最多 {points}',
  running: '连续',
  adding: '累计',
  listJoin: '、',
  clauseJoin: '；',
  labelJoin: '：',
  byDay: '{name}（{day}前）',
  titled: '《{title}》',
  copyName: '{name}（复件）',
  removed: '已删除“{name}”',
  usedBy: '“{name}”还被引用 {n} 处，删除后这些地方会成为错误。仍要删除吗？',
  removeAnyway: '仍要删除',
  keep: '保留',
  renamed: '“{from}”已改为“{to}”，同时更新了 {n} 处引用',
  newWhat: '新{what}',
};

/** The words of the sections. */
export const sectionWords: Catalogue<keyof typeof zh> = {
  zh,
  en: {
    edit: 'Edit',
    editWhat: 'Edit “{name}”',
    done: 'Done',
    remove: 'Delete',
    up: 'Move up',
    down: 'Move down',
    copy: 'Duplicate',
    unnamed: '(no name)',
    add: 'Add: {what}',
    empty_: 'Nothing here yet: {what}. {note}',
    aside: 'Source and note of this section',
    addAside: 'Write a source or note for this section',
    addOptional: 'Add: {what}',
    removeOptional: 'Take this clause out',
    notSet: 'Not laid down: {what}.',
    filter: 'Find among {n}',
    noMatch: 'Nothing contains “{text}”.',
    number: 'No.',
    source: 'Source',
    yes: 'yes',
    no: 'no',
    pointsOf: '{n} points',
    pointsEach: '{points} for each spot',
    atMost: ', at most {points}',
    running: 'in a row',
    adding: 'in all',
    listJoin: ', ',
    clauseJoin: '; ',
    labelJoin: ': ',
    byDay: '{name} (by {day})',
    titled: '{title}',
    copyName: '{name} (copy)',
    removed: 'Deleted “{name}”',
    usedBy: '“{name}” is still referred to in {n} places, which would become errors. Delete it all the same?',
    removeAnyway: 'Delete it',
    keep: 'Keep it',
    renamed: '“{from}” is now “{to}”; {n} references were updated',
    newWhat: 'New: {what}',
  },
};

/** How a clause reads: segments, each shown only when all its places are filled. Keys are places of the plan. */
export interface Sentences {
  readonly [place: string]: readonly string[];
}

/** The sentences of the plan in Chinese, in the manner of the official text. */
const zhSentences: Sentences = {
  '': ['{issuer}', '{number}', '，{issued}印发', '。依据{basis}制定', '。{goals}'],
  '/organization/body': ['组长：{head}', '；副组长：{deputies}', '；成员单位：{members}', '。办公室设在{office}。'],
  '/organization/groups/*': ['{units}。'],
  '/phases/*': ['{from}—{to}', '，{review}复评', '。{aim}。', '时间节点：{milestones}。'],
  '/responsibility/tasks/*': ['{text}', '牵头单位：{lead}。', '责任单位：{responsible}。', '配合单位：{cooperate}。', '督导单位：{supervise}。', '{due}前完成。', '限于{phases}。'],
  '/checklists/*': ['用于{for}。'],
  '/schedule/*': ['由{by}按“{checklist}”检查，', '{every}，', '{sites}，', '{within}完成，', '遇节假日：{holidays}。', '限于{phases}。'],
  '/findings/notice': ['发现问题，下发“{name}”，', '限{within}整改。'],
  '/findings/reply': ['回复整改须附照片：{photo}。'],
  '/scoring/*': ['{every}对{units}评分，', '基础分 {base}，最低 {floor}，最高 {cap}。', '本期未被检查的单位{unchecked}。'],
  '/ranking/*': ['依据“{sheet}”，{order}；', '同分：{ties}。', '参排单位少于 {smallest} 个不排名。'],
  '/consequences/*': ['{when}，', '{then}，', '由{signedBy}签发。'],
  '/consequences/*/when': ['在“{ranking}”中列{rank}', '，{window}{run}', ' {times} 次'],
};

const enSentences: Sentences = {
  '': ['{issuer}', ', {number}', ', issued {issued}', '. Based on {basis}', '. {goals}'],
  '/organization/body': ['Head: {head}', '; deputies: {deputies}', '; members: {members}', '. The office is kept by {office}.'],
  '/organization/groups/*': ['{units}.'],
  '/phases/*': ['{from} to {to}', ', reviewed {review}', '. {aim}.', ' Milestones: {milestones}.'],
  '/responsibility/tasks/*': ['{text} ', 'Lead: {lead}. ', 'Responsible: {responsible}. ', 'Cooperate: {cooperate}. ', 'Supervise: {supervise}. ', 'Due {due}. ', 'Only in {phases}.'],
  '/checklists/*': ['For {for}.'],
  '/schedule/*': ['{by} inspects with “{checklist}”, ', '{every}; ', '{sites}; ', 'done {within}; ', 'on a holiday: {holidays}. ', 'Only in {phases}.'],
  '/findings/notice': ['A finding brings a “{name}”', ', to be put right {within}.'],
  '/findings/reply': ['A reply must carry a photo: {photo}.'],
  '/scoring/*': ['Scores {units}, period: {every}. ', 'Starts at {base}, between {floor} and {cap}. ', 'A unit no inspection touched: {unchecked}.'],
  '/ranking/*': ['By “{sheet}”: {order}; ', 'ties: {ties}. ', 'Fewer than {smallest} units are not ranked.'],
  '/consequences/*': ['{when}: ', '{then}, ', 'signed by {signedBy}.'],
  '/consequences/*/when': ['{rank} of “{ranking}”', ', {times} times {run}', ' within the window: {window}'],
};

export const sentences: Readonly<Record<'zh' | 'en', Sentences>> = { zh: zhSentences, en: enSentences };

/** The heading of the first section, which holds what the plan says of itself. */
export const generalTitle: Readonly<Record<'zh' | 'en', string>> = { zh: '总体要求', en: 'General' };
