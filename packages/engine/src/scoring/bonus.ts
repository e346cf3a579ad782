import type { CompiledRule } from './compile.ts';
import { counted, type Happening } from './mechanism.ts';
import type { Reason } from './reason.ts';

/** Each occasion adds points, together at most the rule's limit. */
export const bonus = (rule: CompiledRule, happenings: readonly Happening[]): Reason => counted(rule, happenings, 1);
