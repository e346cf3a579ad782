/* Reads what vitest and Playwright wrote of a run: which files took long, and which tests passed only when tried again. */
import { relative } from 'node:path';

/** Files of a report of vitest, each with the seconds its tests and what prepares them took. */
export const filesOfUnit = ({ testResults }, root) =>
  testResults.map(({ name, startTime, endTime }) => ({ file: relative(root, name), seconds: (endTime - startTime) / 1000 }));

const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

const testsOf = (report) =>
  report.suites
    .flatMap(specsOf)
    .flatMap(({ file, title, tests }) => tests.map(({ status, results }) => ({ file, title, status, results })));

/** Files of a report of Playwright, each with the seconds its tests took, those tried again included. */
export const filesOfBrowser = (report) => {
  const files = new Map();
  for (const { file, results } of testsOf(report))
    files.set(file, (files.get(file) ?? 0) + results.reduce((sum, { duration }) => sum + duration / 1000, 0));
  return [...files].map(([file, seconds]) => ({ file: `e2e/${file}`, seconds }));
};

/** Tests that failed first and then passed, each with the first line of its first error. */
export const retriedOf = (report) =>
  testsOf(report)
    .filter(({ status }) => status === 'flaky')
    .map(({ file, title, results }) => {
      const [first] = results[0]?.errors ?? [];
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the report holds the colours of a terminal
      const error = (first?.message ?? '').replaceAll(/\u001b\[[\d;]*m/g, '').split('\n')[0];
      return { name: `${file}: ${title}`, error };
    });

/** The `n` that took longest, the longest first. */
export const slowest = (files, n) => files.toSorted((a, b) => b.seconds - a.seconds).slice(0, n);
