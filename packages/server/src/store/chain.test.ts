import { canonicalText, sha256 } from '@xiuhua/engine';
import { expect, test } from 'vitest';
import { seal, sealOf } from './chain.ts';

test('a line is sealed by the SHA-256 of the canonical text of all its columns but its own hash, whatever its words', () => {
  const by = { account: 'a"1', name: '检查员\n甲', unit: '考核办\\', roles: ['inspector' as const] };
  const fact = { type: 'DrawSeeded' as const, plan: 'p', seed: '\u2028"种子"\ud83c\udf31', commitment: 'c' };
  const line = { campaign: 'c', cause: 'visit~0001', index: 2, at: '2026-11-02T02:00:00.000Z', by, fact: fact as never };
  const { hash, ...row } = seal(line, { seq: 41, hash: 'f'.repeat(64) });
  expect(hash).toBe(sha256(canonicalText(row)));
  expect(sealOf({ ...row, fact: '{}' })).not.toBe(hash);
  expect(row).toMatchObject({ seq: 42, prev: 'f'.repeat(64), by: canonicalText(by), fact: canonicalText(fact) });
});
