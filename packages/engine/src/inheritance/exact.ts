/**
 * Places whose value is another rule when it is another value, by section of the plan: where the clause binds, a lower
 * plan keeps it as it is. Every key in a section that binds is here, has an order or an arrival, or is words or ground.
 */
const bySection = {
  calendar: 'hours[] hours[].open urgent years[] years[].year years[].off years[].work',
  period: '',
  phases: '',
  responsibility: 'words[].role tasks[].phases tasks[].disposition tasks[].deliverables[].kind',
  sets: 'declared parts partial',
  checklists: `for set items[].standards[] items[].standards[].grade items[].standards[].phase items[].standards[].fails
    items[].answer items[].measure items[].decimals items[].least items[].greatest items[].choices items[].columns[]
    items[].columns[].answer items[].columns[].choices items[].columns[].decimals items[].fails items[].asked items[].grades
    items[].phases items[].class`,
  indicators: `unit rate.excluding rate.zero baseline.value baseline.day reported.covers computed.count computed.of
    computed.excluding computed.checklist computed.item computed.channel targets[].per targets[].area targets[].class
    targets[].grade targets[].each targets[].baseline.value targets[].baseline.day targets[].shares[] targets[].shares[].of`,
  schedule: `checklist holidays stay clash strata[].class strata[].grade strata[].checklist weights[] weights[].class
    weights[].grade weights[].chances phases`,
  routines: 'kind holidays stay clash phases',
  findings: `flow stages[] stages[].is stages[].visits moves[] moves[].from moves[].by moves[].does moves[].adds
    moves[].restarts classes[] classes[].from classes[].list[] classes[].list[].kind classes[].list[].limits[]
    classes[].list[].becomes`,
  'scoring[].rules': `kind each checklists schedules items after.times after.points of bands[] bands[].from bands[].below
    bands[].points goal full step missing`,
  consequences: `when.ranking when.grade when.fails when.below when.atLeast when.window when.gaps kind ladder[] ladder[].times
    bindsLeads transfer.to unless clearedBy`,
} as const;

/** Sections that are lists: their keys belong to one of their things. */
const lists: ReadonlySet<string> = new Set([
  'phases',
  'sets',
  'checklists',
  'indicators',
  'schedule',
  'routines',
  'consequences',
  'scoring[].rules',
]);

const exact: ReadonlySet<string> = new Set(
  Object.entries(bySection).flatMap(([section, keys]) =>
    keys
      .split(/\s+/)
      .filter(Boolean)
      .map((key) => `${section}${lists.has(section) ? '[]' : ''}.${key}`),
  ),
);

/** Sections of which some clause binds lower plans without saying so. */
export const bindingSections: readonly string[] = Object.keys(bySection);

/** True for a value that a lower plan keeps as it is where its clause binds. */
export const isExact = (pattern: string): boolean => exact.has(pattern);
