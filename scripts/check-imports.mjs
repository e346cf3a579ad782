/*
 * Holds the ladder: a folder may import only folders that stand before it in the list, and itself. Nothing else keeps
 * an architecture honest once a hundred hands work on it. Also: no import circles, no clock or chance in the engine,
 * no file longer than 300 lines, nothing reached but through a package's front door, nothing built that start does not install.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './child.mjs';
import { sourcesOf } from './sources.mjs';

/** The engine's ladder, in the order of the official document. */
export const engineLadder = [
  'problem calendar expression organization place phase responsibility checklist indicator schedule finding',
  'scoring ranking consequence publicity plan lint inheritance campaign rehearsal document report message',
].flatMap((line) => line.split(' '));

/** The server's ladder. */
export const serverLadder = 'settings ports adapters store work http app demo main cli'.split(' ');

const doors = ['gate', 'design', 'inspect', 'lead'];
/** Most lines of a file; a test may be longer because its cases are. */
const longest = { source: 300, test: 500 };

/** The rung on which a file stands: its folder in `src`, or its own name when it lies in `src` itself. */
const rungOf = (pkg, path) => {
  const parts = path.slice(`packages/${pkg}/src/`.length).split('/');
  return parts.length > 1 ? parts[0] : parts[0].replace(/(\.test|\.fixture)?\.tsx?$/, '');
};

const ladderFaults = (pkg, ladder, files) =>
  files.flatMap(({ path, imports, test }) => {
    const rung = rungOf(pkg, path);
    if (rung === 'index') return [];
    const height = ladder.indexOf(rung);
    if (height < 0) return [`${path}: “${rung}” is not in the ladder (${ladder.join(' · ')})`];
    return imports
      .filter((i) => i.path?.startsWith(`packages/${pkg}/src/`) && !test)
      .map((i) => ({ ...i, rung: rungOf(pkg, i.path) }))
      .filter((i) => i.rung === 'index' || ladder.indexOf(i.rung) > height)
      .map((i) => `${path}: ${rung} may not import ${i.rung} (${i.name}), which stands after it`);
  });

const doorFaults = (files) =>
  files.flatMap(({ path, imports }) => {
    const own = rungOf('designer', path);
    return imports
      .filter((i) => i.path?.startsWith('packages/designer/src/'))
      .map((i) => ({ ...i, rung: rungOf('designer', i.path) }))
      .filter((i) => doors.includes(i.rung) && i.rung !== own)
      .map((i) => `${path}: ${own} may not import ${i.rung} (${i.name}); doors share only shared and the engine`);
  });

const outsideFaults = (files) =>
  files.flatMap(({ path, imports, test }) => {
    const home = path.split('/').slice(0, 2).join('/');
    return imports
      .filter((i) => !test && ((i.path?.startsWith('packages/') && !i.path.startsWith(`${home}/`)) || /^@xiuhua\/\w+\//.test(i.name)))
      .map((i) => `${path}: ${i.name} reaches into another package; import @xiuhua/… instead`);
  });

const clocks = [
  [/\bDate\.now\b/, 'Date.now'],
  [/\bnew Date\(\s*\)/, 'new Date() without an argument'],
  [/\bMath\.random\b/, 'Math.random'],
];

const clockFaults = (files) =>
  files.flatMap(({ path, text, test }) =>
    test
      ? []
      : clocks
          .filter(([found]) => found.test(text))
          .map(([, what]) => `${path}: ${what}; the engine is told the time and draws from a seed`),
  );

const lengthFaults = (files) =>
  files.flatMap(({ path, text, test }) => {
    const lines = text.split('\n').length - 1;
    const most = test ? longest.test : longest.source;
    return lines > most ? [`${path}: ${lines} lines, more than ${most}`] : [];
  });

const manifest = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/** The package of a bare import; `undefined` for files, Node's own modules, our own packages and what a bundler makes up. */
const packageOf = (name) =>
  /^(\.|node:|virtual:|@xiuhua\/)/.test(name)
    ? undefined
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');

/** What is built where only `dependencies` are installed must not need more, and a typed-by-others package needs its types there. */
const dependencyFaults = (pkg, files) => {
  const { dependencies = {}, devDependencies = {} } = manifest(`packages/${pkg}`);
  const there = new Set([...Object.keys(dependencies), ...Object.keys(manifest('.').dependencies ?? {})]);
  const missing = files.flatMap(({ path, imports, test }) =>
    imports
      .map((i) => packageOf(i.name))
      .filter((name) => !test && name && !there.has(name))
      .map((name) => `${path}: ${name} is not among the dependencies of packages/${pkg}`),
  );
  const types = Object.keys(devDependencies)
    .filter((name) => name.startsWith('@types/') && there.has(name.slice(7)))
    .map((name) => `packages/${pkg}/package.json: ${name} is needed where ${name.slice(7)} is built; move it to dependencies`);
  return [...missing, ...types];
};

/** Circles of imports that exist when the code runs: the files of each, in order. */
export const circlesOf = (files) => {
  const next = new Map(files.map((f) => [f.path, f.imports.filter((i) => i.path && !i.type).map((i) => i.path)]));
  const done = new Set();
  const circles = [];
  const visit = (path, trail) => {
    const at = trail.indexOf(path);
    if (at >= 0) return circles.push([...trail.slice(at), path]);
    if (done.has(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) visit(path, []);
  return circles;
};

/** Everything that is out of order, one sentence each. */
export const importFaults = () => {
  const engine = sourcesOf('packages/engine/src');
  const server = sourcesOf('packages/server/src');
  const designer = sourcesOf('packages/designer/src');
  const all = [...engine, ...server, ...designer];
  return [
    ...ladderFaults('engine', engineLadder, engine),
    ...ladderFaults('server', serverLadder, server),
    ...doorFaults(designer),
    ...outsideFaults(all),
    ...clockFaults(engine),
    ...dependencyFaults('engine', engine),
    ...dependencyFaults('server', server),
    ...dependencyFaults('designer', designer),
    ...lengthFaults([...all, ...sourcesOf('e2e')]),
    ...circlesOf(all).map((circle) => `circle: ${circle.join(' → ')}`),
  ];
};

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = importFaults();
  for (const fault of faults) console.error(fault);
  process.exitCode = faults.length ? 1 : 0;
}
