import { EditOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { Fragment, memo } from 'react';
import { fill, useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useEdit, useFocus, useNames } from '../desk/context.ts';
import { isObject, type Json, listAt, parentOf, textOf } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { AddClause, EmptyList } from '../section/AddClause.tsx';
import { headingOf } from '../section/declared.ts';
import { OpenClause } from '../section/OpenClause.tsx';
import { formKeysOf, type ListBlock, schemaOf } from '../section/sections.ts';
import { useRowDrag } from '../section/useRowDrag.ts';
import { ProblemMarks } from '../side/ProblemMarks.tsx';
import { measureKey, pointsKey, sayRule, strayKeys } from './sayRule.ts';
import { scoringWords } from './words.ts';
import './scoring.css';

const ruleKeys = Object.keys(schemaAt('/scoring/*/rules/*').properties ?? {});

/** The choices of a key as the plan's schema words them. */
const useChoices = (key: 'kind' | 'each') => {
  const language = useLanguage();
  const options = schemaAt(`/scoring/*/rules/*/${key}`).anyOf ?? [];
  return options.map((s) => ({ value: s.const ?? '', label: (language === 'en' ? s.en?.title : s.title) ?? '' }));
};

interface RowProps {
  readonly at: string;
  readonly number: number;
  readonly rule: Json;
  readonly isOpen: boolean;
  readonly block: ListBlock;
}

/** Writes one key of a rule; a change of kind takes away what no longer means anything. */
const useWrite = (at: string) => {
  const edit = useEdit();
  return (value: Readonly<Record<string, Json | undefined>>, also: readonly string[] = []) =>
    edit({ type: 'WriteClause', at, keys: ruleKeys.filter((key) => Object.hasOwn(value, key) || also.includes(key)), value });
};

const Measure = ({ at, rule, label }: { readonly at: string; readonly rule: Json; readonly label: string }) => {
  const write = useWrite(at);
  const occasions = useChoices('each');
  const indicators = useNames('indicator');
  const key = measureKey(textOf(rule, 'kind'));
  const options = key === 'each' ? occasions : indicators.map(({ name }) => ({ value: name, label: name }));
  return (
    <Select
      size="small"
      variant="borderless"
      className="score-select"
      aria-label={label}
      showSearch={key === 'of' ? { optionFilterProp: 'label' } : false}
      value={textOf(rule, key) || undefined}
      placeholder="—"
      options={options}
      onChange={(next: string) => write({ [key]: next })}
    />
  );
};

const Points = ({ at, rule, label }: { readonly at: string; readonly rule: Json; readonly label: string }) => {
  const t = useWords(scoringWords);
  const write = useWrite(at);
  const kind = textOf(rule, 'kind');
  const key = pointsKey(kind);
  if (!key) {
    const points = listAt(rule, '/bands').flatMap((band) => (isObject(band) && typeof band.points === 'number' ? [band.points] : []));
    return <span className="score-fixed">{points.length > 0 ? `${Math.min(...points)}–${Math.max(...points)}` : '—'}</span>;
  }
  const value = isObject(rule) ? rule[key] : undefined;
  return (
    <InputNumber
      size="small"
      variant="borderless"
      className="score-number"
      aria-label={label}
      min={0}
      step={0.5}
      placeholder={kind === 'deduct' ? t('byList') : '—'}
      value={typeof value === 'number' ? value : null}
      onChange={(next) => write({ [key]: next ?? undefined })}
    />
  );
};

/** One rule as a row of the office's own table, and under it the sentence it says. */
const RuleRow = memo(({ at, number, rule, isOpen, block }: RowProps) => {
  const t = useWords(scoringWords);
  const language = useLanguage();
  const { hand } = useDesk();
  const write = useWrite(at);
  const kinds = useChoices('kind');
  const drag = useRowDrag(at);
  const name = textOf(rule, 'name');
  const label = (what: 'item' | 'standard' | 'points' | 'kind') => t('ofRule', { name, what: t(what) });
  return (
    <Fragment>
      <tr className={isOpen ? 'is-open' : undefined} data-at={at}>
        <td className="ledger-number">
          <ProblemMarks at={at} keys={ruleKeys} />
          <button type="button" className="ledger-grip" aria-label={`${number} ${name}`} {...drag}>
            <HolderOutlined aria-hidden />
          </button>
          {number}
        </td>
        <th scope="row">
          <Input
            variant="borderless"
            className="score-name"
            aria-label={label('item')}
            value={name}
            onChange={({ target }) => write({ name: target.value })}
          />
        </th>
        <td>
          <Select
            size="small"
            variant="borderless"
            className="score-kind"
            aria-label={label('kind')}
            value={textOf(rule, 'kind') || undefined}
            options={kinds}
            onChange={(kind: string) => write({ kind }, strayKeys(kind))}
          />
          <Measure at={at} rule={rule} label={label('standard')} />
        </td>
        <td className="is-number">
          <Points at={at} rule={rule} label={label('points')} />
        </td>
        <td className="score-said">{sayRule(rule, language)}</td>
        <td className="ledger-tools">
          <Button
            size="small"
            type="text"
            icon={<EditOutlined aria-hidden />}
            aria-label={`${t('details')} ${name}`}
            title={t('details')}
            aria-expanded={isOpen}
            onClick={() => (isOpen ? hand.close() : hand.open(at))}
          />
        </td>
      </tr>
      {isOpen && (
        <tr className="ledger-open">
          <td colSpan={6}>
            <OpenClause at={at} schema={schemaOf(block)} keys={formKeysOf(block)} removable />
          </td>
        </tr>
      )}
    </Fragment>
  );
});

/** The rules of a score sheet as the office's table has them: 项目, 标准, 分值, 扣分办法. Cells are edited in their place. */
export const ScoreSheet = ({ block }: { readonly block: ListBlock }) => {
  const t = useWords(scoringWords);
  const language = useLanguage();
  const { open } = useFocus();
  const sheet = useAt(parentOf(block.at));
  const rules = listAt(sheet ?? {}, '/rules');
  if (rules.length === 0) return <EmptyList at={block.at} />;
  const frame = Object.fromEntries(['base', 'floor', 'cap'].map((key) => [key, isObject(sheet) ? String(sheet[key] ?? '—') : '—']));
  return (
    <div className="ledger score-sheet">
      <div className="ledger-head">
        <h3 className="ledger-title">
          {headingOf(block.at.replace(/\/\d+\//, '/*/'), language)} <span className="ledger-count">{rules.length}</span>
        </h3>
        <span className="field-note">{fill(t('frame'), frame)}</span>
      </div>
      <div className="ledger-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" className="ledger-number" aria-label="#" />
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('standard')}</th>
              <th scope="col" className="is-number">
                {t('points')}
              </th>
              <th scope="col">{t('way')}</th>
              <th className="ledger-tools" aria-label={t('details')} />
            </tr>
          </thead>
          <tbody>
            {rules.map((rule, i) => {
              const at = `${block.at}/${i}`;
              return <RuleRow key={at} at={at} number={i + 1} rule={rule} isOpen={open === at} block={block} />;
            })}
          </tbody>
        </table>
      </div>
      <AddClause at={block.at} />
    </div>
  );
};
