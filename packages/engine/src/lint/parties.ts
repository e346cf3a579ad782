import { firstDayOf, lastDayOf } from '../calendar/day.ts';
import { unitsOf } from '../organization/compile.ts';
import type { Mention } from '../plan/shape.ts';
import { clauseOf, type Problem, pointer, problem } from '../problem/problem.ts';
import { firstOf, type Ground, type LintRule } from './ground.ts';

const agency = /(局|委|办|中心|公司|大队|中队|支队|所|站|室|厅|部)$/;

/** True when the short name comes out of the long one by leaving letters out, first and last letters kept. */
const isShortFor = (short: string, long: string): boolean => {
  if (short.length < 3 || long.length <= short.length || long.length > short.length + 4) return false;
  if (short.slice(0, 2) !== long.slice(0, 2) || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
};

const aliasSuspects: LintRule = ({ compiled: { plan } }) => {
  const units = plan.organization.units.filter(({ name }) => agency.test(name));
  const numbered = /[一二三四五六七八九十\d东南西北中上下新老]/;
  return units.flatMap((unit) => {
    const long = units.find((other) => isShortFor(unit.name, other.name) && other.parent !== unit.name && unit.parent !== other.name);
    const added = long && [...long.name].filter((letter) => !unit.name.includes(letter)).join('');
    if (!long || added === undefined || numbered.test(added)) return [];
    const at = pointer('/organization/units', plan.organization.units.indexOf(unit));
    return [problem('party.alias-suspect', at, { ...clauseOf('unit', unit), one: unit.name, other: long.name })];
  });
};

const level = /^(省|市|区|县|旗|镇|乡)(?=.{2,})/;

const levelPrefix: LintRule = ({ compiled: { plan } }) => {
  const { body, units: all } = plan.organization;
  const agencies = all.filter(({ name }) => /(局|委|办|办公室)$/.test(name) && name.length >= 3 && name !== body.office);
  const prefixes = agencies.map(({ name }) => level.exec(name)?.[1]);
  const counts = [...new Set(prefixes)].map((prefix) => ({ prefix, count: prefixes.filter((one) => one === prefix).length }));
  const most = counts.filter(({ prefix }) => prefix !== undefined).sort((a, b) => b.count - a.count)[0];
  const bare = agencies.filter(({ name }, i) => prefixes[i] === undefined && !/[省市区县旗镇乡盟州]/.test(name));
  if (!most || most.count < 5 || bare.length === 0 || bare.length * 4 > most.count) return [];
  const units = bare.slice(0, 5).map(({ name }) => name);
  return [problem('party.level-prefix', '/organization/units', { prefix: most.prefix, units: units.join('、') })];
};

const leads: LintRule = ({ compiled: { plan } }) => {
  const { tasks } = plan.responsibility;
  const led = tasks.filter(({ lead }) => lead !== undefined).length;
  return tasks.flatMap((task, i): readonly Problem[] => {
    const at = pointer('/responsibility/tasks', i);
    const clause = clauseOf('task', task);
    const count = (task.lead === undefined ? 0 : 1) + (task.jointLeads?.length ?? 0);
    if (count > 3) return [problem('party.multi-lead', at, { ...clause, count })];
    const others = task.lead === undefined && !task.jointLeads?.length && task.responsible?.length ? led : 0;
    return others * 3 >= tasks.length * 2 ? [problem('party.no-lead', at, { ...clause, others })] : [];
  });
};

const notInBody: LintRule = ({ compiled: { plan, organization, tasks } }) => {
  const { body } = plan.organization;
  const members = new Set(unitsOf(organization, [...(body.members ?? []), ...(body.staff ?? []), body.office]));
  if ((body.members?.length ?? 0) === 0 || members.size < 4) return [];
  const found = [...tasks.values()].flatMap(({ task, leads: units }, i) =>
    units.filter((unit) => !members.has(unit)).map((unit) => ({ unit, task, at: pointer('/responsibility/tasks', i) })),
  );
  return firstOf(found, ({ unit }) => unit).map(({ unit, task, at }) =>
    problem('party.not-in-body', at, { ...clauseOf('task', task), unit, body: body.name }),
  );
};

/** Words for the head of a body that need no naming. */
const general = /组长|领导小组|委员会|指挥部|主要负责人|分管|主要领导/;

const undefinedRoles: LintRule = ({ compiled: { plan } }) => {
  const { body, bodies = [], posts = [], units } = plan.organization;
  const all = [body, ...bodies].flatMap((one) => [
    one.head,
    one.first ?? '',
    ...(one.deputies ?? []),
    ...(one.portfolios ?? []).map(({ post }) => post),
  ]);
  const known = [...all, ...posts.flatMap(({ name, duty }) => [name, duty])].filter((post) => post !== '');
  const names = units.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  const found = plan.consequences.flatMap((consequence, i) =>
    consequence.signedBy
      .split(/[、，]/)
      .filter((post) => !general.test(post) && !known.some((one) => one.includes(post) || post.includes(one)))
      .filter(
        (post) => !names.some((name) => post.includes(name) || name.includes(post.replace(/(局长|主任|科长|队长|书记|镇长)$/, '') || '·')),
      )
      .map((post) => ({ post, consequence, at: `${pointer('/consequences', i)}/signedBy` })),
  );
  return firstOf(found, ({ post }) => post).map(({ post, consequence, at }) =>
    problem('party.undefined-role', at, { ...clauseOf('consequence', consequence), post }),
  );
};

/** References to units and groups outside of the lists that only define them. */
const mentions = ({ walk }: Ground): readonly Mention<string>[] =>
  walk.refs.filter(({ kind, at }) => (kind === 'unit' || kind === 'party') && !/^\/organization\/(groups|units)\//.test(at));

const expired: LintRule = (ground) => {
  const { compiled, end } = ground;
  const { organization, from, plan } = compiled;
  const found = mentions(ground).flatMap((mention) =>
    (organization.clauses.has(mention.text) || organization.units.has(mention.text)
      ? [organization.units.get(mention.text) ?? '']
      : []
    ).flatMap((unit) => {
      const clause = organization.clauses.get(unit);
      if (clause?.until !== undefined && lastDayOf(clause.until) < from) return [{ mention, unit, day: from }];
      const never = clause?.from !== undefined && end !== null && firstDayOf(clause.from) > end;
      return never ? [{ mention, unit, day: end }] : [];
    }),
  );
  return firstOf(found, ({ unit }) => unit).map(({ mention, unit, day }) => {
    const clause = mention.clause.holder ? mention.clause : { holder: 'unit', name: plan.organization.body.name };
    return { ...problem('party.expired-unit', mention.at, { ...clause, unit, day }), witness: { unit, day } };
  });
};

const ellipses: LintRule = ({ compiled: { plan } }) =>
  plan.organization.units.flatMap((unit, i) =>
    /.、.|等(单位|部门|企业)?$|及相关|有关(单位|部门|企业)/.test(unit.name)
      ? [problem('party.group-ellipsis', pointer('/organization/units', i), clauseOf('unit', unit))]
      : [],
  );

const unused: LintRule = (ground) => {
  const { compiled } = ground;
  const used = new Set(
    unitsOf(
      compiled.organization,
      mentions(ground).map(({ text }) => text),
    ),
  );
  for (const unit of compiled.plan.organization.units) {
    if (unit.parent !== undefined) used.add(compiled.organization.units.get(unit.parent) ?? '');
    if (unit.mergedInto !== undefined) used.add(compiled.organization.units.get(unit.mergedInto) ?? '').add(unit.name);
  }
  return compiled.plan.organization.units.flatMap((unit, i) =>
    used.has(unit.name) ? [] : [problem('party.unused', pointer('/organization/units', i), clauseOf('unit', unit))],
  );
};

const bodies: LintRule = ({ compiled: { plan } }) => {
  const { body, bodies: more = [], units } = plan.organization;
  const all = [body, ...more];
  const problems: Problem[] = [];
  const tasks = plan.responsibility.tasks.length;
  if (!body.members?.length && !body.deputies?.length && !body.staff?.length && tasks >= 10)
    problems.push(problem('body.not-constituted', '/organization/body', { name: body.name, tasks }));
  const charges = all.flatMap((one, i) =>
    (one.portfolios ?? []).map(({ post, charge }, j) => ({
      post,
      charge,
      at: `${i === 0 ? '/organization/body' : `/organization/bodies/${i - 1}`}/portfolios/${j}`,
    })),
  );
  for (const [i, { post, charge, at }] of charges.entries()) {
    const other = charges.slice(0, i).find((before) => before.charge === charge && before.post !== post);
    if (other) problems.push(problem('body.duplicate-power', at, { one: other.post, other: post, charge }));
  }
  all.forEach(({ name }, i) => {
    const taken = units.some((unit) => unit.name === name) || all.some((other, j) => j < i && other.name === name);
    if (taken)
      problems.push(problem('body.name-collision', i === 0 ? '/organization/body/name' : `/organization/bodies/${i - 1}/name`, { name }));
  });
  return problems;
};

const issuerLevels: readonly (readonly [RegExp, number])[] = [
  [/(镇|乡|街道)(人民政府|党委|党工委|办事处|政府)/, 1],
  [/^[县区旗]|(县|区|旗)(委|人民政府|政府)/, 2],
  [/^市|市(委|人民政府|政府|城市管理)/, 3],
];
const unitLevels: readonly (readonly [RegExp, number])[] = [
  [/^省|省人民政府/, 4],
  [/^市[^场政]|市人民政府$/, 3],
  [/^[县旗]|(县|旗)人民政府$/, 2],
];
const levelOf = (name: string, table: readonly (readonly [RegExp, number])[]): number | undefined =>
  table.find(([pattern]) => pattern.test(name))?.[1];

const foreign: LintRule = ({ compiled: { plan, sheets } }) => {
  const own = levelOf(plan.issuer, issuerLevels);
  if (own === undefined) return [];
  return [...sheets.values()].flatMap(({ sheet, units }, i) => {
    const unit = units.find((name) => (levelOf(name, unitLevels) ?? 0) > own);
    const at = `${pointer('/scoring', i)}/units`;
    return unit === undefined ? [] : [problem('level.foreign-scope', at, { ...clauseOf('sheet', sheet), unit, issuer: plan.issuer })];
  });
};

/** Who is named, how, and whether it can be. */
export const partyRules: readonly LintRule[] = [
  aliasSuspects,
  levelPrefix,
  leads,
  notInBody,
  undefinedRoles,
  expired,
  ellipses,
  unused,
  bodies,
  foreign,
];
