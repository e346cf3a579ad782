import { Form, Input, Select } from 'antd';
import { useWords } from '../../shared/language.ts';
import { useNames } from '../desk/context.ts';
import type { SheetUse } from './verdict.ts';
import { importWords } from './words.ts';

interface Props {
  readonly use: Partial<SheetUse>;
  readonly onChange: (use: Partial<SheetUse>) => void;
}

/** What a score sheet becomes: for which class of sites, under which task, called what. */
export const SheetUseFields = ({ use, onChange }: Props) => {
  const t = useWords(importWords);
  const options = (names: readonly { readonly name: string }[]) => names.map(({ name }) => ({ value: name, label: name }));
  const [classes, tasks] = [useNames('class'), useNames('task')];
  return (
    <Form layout="vertical" className="import-use">
      <Form.Item label={t('forClass')} help={t('forClassNote')} required htmlFor="import-for">
        <Select id="import-for" value={use.for} options={options(classes)} onChange={(value) => onChange({ ...use, for: value })} />
      </Form.Item>
      <Form.Item label={t('forTask')} help={t('forTaskNote')} htmlFor="import-task">
        <Select
          id="import-task"
          allowClear
          value={use.task}
          options={options(tasks)}
          onChange={(value) => onChange({ ...use, task: value })}
        />
      </Form.Item>
      <Form.Item label={t('listName')} htmlFor="import-name">
        <Input
          id="import-name"
          maxLength={80}
          value={use.name ?? ''}
          onChange={({ target }) => onChange({ ...use, name: target.value || undefined })}
        />
      </Form.Item>
    </Form>
  );
};
