import type { WidgetProps } from '@rjsf/utils';
import type { RefKind } from '@xiuhua/engine';
import { Select } from 'antd';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { useNames } from '../../desk/context.ts';
import type { KnownName } from '../../draft/names.ts';
import { sectionDeclaring } from '../../section/declared.ts';
import { formWords } from '../words.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
  /** What typing is looked for in: the name and what else the thing is called. */
  readonly known: string;
}

const choicesOf = (names: readonly KnownName[], used: readonly string[], unknown: (name: string) => string): readonly Choice[] => {
  const all = new Set(names.flatMap((n) => [n.name, ...n.also]));
  const missing = used.filter((name) => name !== '' && !names.some((n) => n.name === name));
  return [
    ...missing.map((name) => ({ value: name, label: all.has(name) ? name : unknown(name), known: name })),
    ...names.map((n) => ({
      value: n.name,
      label: n.also.length > 0 ? `${n.name}（${n.also.join('、')}）` : n.name,
      known: [n.name, ...n.also].join(' '),
    })),
  ];
};

const useChoices = (kind: RefKind, used: readonly string[]) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const names = useNames(kind);
  return {
    options: [...choicesOf(names, used, (name) => t('unknownName', { name }))],
    notFoundContent: t('noNames', { section: sectionDeclaring(kind, now) }),
    showSearch: { filterOption: (typed: string, option?: Choice) => option?.known.includes(typed.trim()) ?? false },
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
      {...choices}
    />
  );
};

/** Several of the names the plan declares, in the order in which they are to stand. */
export const RefsWidget = ({ id, value, onChange, options }: WidgetProps) => {
  const t = useWords(formWords);
  const used = Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];
  const { hasUnknown, ...choices } = useChoices(options.kind as RefKind, used);
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
