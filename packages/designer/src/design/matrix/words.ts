import type { Catalogue } from '../../shared/language.ts';

const zh = {
  title: '责任分工表',
  hint: '选一种分工，再点格子；或用方向键移动，按 1 牵头、2 责任、3 配合、4 督导，按 Delete 清空。',
  brush: '点格子时填写',
  task: '任务',
  lead: '牵头',
  responsible: '责任',
  cooperate: '配合',
  supervise: '督导',
  leadLetter: '牵',
  responsibleLetter: '责',
  cooperateLetter: '配',
  superviseLetter: '督',
  through: '随“{group}”{role}',
  none: '无',
  load: '{name}：牵头 {lead} · 责任 {responsible} · 配合 {cooperate} · 督导 {supervise}',
  total: '合计',
  cell: '{task}，{party}：{roles}',
};

/** The words of the matrix of responsibility. */
export const matrixWords: Catalogue<keyof typeof zh> = {
  zh,
  en: {
    title: 'Who bears what',
    hint: 'Choose a role and click cells; or move with the arrows and press 1 lead, 2 responsible, 3 cooperate, 4 supervise, Delete to clear.',
    brush: 'A click writes',
    task: 'Task',
    lead: 'Lead',
    responsible: 'Responsible',
    cooperate: 'Cooperate',
    supervise: 'Supervise',
    leadLetter: 'L',
    responsibleLetter: 'R',
    cooperateLetter: 'C',
    superviseLetter: 'S',
    through: '{role} as one of “{group}”',
    none: 'none',
    load: '{name}: lead {lead} · responsible {responsible} · cooperate {cooperate} · supervise {supervise}',
    total: 'In all',
    cell: '{task}, {party}: {roles}',
  },
};
