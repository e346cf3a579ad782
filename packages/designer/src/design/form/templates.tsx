import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ArrayFieldItemTemplateProps, ArrayFieldTemplateProps, FieldTemplateProps, ObjectFieldTemplateProps, RJSFSchema, UiSchema } from '@rjsf/utils';
import { Button } from 'antd';
import { useWords } from '../../shared/language.ts';
import { pointer } from '@xiuhua/engine';
import type { JsonObject } from '../draft/json.ts';
import { asideKeys } from './formSchema.ts';
import { FieldProblems } from './FieldProblems.tsx';
import { formWords } from './words.ts';

/** Widgets that want the whole width of a form. */
const wide = new Set(['prose', 'refs', 'tags', 'phrase']);

const isWide = (schema: RJSFSchema, ui: UiSchema | undefined): boolean =>
  schema.type === 'object' || (schema.type === 'array' && !ui?.['ui:widget']) || wide.has(String(ui?.['ui:widget']));

/** One field: its name, its widget, what it means, and what is wrong with it in the words of the engine. */
export const FieldTemplate = (props: FieldTemplateProps) => {
  const { id, label, required, children, displayLabel, rawDescription, schema, uiSchema, hidden, registry, fieldPathId } = props;
  const t = useWords(formWords);
  if (hidden) return null;
  if (schema.type === 'object') return <div className="field-wide">{children}</div>;
  const place = fieldPathId.path.reduce<string>((at, key) => pointer(at, key), String(registry.formContext.at));
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
      {children}
      <FieldProblems place={place} />
      {rawDescription && <p className="field-note">{rawDescription}</p>}
    </div>
  );
};

/** The fields of a clause in two columns; its source and note fold away at the end while they are empty. */
export const ObjectFieldTemplate = ({ properties, title, formData, fieldPathId, registry }: ObjectFieldTemplateProps<JsonObject>) => {
  const t = useWords(formWords);
  const main = properties.filter((p) => !asideKeys.includes(p.name));
  const aside = properties.filter((p) => asideKeys.includes(p.name));
  const filled = aside.some((p) => formData?.[p.name] !== undefined);
  const onlyAside = main.length === 0;
  const nested = fieldPathId.path.length > 0;
  return (
    <fieldset className={nested ? 'fields fields-nested' : 'fields'}>
      {nested && title && !registry.formContext.bare && <legend>{title}</legend>}
      <div className="fields-grid">{main.map((p) => p.content)}</div>
      {aside.length > 0 && onlyAside && <div className="fields-grid">{aside.map((p) => p.content)}</div>}
      {aside.length > 0 && !onlyAside && (
        <details className="fields-aside" open={filled && !nested}>
          <summary>{t('aside')}</summary>
          <div className="fields-grid">{aside.map((p) => p.content)}</div>
        </details>
      )}
    </fieldset>
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
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={onAddClick}>
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
        {tool(t('up'), <ArrowUpOutlined />, onMoveUpItem, !hasMoveUp)}
        {tool(t('down'), <ArrowDownOutlined />, onMoveDownItem, !hasMoveDown)}
        {hasRemove && tool(t('remove'), <DeleteOutlined />, onRemoveItem)}
      </div>
    </div>
  );
};
