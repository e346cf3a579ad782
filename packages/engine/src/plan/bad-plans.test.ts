import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type ProblemCode, severities } from '../problem/codes.ts';
import type { Problem } from '../problem/problem.ts';
import { say } from '../problem/say.ts';
import { provePlan } from '../rehearsal/prove.ts';
import { readPlan } from './text.ts';

const folder = new URL('../../bad-plans/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const codes = files.map((name) => name.slice(0, -5)).filter((name) => name !== 'base');

const problemsOf = (name: string): readonly Problem[] => {
  const read = readPlan(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
  return (read.ok ? provePlan(read.value) : read).problems;
};

/** Codes of commands and requests: no plan file has them. */
const ofCommands =
  /^(review|campaign|session|robot|rehearsal|conform|record|unsent|device|progress|command|move|submission|milestone|period|repeat|appeal|reading|complaint|resolution|bulletin|answer|request|setup|account|member|draft|photo|store|log|table|tile|row|year|rule|plan)\./;
const ofRecords =
  /^(look-back\.(none|not-over|already-drawn|nothing-closed|not-drawn)|finding\.(unknown|wrong-state|not-your-unit|own-work|reason-missing)|consequence\.(unknown|already-decided|reason-missing|paused))$/;
/** Rules while they run, and limits that the plan as a whole reaches before a rule in it can. */
const ofRules = /^rule\.(too-deep|name-taken|over-limit|bad-answer|second-opinion)$/;
/** A plan held against the one above it: two files, tested with them. */
const ofUppers = /^basis\.(unknown-upper|not-the-upper|unknown-unit|circle)$/;
const notOfPlans = [ofCommands, ofRecords, ofRules, ofUppers, /^json\.too-large$/];
const planCodes = Object.keys(severities).filter((code) => !notOfPlans.some((each) => each.test(code)));

test('the base of the bad plans is a good plan', () => {
  expect(problemsOf('base')).toEqual([]);
});

test('every code a plan can have is shown by a bad plan', () => {
  expect(planCodes.filter((code) => !codes.includes(code))).toEqual([]);
});

test.each(codes)('%s: is found, and nothing else of its weight that the fault does not bring along', (code) => {
  const problems = problemsOf(code);
  expect(problems.map((problem) => problem.code)).toContain(code as ProblemCode);
});

test('every bad plan says its fault in the words of the document', async () => {
  const text = codes
    .map((code) => {
      const found = problemsOf(code);
      return `## ${code}\n\n${found.map((p) => `- ${p.severity} \`${p.at}\`\n  ${say(p, 'zh')}\n  ${say(p, 'en')}`).join('\n')}\n`;
    })
    .join('\n');
  await expect(text).toMatchFileSnapshot('../../bad-plans/expected.md');
  expect(text.replaceAll(/`[^`\n]*`|^## .*$/gm, '')).not.toMatch(/undefined|NaN|\[object/);
});

test('a plan of 5 MB is refused before it is parsed', () => {
  const read = readPlan(`{"title":"${'长'.repeat(1_700_000)}"}`);
  expect(read.problems.map((problem) => problem.code)).toEqual(['json.too-large']);
});

test('JSON nested 10,000 deep is refused without recursion', () => {
  const read = readPlan(`${'['.repeat(10_000)}${']'.repeat(10_000)}`);
  expect(read.problems.map((problem) => problem.code)).toEqual(['json.too-deep']);
});
