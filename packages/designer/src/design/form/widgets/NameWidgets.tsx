import type { WidgetProps } from '@rjsf/utils';
import type { RefKind } from '@xiuhua/engine';
import { Select } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { useNames } from '../../desk/context.ts';
import type { KnownName } from '../../draft/names.ts';
import { sectionDeclaring } from '../../section/declared.ts';
import { formWords } from '../words.ts';
import { clearOnDelete } from './clear.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  /** What typing is looked for in: the name and what else the thing is called. */
  readonly known: readonly string[];
}

const choicesOf = (names: readonly KnownName[], used: readonly string[], unknown: (name: string) => string): readonly Choice[] => {
  const all = new Set(names.flatMap((n) => [n.name, ...n.also]));
  const missing = used.filter((name) => name !== '' && !names.some((n) => n.name === name));
  return [
    ...missing.map((name) => ({ value: name, label: all.has(name) ? name : unknown(name), known: [name] })),
    ...names.map((n) => ({
      value: n.name,
      label: n.also.length > 0 ? `${n.name}（${n.also.join('、')}）` : n.name,
      known: [n.name, ...n.also],
    })),
  ];
};

/** The exact name first, then what begins with the text typed: Enter takes the first. */
const nearness = ({ value, known }: Choice, typed: string): number =>
  value === typed ? 0 : known.includes(typed) ? 1 : value.startsWith(typed) ? 2 : 3;

const useChoices = (kind: RefKind, used: readonly string[]) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const names = useNames(kind);
  return {
    options: [...choicesOf(names, used, (name) => t('unknownName', { name }))],
    notFoundContent: t('noNames', { section: sectionDeclaring(kind, now) }),
    showSearch: {
      filterOption: (typed: string, option?: Choice) => option?.known.some((name) => name.includes(typed.trim())) ?? false,
      filterSort: (a: Choice, b: Choice, { searchValue }: { readonly searchValue: string }) =>
        nearness(a, searchValue.trim()) - nearness(b, searchValue.trim()),
    },
    hasUnknown: used.some((name) => name !== '' && !names.some((n) => n.name === name || n.also.includes(name))),
  };
};

/** One of the names the plan declares. A name that is not declared stays visible and is marked. */
export const RefWidget = ({ id, value, onChange, options, required }: WidgetProps) => {
  const t = useWords(formWords);
  const used = typeof value === 'string' ? [value] : [];
  const { hasUnknown, ...choices } = useChoices(options.kind as RefKind, used);
  return (
    <Select
      id={id}
      className="wide"
      value={used[0] || undefined}
      placeholder={t('choose')}
      allowClear={!required}
      status={hasUnknown ? 'error' : undefined}
      onChange={(name: string | undefined) => onChange(name)}
      onKeyDown={required ? undefined : clearOnDelete(() => onChange(undefined))}
      {...choices}
    />
  );
};

/** The names in a text as documents list them, 甲、乙、丙; nothing while it may still become one known name. */
const listedIn = (text: string, known: readonly Choice[]): readonly string[] => {
  const words = text.split(/[、，,；;]/).map((word) => word.trim());
  if (words.length < 2 || known.some((choice) => choice.known.some((name) => name.includes(text.trim())))) return [];
  return words.filter(Boolean).map((word) => known.find((choice) => choice.known.includes(word))?.value ?? word);
};

/** Several of the names the plan declares, in the order in which they are to stand; a list of names may be typed or pasted. */
export const RefsWidget = ({ id, value, onChange, options }: WidgetProps) => {
  const t = useWords(formWords);
  const [typed, setTyped] = useState('');
  const used = Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
  const { hasUnknown, ...choices } = useChoices(options.kind as RefKind, used);
  const search = (text: string) => {
    const names = listedIn(text, choices.options);
    if (names.length > 0) onChange([...new Set([...used, ...names])]);
    setTyped(names.length > 0 ? '' : text);
  };
  return (
    <Select
      id={id}
      mode="multiple"
      className="wide"
      value={used}
      placeholder={t('chooseMany')}
      status={hasUnknown ? 'error' : undefined}
      onChange={(names: readonly string[]) => onChange(names)}
      {...choices}
      showSearch={{ ...choices.showSearch, searchValue: typed, onSearch: search }}
    />
  );
};

/** Several texts that are no references, such as other names of a unit. */
export const TagsWidget = ({ id, value, onChange }: WidgetProps) => {
  const t = useWords(formWords);
  const used = Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
  return (
    <Select
      id={id}
      mode="tags"
      open={false}
      className="wide"
      suffixIcon={null}
      value={used}
      placeholder={t('typeAndEnter')}
      onChange={(texts: readonly string[]) => onChange(texts)}
    />
  );
};
