import type { CompiledPlan, PeriodView } from '@xiuhua/engine';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useFindings, usePeriods, usePlan, useProgress } from '../campaign/queries.ts';
import { useReach } from '../campaign/reach.ts';
import { FindingRows } from '../findings/FindingRows.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Source } from '../parts/Source.tsx';
import { tasksOf } from './roles.ts';
import { Scores } from './Scores.tsx';
import { TaskProgress } from './TaskProgress.tsx';
import { UnitIndicators } from './UnitIndicators.tsx';
import { UnitLift } from './UnitLift.tsx';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

interface UnitProps {
  readonly unit: string;
}

const Tasks = ({ unit, plan }: UnitProps & { readonly plan: CompiledPlan }) => {
  const t = useWords(unitWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const tasks = tasksOf(plan, unit);
  const progress = useProgress().data ?? [];
  return (
    <Panel title={t('tasks')} note={tasks.length > 0 ? <Link to={to.milestones()}>{tasks.length}</Link> : undefined}>
      {tasks.length === 0 ? (
        <p className={styles.note}>{t('noTasks')}</p>
      ) : (
        <ul className={styles.tasks}>
          {tasks.map(({ task, role }) => (
            <li key={task.task.name}>
              <span className={styles.role} data-role={role}>
                {t(role)}
              </span>
              <span>
                {task.task.name}
                <small>
                  {(task.task.phases ?? []).join('、') || t('throughout')}
                  {task.task.due && ` · ${t('due', { day: showDay(task.task.due, today, now) })}`} <Source clause={task.source} />
                </small>
                <TaskProgress unit={unit} view={progress.find(({ kind, name }) => kind === 'task' && name === task.task.name)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

const OpenFindings = ({ unit }: UnitProps) => {
  const t = useWords(unitWords);
  const { to, mayOpen } = useReach();
  const onlyOwn = !mayOpen(unit);
  const query = useFindings({ unit, state: 'open' }, mayOpen(unit));
  return (
    <Panel title={t('findings')} more={!onlyOwn && <Link to={to.findings({ unit, state: 'all' })}>{t('allFindings')}</Link>}>
      {onlyOwn ? (
        <p className={styles.note}>{t('onlyOwn')}</p>
      ) : (
        <Loaded query={query}>
          {({ findings, found }) => (
            <>
              {found === 0 ? <p className={styles.note}>{t('noFindings')}</p> : <FindingRows findings={findings} narrow />}
              {found > findings.length && <Link to={to.findings({ unit })}>{t('moreFindings', { n: found - findings.length })}</Link>}
            </>
          )}
        </Loaded>
      )}
    </Panel>
  );
};

/** The rankings a unit is scored in by the plan; for one scored in none any, which then says so. */
const rankingsOf = (plan: CompiledPlan, unit: string, views: readonly PeriodView[]): readonly string[] => {
  const all = [...new Set(views.map(({ ranking }) => ranking))];
  const own = all.filter((ranking) => plan.rankings.get(ranking)?.sheet.units.includes(unit) ?? true);
  return own.length > 0 ? own : all.slice(0, 1);
};

/** One unit: its tasks with roles, its open findings, its points over the periods with reasons. */
export const UnitPage = () => {
  const { unit = '' } = useParams();
  const t = useWords(unitWords);
  const to = useAddresses();
  const periods = usePeriods();
  return (
    <Loaded query={usePlan()} rows={10}>
      {(plan) => {
        const name = plan.organization.units.get(unit);
        if (name === undefined) {
          return (
            <Nothing
              action={
                <Link to={to.units()}>
                  <Button>{t('allUnits')}</Button>
                </Link>
              }
            >
              {t('noUnit')}
            </Nothing>
          );
        }
        return (
          <Page title={name} back={{ to: to.units(), text: t('back') }}>
            <div className={styles.columns}>
              <div>
                <OpenFindings unit={name} />
                <UnitIndicators unit={name} />
                <Tasks unit={name} plan={plan} />
              </div>
              <div>
                <UnitLift unit={name} />
                <Loaded query={periods}>
                  {(views) =>
                    rankingsOf(plan, name, views).map((ranking) => <Scores key={ranking} unit={name} ranking={ranking} periods={views} />)
                  }
                </Loaded>
              </div>
            </div>
          </Page>
        );
      }}
    </Loaded>
  );
};
