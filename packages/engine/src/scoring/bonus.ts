import type { CompiledRule } from './compile.ts';
import { counted, type Known, type Outcome } from './mechanism.ts';

/** Each occasion adds points, together at most the rule's most. */
export const bonus = (rule: CompiledRule, known: Known): Outcome => counted(rule, known.happenings, 1);
