import type { Plan, Role } from '@xiuhua/engine';

/** A person of the demo county. People are called by post. */
export interface DemoPerson {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly admin: boolean;
  /** The door that shows most of the person's work; the sign-in page lists those that have one. */
  readonly door: 'design' | 'inspect' | 'lead' | null;
}

const person = (login: string, name: string, rest: Omit<DemoPerson, 'login' | 'name' | 'admin'>): DemoPerson => ({
  login,
  name,
  admin: false,
  ...rest,
});

const unitWorker = (unit: string, i: number): DemoPerson =>
  person(`danwei${i + 1}`, `${unit}经办人`, { password: 'danwei', unit, roles: ['unit'], door: i === 11 ? 'lead' : null });

/** The two inspectors, by login and post. */
export const inspectors = [
  { login: 'jiancha1', name: '检查员甲' },
  { login: 'jiancha2', name: '检查员乙' },
] as const;

/** Everybody who works in the demo county: the office, two inspectors, the head of the leading group, an auditor, one from each unit scored. */
export const demoPeople = (plan: Plan): readonly DemoPerson[] => {
  const office = plan.organization.body.office;
  const units = plan.organization.units.map((unit) => unit.name).filter((unit) => unit !== office);
  return [
    person('office', '办公室主任', { password: 'bangongshi', unit: office, roles: ['office'], door: 'design' }),
    ...inspectors.map(({ login, name }) =>
      person(login, name, { password: 'jiancha', unit: office, roles: ['inspector'], door: 'inspect' }),
    ),
    person('zuzhang', plan.consequences[0]?.signedBy ?? '领导小组组长', { password: 'lingdao', unit: '', roles: ['leader'], door: 'lead' }),
    ...units.map(unitWorker),
    person('shenji', '审计员', { password: 'shenji', unit: '', roles: ['auditor'], door: 'lead' }),
    { ...person('admin', '系统管理员', { password: 'guanli', unit: '', roles: [], door: 'design' }), admin: true },
  ];
};

/** Who writes and reviews the plans around the town's, of the county and of a second town, and who reports to the county. */
export const upperPeople: readonly DemoPerson[] = [
  person('xianban', '县整治办主任', { password: 'xianban', unit: '', roles: ['office'], door: 'lead' }),
  person('xianzuzhang', '县整治领导小组组长', { password: 'xianzuzhang', unit: '', roles: ['leader'], door: null }),
  person('donghe', '东河镇经办人', { password: 'donghe', unit: '', roles: ['office'], door: null }),
  person('dhzuzhang', '东河镇领导小组组长', { password: 'dhzuzhang', unit: '', roles: ['leader'], door: null }),
  ...['小箐镇', '东河镇', '南岭乡'].map((unit, i) =>
    person(`xiangzhen${i + 1}`, `${unit}填报员`, { password: 'xiangzhen', unit, roles: ['unit'], door: null }),
  ),
];
