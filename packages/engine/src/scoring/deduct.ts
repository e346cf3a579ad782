import type { CompiledRule } from './compile.ts';
import { counted, type Happening } from './mechanism.ts';
import type { Reason } from './reason.ts';

/** Each occasion takes points away, together at most the rule's limit. */
export const deduct = (rule: CompiledRule, happenings: readonly Happening[]): Reason => counted(rule, happenings, -1);
