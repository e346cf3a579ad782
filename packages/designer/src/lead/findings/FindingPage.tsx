import { type Actor, classOf, type FindingDesk, isEnd, isOpen, noun, timesDone } from '@xiuhua/engine';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useFinding, usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { SignTag } from '../parts/SignTag.tsx';
import { Source } from '../parts/Source.tsx';
import { sayDeadline } from '../say/deadline.ts';
import { showMoment } from '../say/moment.ts';
import { findingSign } from '../say/sign.ts';
import { BeforeAfter } from './BeforeAfter.tsx';
import styles from './findings.module.css';
import { MovePanel } from './MovePanel.tsx';
import { moveWords } from './move-words.ts';
import { ReplyForm } from './ReplyForm.tsx';
import { Steps } from './Steps.tsx';
import { VerifyForm } from './VerifyForm.tsx';
import { findingWords } from './words.ts';

interface FindingProps {
  readonly finding: FindingDesk;
}

/** The times in which the clock stood still: they count nothing, and of a limit in days not the whole day. */
const Pauses = ({ pauses }: Pick<NonNullable<FindingDesk['course']>, 'pauses'>) => {
  const m = useWords(moveWords);
  const now = useLanguage();
  const { today } = useHere();
  return pauses.map(({ from, to }) => (
    <div key={from}>
      {m(to === null ? 'pausedSince' : 'paused', {
        from: showMoment(from, today, now),
        to: to === null ? '' : showMoment(to, today, now),
      })}
    </div>
  ));
};

const Facts = ({ finding }: FindingProps) => {
  const t = useWords(findingWords);
  const m = useWords(moveWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const plan = usePlan(finding.course?.plan).data;
  const item = plan?.checklists.get(finding.checklist)?.items.get(finding.item);
  // What the public reported was asked by no checklist: the clause is that of its task.
  const source = item?.source ?? plan?.tasks.get(finding.task)?.source;
  const { course, clock, late = [] } = finding;
  const of = plan && course && classOf(plan.classes, course);
  const rows = [
    { name: t('unit'), value: <Link to={to.unit(finding.unit)}>{finding.unit}</Link> },
    { name: t('site'), value: finding.site },
    { name: t('checklist'), value: finding.checklist },
    { name: t('standard'), value: item?.item.standard },
    { name: t('task'), value: finding.task },
    { name: t('openedOn'), value: showDay(finding.opened, today, now) },
    { name: t('dueDay'), value: finding.number > 0 ? showDay(finding.due, today, now) : undefined },
    {
      name: t('noticeNo'),
      value: finding.number > 0 ? <Link to={to.notice(finding.id)}>{t('notice', { n: finding.number })}</Link> : undefined,
    },
    { name: t('returns'), value: finding.returns > 0 ? finding.returns : undefined },
    { name: m('writtenOff'), value: finding.writtenOff > 0 ? m('writtenOffNo', { n: finding.writtenOff }) : undefined },
    { name: m('class'), value: of && `${of.clause.group} · ${of.clause.name} ${of.clause.code}（${of.edition}）` },
    { name: m('stage'), value: course && isOpen(finding) ? course.stage : undefined },
    {
      name: m('stageDue'),
      value: clock?.due ? `${showMoment(clock.due, today, now)}${clock.provisional ? m('provisional') : ''}` : undefined,
    },
    { name: m('stageLate'), value: late.length > 0 ? late.join('、') : undefined },
    { name: m('sentBack'), value: timesDone(finding, 'send-back') || undefined },
    { name: m('extensions'), value: timesDone(finding, 'extend') || undefined },
    { name: m('pauses'), value: course?.pauses.length ? <Pauses pauses={course.pauses} /> : undefined },
    { name: m('review'), value: course?.review ? showDay(course.review, today, now) : undefined },
    { name: m('repeats'), value: course?.of ? <Link to={to.finding(course.of)}>{course.of}</Link> : undefined },
  ];
  return (
    <Panel title={t('facts')} note={source && <Source clause={source} />}>
      <dl className={styles.facts}>
        {rows
          .filter((row) => row.value !== undefined && row.value !== '')
          .map((row) => (
            <div key={row.name}>
              <dt>{row.name}</dt>
              <dd>{row.value}</dd>
            </div>
          ))}
      </dl>
    </Panel>
  );
};

/** True for one whose unit has to put it right, or who replied to it himself: he does not judge it. */
const isOwn = ({ unit, steps }: FindingDesk, { unit: own, account }: Actor): boolean =>
  own === unit || steps.some(({ kind, by }) => kind === 'replied' && by.account === account);

/** Whom a finding in the flow of its plan waits for, when the reader has nothing to do with it. */
const Waiting = ({ finding }: FindingProps) => {
  const m = useWords(moveWords);
  const t = useWords(findingWords);
  const now = useLanguage();
  const { actor } = useHere();
  const { course, steps } = finding;
  const flow = usePlan(course?.plan).data?.flow;
  const stage = course?.stage ?? '';
  const moves = [...(flow?.moves.values() ?? [])].filter(({ move }) => move.from.includes(stage));
  const movers = moves.flatMap(({ move }) => move.by);
  const who = [...new Set(movers)].map((role) => (role === 'unit' ? finding.unit : noun(now, role))).join(now === 'zh' ? '、' : ', ');
  if (isEnd(finding.state) || who === '') return <p className={styles.waiting}>{m('over', { stage })}</p>;
  const could = moves.filter(({ move }) => move.by.some((role) => role !== 'unit' && actor.roles.includes(role)));
  if (could.length > 0 && isOwn(finding, actor)) return <p className={styles.waiting}>{t('ownWork')}</p>;
  const asked = steps.at(-1)?.by.account === actor.account && could.some(({ needs }) => needs.has('another'));
  return <p className={styles.waiting}>{asked ? m('ownRequest') : m('waiting', { stage, who })}</p>;
};

/** What the reader can do about the finding now, or whom it waits for. */
const Next = ({ finding }: FindingProps) => {
  const t = useWords(findingWords);
  const m = useWords(moveWords);
  const now = useLanguage();
  const { actor, today } = useHere();
  const [mayReply, mayVerify] = [useMay('ReplyRectification'), useMay('VerifyRectification')];
  const own = isOwn(finding, actor);
  if (finding.course) {
    return (
      <>
        {finding.drawn && <p className={styles.waiting}>{m('drawn')}</p>}
        {finding.moves.length > 0 ? <MovePanel key={finding.steps.length} finding={finding} /> : <Waiting finding={finding} />}
      </>
    );
  }
  if (finding.state === 'rectifying') {
    if (mayReply && actor.unit === finding.unit) return <ReplyForm key={finding.returns} finding={finding} />;
    return <p className={styles.waiting}>{t('waitReply', { unit: finding.unit })}</p>;
  }
  if (finding.state === 'replied') {
    if (mayVerify && own) return <p className={styles.waiting}>{t('ownWork')}</p>;
    return mayVerify ? <VerifyForm key={finding.returns} finding={finding} /> : <p className={styles.waiting}>{t('waitVerify')}</p>;
  }
  return <p className={styles.waiting}>{t('done', { day: showDay(finding.closed ?? finding.due, today, now) })}</p>;
};

const Content = ({ finding }: FindingProps) => {
  const t = useWords(findingWords);
  const now = useLanguage();
  const { today } = useHere();
  const to = useAddresses();
  const deadline = sayDeadline(finding, today, now);
  const lead = (
    <>
      <SignTag sign={findingSign(finding)} />
      {isOpen(finding) && (
        <span data-tone={deadline.tone} title={t('dueOn', { day: showDay(finding.due, today, now) })}>
          {deadline.text}
        </span>
      )}
    </>
  );
  const title = `${finding.site} · ${finding.item}${finding.count > 1 ? ` · ${t('spots', { n: finding.count })}` : ''}`;
  return (
    <Page
      title={title}
      lead={<span className={styles.pageLead}>{lead}</span>}
      back={{ to: to.findings(), text: t('back') }}
      actions={
        <>
          {finding.checklist !== '' && (
            <Link to={to.visit(finding.submission)}>
              <Button>{t('visit')}</Button>
            </Link>
          )}
          {finding.number > 0 && (
            <Link to={to.notice(finding.id)}>
              <Button>{t('print')}</Button>
            </Link>
          )}
        </>
      }
    >
      <div className={styles.columns}>
        <div>
          <Panel title={`${t('before')} · ${t('after')}`}>
            <BeforeAfter steps={finding.steps} />
          </Panel>
          <Next finding={finding} />
        </div>
        <div>
          <Facts finding={finding} />
          <Panel title={t('steps')}>
            <Steps steps={finding.steps} />
          </Panel>
        </div>
      </div>
    </Page>
  );
};

/** One finding: photos before and after, its life so far, and what comes next. */
export const FindingPage = () => {
  const { finding = '' } = useParams();
  return <Loaded query={useFinding(finding)}>{(view) => <Content finding={view} />}</Loaded>;
};
