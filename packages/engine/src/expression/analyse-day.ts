import { asDay } from './analyse-logic.ts';
import { atPart, type Call, expect, partOf, unreadNode } from './context.ts';
import { type Node, node } from './node.ts';
import { dayType, type NumberType, numberType } from './type.ts';

/** Most days a rule may count forward, back or between: about 109 years. */
export const mostDays = 40_000;

const needsCalendar = (call: Call): boolean => {
  if (!call.operator.includes('workdays') || call.context.hasCalendar) return false;
  call.context.report('rule.no-calendar', call.at, { operator: call.operator });
  return true;
};

const dayAt = (call: Call, i: number): Node => asDay(call, partOf(call, i));

/** `days` and `workdays`: how many lie after the first day up to and including the second. Workdays are never below 0. */
export const between = (call: Call): Node => {
  const [from, to] = [dayAt(call, 0), dayAt(call, 1)];
  const fine = [expect(call, from, 'day'), expect(call, to, 'day')].every(Boolean);
  if (!fine || needsCalendar(call)) return unreadNode(call);
  const isWork = call.operator === 'workdays';
  return node('days', call, numberType(0, isWork ? 0 : -500_000, 500_000), { parts: [from, to], mode: call.operator });
};

/** `add-days` and `add-workdays`: the day so many days later. Only calendar days can be counted back. */
export const addedTo = (call: Call): Node => {
  const day = dayAt(call, 0);
  const amount = partOf(call, 1);
  if (![expect(call, day, 'day'), expect(call, amount, 'number')].every(Boolean) || needsCalendar(call)) return unreadNode(call);
  const { decimals, low, high } = amount.type as NumberType;
  const least = call.operator === 'add-days' ? -mostDays : 0;
  if (decimals > 0 || low < least || high > mostDays) {
    call.context.report('rule.bad-days', atPart(call, 1), { least, most: mostDays });
    return unreadNode(call);
  }
  return node('add-days', call, dayType, { parts: [day, amount], mode: call.operator });
};
