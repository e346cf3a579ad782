import { sayAmount, sayBinding } from '../indicator/say.ts';
import { sayState } from '../indicator/show.ts';
import type { IndicatorView, TargetView } from './views.ts';

type Language = 'zh' | 'en';
type Unit = Pick<IndicatorView, 'unit'>;

const sides = ({ value }: TargetView, language: Language): string => {
  if (!value || value.numerator === null || value.denominator === null) return '';
  return language === 'zh' ? `（${value.numerator}/${value.denominator}）` : ` (${value.numerator} of ${value.denominator})`;
};

const bounds = ({ low, high }: TargetView, unit: string, language: Language): string => {
  const amount = (text: string): string => sayAmount(text, unit, language);
  if (low !== null && high !== null)
    return low === high ? amount(low) : language === 'zh' ? `${low}至${amount(high)}` : `${low} to ${amount(high)}`;
  if (low !== null) return language === 'zh' ? `至少${amount(low)}` : `at least ${amount(low)}`;
  return language === 'zh' ? `至多${amount(high ?? '')}` : `at most ${amount(high ?? '')}`;
};

/**
 * Where a target stands, in one sentence: how it binds, its value with both sides and its day, what is asked, and by
 * when the straight line gets there. Says so where a number is not confirmed yet.
 */
export const sayCourse = (view: TargetView, { unit }: Unit, language: Language): string => {
  const { value, state, reaches, due } = view;
  const zh = language === 'zh';
  const who = view.scope.name ? (zh ? `${view.scope.name}：` : `${view.scope.name}: `) : '';
  const asked = `${bounds(view, unit, language)}${due === null ? '' : zh ? `，期限${due}` : ` by ${due}`}`;
  const head = `${who}${sayState(state, language)}`;
  if (!value)
    return zh
      ? `${head}。要求${asked}（${sayBinding(view.binding, language)}）。`
      : `${head}. Asked: ${asked} (${sayBinding(view.binding, language)}).`;
  const stands = `${sayAmount(value.shown, unit, language)}${sides(view, language)}`;
  const open = value.confirmed ? '' : zh ? '，待核实' : ', not confirmed yet';
  const line = reaches === null ? '' : zh ? `照此进度${reaches}达到。` : ` At this pace it is met on ${reaches}.`;
  return zh
    ? `${head}。截至${value.day}为${stands}${open}；要求${asked}（${sayBinding(view.binding, language)}）。${line}`
    : `${head}. ${stands} as of ${value.day}${open}; asked: ${asked} (${sayBinding(view.binding, language)}).${line}`;
};
