// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { waiting } from '../inspect.fixture.ts';
import cases from './verdict.cases.json' with { type: 'json' };
import { judge } from './verdict.ts';

interface Case {
  readonly name: string;
  readonly status: number;
  readonly receipt?: object;
  readonly json?: unknown;
  readonly code?: string;
  readonly expect: string;
  readonly because: string;
}

const item = waiting({ 门前干净: { result: 'fail', photos: ['p1', 'p2'] } });
const receipt = { submission: item.submission, contentHash: item.contentHash, seq: 7, at: '2026-11-24T04:00:00.000Z', missingPhotos: [] };

const bodyOf = ({ receipt: given, json, code }: Case): unknown => {
  if (given) return { ...receipt, ...given };
  return code ? { problems: [{ code, severity: 'error', at: '', message: '用一句话说明' }] } : json;
};

describe('what an answer means for the item that was sent', () => {
  it.each(cases as readonly Case[])('$name: $expect, because $because', (one) => {
    expect(judge(item, { status: one.status, json: bodyOf(one), slip: null }).kind).toBe(one.expect);
  });

  it('gives the server’s own words for what it refuses', () => {
    const json = { problems: [{ code: 'submission.unanswered', severity: 'error', at: '/answers', message: '还有 2 项没有作答。' }] };
    expect(judge(item, { status: 422, json, slip: null })).toEqual({ kind: 'refused', words: ['还有 2 项没有作答。'] });
  });

  it('sends all photos of the item when the server names none of them', () => {
    const json = { problems: [{ code: 'submission.photo-unknown', severity: 'error', at: '', message: '没有这张照片' }] };
    expect(judge(item, { status: 422, json, slip: null })).toEqual({ kind: 'photos', missing: ['p1', 'p2'] });
  });
});
