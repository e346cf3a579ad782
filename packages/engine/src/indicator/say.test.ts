import { describe, expect, it } from 'vitest';
import cases from './say.cases.json' with { type: 'json' };
import { sayTarget } from './say.ts';
import type { Indicator, Target } from './schema.ts';

interface Case {
  readonly indicator: Omit<Indicator, 'targets'>;
  readonly target: Target;
  readonly zh: string;
  readonly en: string;
}
const all = cases as unknown as readonly Case[];

describe('a target', () => {
  it.each(all)('is said $zh', ({ indicator, target, zh, en }) => {
    const whole = { ...indicator, targets: [target] };
    expect([sayTarget(whole, target, 'zh'), sayTarget(whole, target, 'en')]).toEqual([zh, en]);
  });
});
