/* Reads what vitest and Playwright wrote of a run: which tests failed, which passed only when tried again, and which files took long. */
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

// biome-ignore lint/suspicious/noControlCharactersInRegex: the reports hold the colours of a terminal
const firstLine = (message = '') => message.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n')[0];

const browserTests = (report, wanted) =>
  testsOf(report)
    .filter(({ status }) => status === wanted)
    .map(({ file, title, results }) => ({ name: `${file}: ${title}`, error: firstLine(results[0]?.errors?.[0]?.message) }));

/** Tests that failed first and then passed, each with the first line of its first error. */
export const retriedOf = (report) => browserTests(report, 'flaky');

/** Browser tests that failed, each with the first line of its first error. */
export const failedOfBrowser = (report) => browserTests(report, 'unexpected');

/** Tests that failed under vitest, and files that could not be loaded, each with the first line of its error. */
export const failedOfUnit = ({ testResults }, root) =>
  testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [{ name: file, error: firstLine(message) }];
    return failed.map(({ fullName, failureMessages }) => ({ name: `${file}: ${fullName}`, error: firstLine(failureMessages[0]) }));
  });

/** The `n` that took longest, the longest first. */
export const slowest = (files, n) => files.toSorted((a, b) => b.seconds - a.seconds).slice(0, n);
