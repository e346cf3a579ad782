/*
 * Lists source files and the imports written in them, for the scripts that check how the house is laid out. Imports are
 * read from the text, which is enough here: they stand at the top, one form, with the file's ending written out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from './child.mjs';

const skipped = new Set(['node_modules', 'dist', '.tsc']);

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });

const importing = /^(?:import|export)\s+(type\s)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const loading = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

const importsOf = (file, text) => {
  const seen = [
    ...[...text.matchAll(importing)].map(([, type, from]) => ({ from, type: Boolean(type) })),
    ...[...text.matchAll(loading)].map(([, from]) => ({ from, type: false })),
  ];
  return seen.map(({ from, type }) => ({
    name: from,
    type,
    path: from.startsWith('.') ? relative(root, resolve(dirname(file), from)) : undefined,
  }));
};

/** Source files under a folder of the repository: path from the root, text, imports, and whether it is a test. */
export const sourcesOf = (folder) =>
  walk(join(root, folder)).map((file) => {
    const text = readFileSync(file, 'utf8');
    return { path: relative(root, file), text, imports: importsOf(file, text), test: /\.(test|fixture)\.tsx?$|test-setup\.ts$/.test(file) };
  });
