import { ruleOperators } from '@xiuhua/engine';
import { fill, type Language } from '../../../shared/language.ts';
import { isList, isObject, type Json } from '../../draft/json.ts';
import { comparisons, partsOf, type Question } from './condition.ts';
import { conditionWords } from './words.ts';

interface Reader {
  readonly questions: ReadonlyMap<string, Question>;
  readonly language: Language;
}

const quoted = (name: string, language: Language): string => (language === 'zh' ? `“${name}”` : `“${name}”`);

const sayTruth = (name: string, holds: boolean, { questions, language }: Reader): string => {
  const judged = questions.get(name)?.judged === true;
  const words = conditionWords[language];
  const key = judged ? (holds ? 'passed' : 'failed') : holds ? 'isYes' : 'isNo';
  return fill(words[key], { name });
};

const varOf = (logic: Json): string | undefined => (isObject(logic) && typeof logic.var === 'string' ? logic.var : undefined);

/** A part that gives a value: a name, a number, a text, or a calculation. */
const sayValue = (logic: Json, reader: Reader): string => {
  const name = varOf(logic);
  if (name !== undefined) return quoted(name, reader.language);
  if (isObject(logic)) return say(logic, reader);
  if (isList(logic)) return logic.map((each) => sayValue(each, reader)).join(conditionWords[reader.language].listJoin);
  return String(logic);
};

const signs: Readonly<Record<string, string>> = { '+': '＋', '-': '－', '*': '×', '/': '÷' };

const sayOperator = (operator: string, parts: readonly Json[], reader: Reader): string => {
  const { language } = reader;
  const words = conditionWords[language];
  const name = ruleOperators.get(operator)?.[language] ?? operator;
  const sign = signs[operator];
  if (sign && parts.length > 1) return fill(words.sum, { parts: parts.map((part) => sayValue(part, reader)).join(` ${sign} `) });
  return fill(words.call, { name, parts: parts.map((part) => sayValue(part, reader)).join(words.listJoin) });
};

const say = (logic: Json, reader: Reader): string => {
  const words = conditionWords[reader.language];
  const [operator, parts] = partsOf(logic) ?? ['', []];
  const [first = null, second = null] = parts;
  const name = varOf(logic);
  if (name !== undefined) return sayTruth(name, true, reader);
  if (operator === '!' || operator === '!!') {
    const inner = varOf(first);
    if (inner !== undefined) return sayTruth(inner, operator === '!!', reader);
    return operator === '!!' ? say(first, reader) : fill(words.not, { rule: say(first, reader) });
  }
  if (operator === 'and' || operator === 'or') {
    const told = parts.map((part) => {
      const inner = partsOf(part)?.[0];
      return inner === 'and' || inner === 'or' ? fill(words.bracket, { rule: say(part, reader) }) : say(part, reader);
    });
    return told.join(operator === 'and' ? words.and : words.or);
  }
  if (operator === 'in') return fill(words.has, { name: sayValue(second, reader), value: sayValue(first, reader) });
  const comparison = comparisons.find((each) => each === operator.replace('===', '==').replace('!==', '!='));
  if (comparison && parts.length === 2)
    return fill(words.compare, { left: sayValue(first, reader), how: words[comparison], right: sayValue(second, reader) });
  return operator ? sayOperator(operator, parts, reader) : sayValue(logic, reader);
};

/** Any rule in words, also one that no builder can show: 当“本月居民投诉”大于 0. */
export const sayCondition = (logic: Json, questions: readonly Question[], language: Language): string =>
  say(logic, { questions: new Map(questions.map((question) => [question.name, question])), language });
