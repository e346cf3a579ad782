import text from '../../../../examples/xiaoqing/plan.json?raw';
import type { Json } from './draft/json.ts';

/** 小箐镇's plan, read afresh. */
export const xiaoqing = (): Json => JSON.parse(text) as Json;
