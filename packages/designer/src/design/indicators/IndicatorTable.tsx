import { Input, Pagination } from 'antd';
import { memo, useMemo, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useProblems } from '../desk/context.ts';
import { isList, isObject, type Json, listAt, textOf, valueAt } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { ProblemMarks } from '../side/ProblemMarks.tsx';
import { useSayLimit } from '../upper/FieldLimit.tsx';
import { type FieldLimit, isLocked, useLimits } from '../upper/upper.ts';
import { TargetPath } from './TargetPath.tsx';
import { cellFor, pathOf, readCell, yearsOf } from './targets.ts';
import { indicatorWords } from './words.ts';
import './indicators.css';

const none: readonly Json[] = [];
const pageSize = 50;
const keys = Object.keys(schemaAt('/indicators/*').properties ?? {});

const shapes: Readonly<Record<string, string>> = { binding: '●', expected: '◐', stretch: '◇' };

interface CellProps {
  readonly indicator: Json;
  readonly at: string;
  readonly year: string;
  readonly limits: ReadonlyMap<string, readonly FieldLimit[]>;
}

/** The target of a year, typed as the table writes it; kept once it can be read, emptied it goes away. */
const Cell = ({ indicator, at, year, limits }: CellProps) => {
  const t = useWords(indicatorWords);
  const sayLimit = useSayLimit();
  const problems = useProblems();
  const { store, hand } = useDesk();
  const cell = cellFor(indicator, year);
  const [typed, setTyped] = useState<string>();
  const label = t('cell', { name: textOf(indicator, 'name'), year: year || t('always') });
  const targets = listAt(indicator, '/targets');
  const like = textOf(targets[cell.index] ?? targets[0], 'target');
  const next = typed === undefined ? undefined : readCell(typed, like);
  const place = `${at}/targets/${cell.index}/target`;
  const own = limits.get(place) ?? [];
  const isBad = problems.some((p) => p.place === place && p.problem.severity === 'error');
  const isUnread = typed !== undefined && typed.trim() !== '' && next === undefined;
  const told = own.map(sayLimit).join('；');
  const keep = () => {
    setTyped(undefined);
    if (typed === undefined || typed === cell.text) return;
    const place = `${at}/targets/${cell.index}`;
    if (typed.trim() === '' && cell.index >= 0) store.edit({ type: 'RemoveClause', at: place });
    else if (next !== undefined && cell.index >= 0)
      store.edit({ type: 'WriteClause', at: place, keys: ['target'], value: { target: next }, whole: true });
    else if (next !== undefined) {
      const per = textOf(targets[0], 'per') || 'cumulative';
      const value = { target: next, per, ...(year ? { due: year } : {}) };
      store.edit({
        type: 'AddClause',
        list: `${at}/targets`,
        value,
        index: listAt(valueAt(store.get().present, at) ?? {}, '/targets').length,
      });
    }
  };
  if (cell.fixed)
    return (
      <button type="button" className="target-fixed" aria-label={label} title={t('fixed')} onClick={() => hand.open(at, `${at}/targets`)}>
        {cell.text} …
      </button>
    );
  return (
    <>
      <Input
        size="small"
        variant="borderless"
        className="target-cell"
        aria-label={told ? `${label}；${told}` : label}
        title={told || undefined}
        disabled={isLocked(own)}
        status={isUnread || isBad ? 'error' : undefined}
        value={typed ?? cell.text}
        placeholder="—"
        onChange={({ target }) => setTyped(target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setTyped(undefined);
        }}
      />
      {told && <span className={isBad ? 'target-limit is-broken' : 'target-limit'}>{isBad ? `■ ${told}` : told}</span>}
    </>
  );
};

interface RowProps {
  readonly indicator: Json;
  readonly index: number;
  readonly years: readonly string[];
}

const Row = memo(({ indicator, index, years }: RowProps) => {
  const t = useWords(indicatorWords);
  const language = useLanguage();
  const { hand } = useDesk();
  const at = `/indicators/${index}`;
  const name = textOf(indicator, 'name');
  const binding = textOf(indicator, 'binding');
  const word = schemaAt('/indicators/*/binding').anyOf?.find((s) => s.const === binding);
  const baseline = isObject(indicator) && isObject(indicator.baseline) ? indicator.baseline.value : undefined;
  const path = useMemo(() => pathOf(indicator), [indicator]);
  const limits = useLimits(at);
  return (
    <tr>
      <th scope="row">
        <ProblemMarks at={at} keys={keys} />
        <button type="button" className="matrix-task" title={name} onClick={() => hand.open(at)}>
          {name}
        </button>
      </th>
      <td className="target-unit">{textOf(indicator, 'unit')}</td>
      <td className={`target-binding ${binding}`}>
        {shapes[binding] ?? ''} {(language === 'en' ? word?.en?.title : word?.title) ?? ''}
      </td>
      <td className="is-number">{typeof baseline === 'number' ? baseline : ''}</td>
      {years.map((year) => (
        <td key={year}>
          <Cell indicator={indicator} at={at} year={year} limits={limits} />
        </td>
      ))}
      <td>
        <TargetPath path={path} name={name || t('title')} />
      </td>
    </tr>
  );
});

/** The indicators as a table: binding ones marked, a column for each year, the path they have to take as a small chart. */
export const IndicatorTable = () => {
  const t = useWords(indicatorWords);
  const value = useAt('/indicators');
  const list = isList(value) ? value : none;
  const [page, setPage] = useState(1);
  const undated = list.some((indicator) => listAt(indicator, '/targets').some((target) => !textOf(target, 'due')));
  const said = [...(undated ? [''] : []), ...yearsOf(list)].join(' ');
  // the same columns for as long as they are, so that a row is drawn again only when its indicator changes
  const years = useMemo(() => said.split(' '), [said]);
  if (list.length === 0) return null;
  const now = Math.min(page, Math.ceil(list.length / pageSize));
  return (
    <section className="indicator-table" aria-label={t('title')}>
      <p className="field-note">{t('hint')}</p>
      <div className="matrix-scroll">
        <table>
          <thead>
            <tr>
              {(['name', 'unit', 'binding', 'baseline'] as const).map((key) => (
                <th key={key} scope="col">
                  {t(key)}
                </th>
              ))}
              {years.map((year) => (
                <th key={year} scope="col">
                  {year || t('always')}
                </th>
              ))}
              <th scope="col">{t('pathHead')}</th>
            </tr>
          </thead>
          <tbody>
            {list.map((indicator, i) =>
              Math.floor(i / pageSize) + 1 === now ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an indicator is its place in the list
                <Row key={i} indicator={indicator} index={i} years={years} />
              ) : null,
            )}
          </tbody>
        </table>
      </div>
      {list.length > pageSize && (
        <Pagination size="small" showSizeChanger={false} current={now} pageSize={pageSize} total={list.length} onChange={setPage} />
      )}
    </section>
  );
};
