import { ArrowDownOutlined, ArrowUpOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type KeyboardEvent, lazy, type ReactNode, type RefObject, Suspense, useEffect, useRef } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk, useFocus } from '../desk/context.ts';
import { indexOf, keysOf, parentOf } from '../draft/json.ts';
import type { Schema } from '../draft/schema.ts';
import { FieldProblems } from '../form/FieldProblems.tsx';
import { SplitTask } from './SplitTask.tsx';
import { useClauseTools } from './useClauseTools.ts';
import { sectionWords } from './words.ts';

interface OpenClauseProps {
  readonly at: string;
  readonly schema: Schema;
  readonly keys: readonly string[];
  /** True for a clause that may be taken out: one of a list, or an optional one. */
  readonly removable: boolean;
}

/** The field of the form that stands for a place, or the nearest one around it. */
const fieldFor = (at: string, place: string): HTMLElement | null => {
  const path = keysOf(place.slice(at.length));
  for (let n = path.length; n > 0; n--) {
    const found = document.getElementById(['field', ...path.slice(0, n)].join('_'));
    if (found) return found;
  }
  return null;
};

const enter = (element: HTMLElement | null, select: boolean): void => {
  if (!element) return;
  element.scrollIntoView?.({ block: 'nearest' });
  const input = element.matches('input, textarea, button')
    ? element
    : (element.querySelector<HTMLElement>('input, textarea, button') ?? element);
  input.focus({ preventScroll: true });
  if (select && input instanceof HTMLInputElement) input.select();
};

/** Loads the forms, which are the heaviest part of the desk; called ahead once the page is quiet. */
export const loadForms = () => import('../form/ClauseForm.tsx');

const ClauseForm = lazy(() => loadForms().then((m) => ({ default: m.ClauseForm })));

/** Puts the cursor where the hand wants it, as soon as the form is there. */
const Enter = ({ at, box }: { readonly at: string; readonly box: RefObject<HTMLDivElement | null> }) => {
  const focus = useFocus();
  useEffect(() => {
    if (focus.open !== at) return;
    const first = box.current?.querySelector<HTMLElement>('input, textarea') ?? null;
    enter(focus.field === null ? first : fieldFor(at, focus.field), focus.select);
  }, [focus, at, box]);
  return null;
};

/** A clause opened in its place: its form and what can be done to it as a whole. Escape closes it. */
export const OpenClause = ({ at, schema, keys, removable }: OpenClauseProps) => {
  const t = useWords(sectionWords);
  const { hand } = useDesk();
  const tools = useClauseTools();
  const box = useRef<HTMLDivElement>(null);
  const inList = indexOf(at) >= 0;
  const onKeyDown = (event: KeyboardEvent) => {
    // keys of a dialog opened from here come by as well
    if (!box.current?.contains(event.target as Node)) return;
    if (
      event.key === 'Escape' &&
      !event.defaultPrevented &&
      !document.querySelector(
        '.ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
      )
    ) {
      event.stopPropagation();
      hand.close();
    }
    if (event.altKey && inList && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      tools.move(at, event.key === 'ArrowUp' ? -1 : 1);
    }
  };
  const tool = (label: string, icon: ReactNode, act: () => void) => (
    <Button size="small" type="text" icon={icon} onClick={act}>
      {label}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are short cuts for the buttons inside
    <div className="open-clause" ref={box} onKeyDown={onKeyDown}>
      <Suspense fallback={<p className="field-note">{t('opening')}</p>}>
        <FieldProblems place={at} />
        <ClauseForm key={at} at={at} schema={schema} keys={keys} />
        <Enter at={at} box={box} />
      </Suspense>
      <div className="open-clause-tools">
        {inList && tool(t('up'), <ArrowUpOutlined aria-hidden />, () => tools.move(at, -1))}
        {inList && tool(t('down'), <ArrowDownOutlined aria-hidden />, () => tools.move(at, 1))}
        {inList && tool(t('copy'), <CopyOutlined aria-hidden />, () => tools.copy(at))}
        {parentOf(at) === '/responsibility/tasks' && <SplitTask task={indexOf(at)} />}
        {removable && tool(inList ? t('remove') : t('removeOptional'), <DeleteOutlined aria-hidden />, () => void tools.remove(at))}
        <Button size="small" className="open-clause-done" onClick={hand.close}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
};
