import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps, FieldTemplateProps, RJSFSchema, UiSchema } from '@rjsf/utils';
import { pointer } from '@xiuhua/engine';
import { Button, ConfigProvider } from 'antd';
import { useWords } from '../../shared/language.ts';
import { FieldLimits } from '../upper/FieldLimit.tsx';
import { isLocked, useFieldLimits } from '../upper/upper.ts';
import { FieldProblems } from './FieldProblems.tsx';
import { formWords } from './words.ts';

/** Widgets that want the whole width of a form. */
const wide = new Set(['prose', 'choices', 'refs', 'tags', 'phrase']);

const isWide = (schema: RJSFSchema, ui: UiSchema | undefined): boolean =>
  schema.type === 'object' ||
  ui?.['ui:field'] !== undefined ||
  (schema.type === 'array' && !ui?.['ui:widget']) ||
  wide.has(String(ui?.['ui:widget']));

/** A note without its examples of the written form: whoever chooses from words need not know it. */
const withoutGrammar = (note: string): string =>
  note
    .split(/(?<=[；;，,])/)
    .filter((part) => !/[a-z]{3,}/i.test(part))
    .join('')
    .replace(/[；;，,]$/, '');

/** One field: its name, its widget, what it means, and what is wrong with it in the words of the engine. */
export const FieldTemplate = (props: FieldTemplateProps) => {
  const { id, label, required, children, displayLabel, rawDescription, schema, uiSchema, hidden, registry, fieldPathId } = props;
  const t = useWords(formWords);
  const place = fieldPathId.path.reduce<string>((at, key) => pointer(at, key), String(registry.formContext.at));
  const limits = useFieldLimits(place);
  if (hidden) return null;
  if (schema.type === 'object') return <div className="field-wide">{children}</div>;
  const note = uiSchema?.['ui:widget'] === 'phrase' ? withoutGrammar(rawDescription ?? '') : rawDescription;
  return (
    <div className={isWide(schema, uiSchema) ? 'field field-wide' : 'field'}>
      {displayLabel !== false && label && (
        <label className="field-label" htmlFor={id} id={`${id}-label`}>
          {label}
          {required && (
            <span className="field-required" title={t('required')}>
              *
            </span>
          )}
        </label>
      )}
      <ConfigProvider componentDisabled={isLocked(limits) || undefined}>{children}</ConfigProvider>
      <FieldLimits limits={limits} />
      <FieldProblems place={place} />
      {note && <p className="field-note">{note}</p>}
    </div>
  );
};

/** A short list inside a clause, such as the milestones of a phase. */
export const ArrayFieldTemplate = ({ items, title, canAdd, onAddClick, required }: ArrayFieldTemplateProps) => {
  const t = useWords(formWords);
  return (
    <fieldset className="fields fields-list">
      <legend>
        {title}
        {required && <span className="field-required">*</span>}
      </legend>
      {items}
      {canAdd && (
        <Button size="small" type="dashed" icon={<PlusOutlined aria-hidden />} onClick={onAddClick}>
          {t('add', { what: title })}
        </Button>
      )}
    </fieldset>
  );
};

/** One entry of a short list with its tools. */
export const ArrayFieldItemTemplate = ({ children, buttonsProps, index }: ArrayFieldItemTemplateProps) => {
  const t = useWords(formWords);
  const { hasMoveUp, hasMoveDown, hasRemove, onMoveUpItem, onMoveDownItem, onRemoveItem } = buttonsProps;
  const tool = (label: string, icon: React.ReactNode, act: () => void, off = false) => (
    <Button size="small" type="text" icon={icon} aria-label={`${label} ${index + 1}`} title={label} disabled={off} onClick={act} />
  );
  return (
    <div className="list-entry">
      <div className="list-entry-body">{children}</div>
      <div className="list-entry-tools">
        {tool(t('up'), <ArrowUpOutlined aria-hidden />, onMoveUpItem, !hasMoveUp)}
        {tool(t('down'), <ArrowDownOutlined aria-hidden />, onMoveDownItem, !hasMoveDown)}
        {hasRemove && tool(t('remove'), <DeleteOutlined aria-hidden />, onRemoveItem)}
      </div>
    </div>
  );
};
