/*
 * Keeps docs/glossary.md honest: one word for one thing. Every section of a plan, every kind of thing a plan names and
 * every type the engine exports has a row; the Chinese word is the one the schemas and messages use; and a word that
 * the glossary rules out does not stand in what people read.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './child.mjs';
import { sourcesOf } from './sources.mjs';

const { nouns, Plan } = await import('../packages/engine/dist/index.js');

/** Rows of the glossary: word, 中文, sentence, code names, words not to be used. */
const rows = readFileSync(join(root, 'docs', 'glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [^-|]/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter(([word]) => word !== 'word')
  .map(([word, zh, sentence, code, not = '']) => ({
    word,
    zh,
    sentence,
    codes: [...code.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    not: not
      .split(/[、,]/)
      .map((text) => text.trim())
      .filter(Boolean),
  }));

const rowOf = (code) => rows.find((row) => row.codes.includes(code));

/** Names with a capital that the engine's front door exports, types and schemas alike. */
const exportedNouns = () => {
  const index = join(root, 'packages', 'engine', 'src', 'index.ts');
  const text = readFileSync(index, 'utf8');
  const listed = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names]) =>
    names.split(',').map((name) =>
      name
        .trim()
        .replace(/^type /, '')
        .replace(/.* as /, ''),
    ),
  );
  const starred = [...text.matchAll(/export \* from '(.+?)'/g)].flatMap(([, path]) =>
    [...readFileSync(join(dirname(index), path), 'utf8').matchAll(/^export (?:declare )?(?:interface|type|class|const) ([A-Z]\w*)/gm)].map(
      ([, name]) => name,
    ),
  );
  return [...new Set([...listed, ...starred])].filter((name) => /^[A-Z]/.test(name)).sort();
};

const sectionFaults = () =>
  Object.entries(Plan.properties)
    .filter(([key]) => !key.startsWith('$'))
    .flatMap(([key, schema]) => {
      const row = rowOf(`/${key}`);
      if (!row) return [`docs/glossary.md has no row for the plan's section \`/${key}\` (${schema.title})`];
      return row.zh === schema.title ? [] : [`docs/glossary.md calls /${key} “${row.zh}”, the schema “${schema.title}”`];
    });

const kindFaults = () => {
  const kinds = [
    ...new Set(sourcesOf('packages/engine/src').flatMap(({ text }) => [...text.matchAll(/Name\('([a-z-]+)'/g)].map(([, kind]) => kind))),
  ];
  return kinds.flatMap((kind) => {
    const row = rowOf(kind);
    if (!row) return [`docs/glossary.md has no row for \`${kind}\`, which a plan gives names to`];
    return row.zh === nouns.zh[kind] ? [] : [`docs/glossary.md calls ${kind} “${row.zh}”, the messages “${nouns.zh[kind]}”`];
  });
};

/** The words a name is made of: `StandingsCorrected` is standings, corrected. */
const wordsOf = (name) => name.match(/[A-Z][a-z]*|[a-z]+/g)?.map((word) => word.toLowerCase().replace(/s$/, '')) ?? [];

/** True when a row's code name is one of the words of the name, or several of them in a row. */
const isMadeOf = (name, code) => ` ${wordsOf(name).join(' ')} `.includes(` ${wordsOf(code).join(' ')} `);

const exportFaults = () =>
  exportedNouns()
    .filter((name) => !rows.some((row) => row.codes.some((code) => isMadeOf(name, code))))
    .map((name) => `\`${name}\`, which the engine exports, is made of no word of docs/glossary.md`);

const rowFaults = () => {
  const names = exportedNouns();
  const isKnown = (code) =>
    code.startsWith('/') ? Object.hasOwn(Plan.properties, code.slice(1)) : names.some((name) => isMadeOf(name, code));
  const stale = rows.flatMap((row) =>
    row.codes
      .filter((code) => /^[A-Z/]/.test(code) && !isKnown(code))
      .map((code) => `docs/glossary.md: \`${code}\` in the row “${row.word}” is exported no more`),
  );
  const empty = rows.filter((row) => !row.zh || !row.sentence).map((row) => `docs/glossary.md: the row “${row.word}” is not complete`);
  return [...stale, ...empty];
};

/** Files with words that people read. */
const catalogues = () => [
  ...sourcesOf('packages/designer/src').filter(({ path }) => /words(\.\w+)?\.ts$/.test(path)),
  ...sourcesOf('packages/engine/src').filter(({ path }) => /messages\.|nouns\.|schema\.ts$/.test(path)),
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file === 'plan-format.md')
    .map((file) => ({ path: `docs/${file}`, text: readFileSync(join(root, 'docs', file), 'utf8') })),
];

/** A ruled-out word; an English one must stand alone, with any ending of its plural. */
const matcher = (word) => (/^[a-z -]+$/i.test(word) ? new RegExp(`\\b${word}(s|es)?\\b`, 'i') : new RegExp(word));

const synonymFaults = () =>
  catalogues().flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => {
      const spoken = [...line.matchAll(/'([^']*)'|`([^`]*)`|"([^"]*)"/g)].map((match) => match[1] ?? match[2] ?? match[3]).join(' ');
      const read = path.endsWith('.md') ? line : spoken;
      return rows.flatMap((row) =>
        row.not
          .filter((word) => matcher(word).test(read))
          .map((word) => `${path}:${i + 1}: “${word}” — the word is ${row.zh} · ${row.word}`),
      );
    }),
  );

const faults = [...sectionFaults(), ...kindFaults(), ...exportFaults(), ...rowFaults(), ...synonymFaults()];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
