import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useMemo } from 'react';
import {
  type ActionProps,
  type CombinatorSelectorProps,
  type Field,
  type FieldSelectorProps,
  type OperatorSelectorProps,
  QueryBuilder,
  type RuleGroupType,
  type ValueEditorProps,
} from 'react-querybuilder';
import { useWords } from '../../../shared/language.ts';
import { type Group, isGroup, operatorsFor, type Question, type Test, testOf } from './condition.ts';
import { conditionWords } from './words.ts';

interface Context {
  readonly questions: ReadonlyMap<string, Question>;
}

const questionOf = (context: unknown, field: string): Question | undefined => (context as Context).questions.get(field);

const FieldSelect = ({ value, handleOnChange, options }: FieldSelectorProps) => {
  const t = useWords(conditionWords);
  const names = options.flatMap((option) => ('name' in option ? [{ value: String(option.name), label: option.label }] : []));
  return (
    <Select
      className="condition-field"
      aria-label={t('field')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={names}
      onChange={(next) => handleOnChange(next)}
    />
  );
};

const OperatorSelect = ({ value, handleOnChange, field, context }: OperatorSelectorProps) => {
  const t = useWords(conditionWords);
  const question = questionOf(context, field);
  const options = operatorsFor(question?.asks ?? 'truth').map((operator) => ({
    value: operator,
    label: t(question?.judged && (operator === 'true' || operator === 'false') ? `op_${operator}Judged` : `op_${operator}`),
  }));
  return (
    <Select
      className="condition-operator"
      aria-label={t('operator')}
      value={value}
      options={options}
      onChange={(next) => handleOnChange(next)}
    />
  );
};

const ValueField = ({ value, handleOnChange, field, context }: ValueEditorProps) => {
  const t = useWords(conditionWords);
  const question = questionOf(context, field);
  const label = t('value');
  switch (question?.asks) {
    case 'number':
      return <InputNumber aria-label={label} value={Number(value) || 0} onChange={(next) => handleOnChange(next ?? 0)} />;
    case 'choice':
    case 'several': {
      const options = question.choices.map((choice) => ({ value: choice, label: choice }));
      return (
        <Select
          className="condition-operator"
          aria-label={label}
          value={value || undefined}
          options={options}
          onChange={(next) => handleOnChange(next)}
        />
      );
    }
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          value={value ? dayjs(value) : null}
          onChange={(next) => handleOnChange(next ? next.format('YYYY-MM-DD') : '')}
        />
      );
    case 'text':
      return (
        <Input className="condition-operator" aria-label={label} value={value} onChange={({ target }) => handleOnChange(target.value)} />
      );
    default:
      return null;
  }
};

const Combinator = ({ value, handleOnChange }: CombinatorSelectorProps) => {
  const t = useWords(conditionWords);
  const options = [
    { value: 'and', label: t('all') },
    { value: 'or', label: t('one') },
  ];
  return <Select size="small" aria-label={t('combinator')} value={value} options={options} onChange={(next) => handleOnChange(next)} />;
};

const act =
  (word: 'addRule' | 'addGroup') =>
  ({ handleOnClick }: ActionProps) => {
    const t = useWords(conditionWords);
    return (
      <Button size="small" type="text" icon={<PlusOutlined aria-hidden />} onClick={(event) => handleOnClick(event)}>
        {t(word)}
      </Button>
    );
  };

const drop =
  (word: 'removeRule' | 'removeGroup') =>
  ({ handleOnClick }: ActionProps) => {
    const t = useWords(conditionWords);
    return (
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={t(word)}
        title={t(word)}
        onClick={(event) => handleOnClick(event)}
      />
    );
  };

const controls = {
  fieldSelector: FieldSelect,
  operatorSelector: OperatorSelect,
  valueEditor: ValueField,
  combinatorSelector: Combinator,
  addRuleAction: act('addRule'),
  addGroupAction: act('addGroup'),
  removeRuleAction: drop('removeRule'),
  removeGroupAction: drop('removeGroup'),
};

const asQuery = (group: Group): RuleGroupType => ({
  combinator: group.combinator,
  rules: group.rules.map((rule) => (isGroup(rule) ? asQuery(rule) : { ...rule })),
});

/** A test whose question was changed begins anew with what fits it. */
const fitting = ({ field, operator, value }: Test, questions: Context['questions']): Test => {
  const question = questions.get(field);
  if (!question) return { field, operator, value };
  const fits = operatorsFor(question.asks).includes(operator);
  const wrong =
    (question.asks === 'number') !== (typeof value === 'number') ||
    (question.choices.length > 0 && !question.choices.includes(String(value)));
  const first = testOf(question);
  return {
    field,
    operator: fits ? operator : first.operator,
    value: wrong && question.asks !== 'truth' ? first.value : question.asks === 'truth' ? '' : value,
  };
};

const asGroup = (query: RuleGroupType, questions: Context['questions']): Group => ({
  combinator: query.combinator === 'or' ? 'or' : 'and',
  rules: query.rules.flatMap((rule): (Test | Group)[] => {
    if (typeof rule === 'string') return [];
    if ('rules' in rule) return [asGroup(rule, questions)];
    return [fitting({ field: rule.field, operator: rule.operator as Test['operator'], value: rule.value as Test['value'] }, questions)];
  }),
});

interface ConditionBuilderProps {
  readonly group: Group;
  readonly questions: readonly Question[];
  readonly onChange: (group: Group) => void;
}

/** Tests and groups of tests, put together from the questions that stand before. */
export const ConditionBuilder = ({ group, questions, onChange }: ConditionBuilderProps) => {
  const context = useMemo<Context>(() => ({ questions: new Map(questions.map((question) => [question.name, question])) }), [questions]);
  const fields = useMemo<Field[]>(() => questions.map(({ name }) => ({ name, value: name, label: name })), [questions]);
  return (
    <QueryBuilder
      fields={fields}
      query={asQuery(group)}
      context={context}
      controlElements={controls}
      controlClassnames={{ queryBuilder: 'condition-builder' }}
      getDefaultOperator={(field) => operatorsFor(context.questions.get(field)?.asks ?? 'truth')[0] ?? 'true'}
      getDefaultValue={({ field }) => {
        const question = context.questions.get(field);
        return question ? testOf(question).value : '';
      }}
      onQueryChange={(query) => onChange(asGroup(query, context.questions))}
    />
  );
};
