import { type Reason, sayPeriod, sayReason, showPoints } from '@xiuhua/engine';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import { placeOfReason } from './places.ts';
import { tryWords } from './words.ts';

/** Points with their sign; the minus is a true minus sign. */
const signed = (points: number): string => {
  const size = showPoints(Math.abs(points));
  return points === 0 ? size : `${points > 0 ? '+' : '−'}${size}`;
};

/** The clause something rests on; a press leads to it in the plan. */
export const ClauseLink = ({ place, source }: { readonly place: string | undefined; readonly source: string }) => {
  const t = useWords(tryWords);
  const { jump } = useDesk();
  if (place === undefined) return source ? <span className="try-source">（{source}）</span> : null;
  return (
    <button type="button" className="try-source" aria-label={t('goClause', { source })} onClick={() => jump(place)}>
      {source ? `（${source}）` : t('clause')}
    </button>
  );
};

const useName = () => {
  const t = useWords(tryWords);
  const language = useLanguage();
  return ({ kind, name, whole, ...reason }: Reason): string => {
    if (reason.cause) return sayReason({ kind, name, ...reason, source: '', parts: [] }, language).replace(/[：:][^：:]*$/, '');
    if (kind === 'base' || kind === 'scaled' || kind === 'limit') return t(kind);
    if (!whole) return name;
    const score = whole.reason ? showPoints(whole.reason.points) : t('noScore');
    const weight = whole.weight === null ? '' : t('weight', { share: showPoints(whole.weight) });
    return t('part', { name, period: sayPeriod(whole.period, language), score, weight });
  };
};

const keyOf = ({ kind, name, cause, whole }: Reason): string => JSON.stringify([kind, name, cause, whole?.period]);

const Branch = ({ reason }: { readonly reason: Reason }) => {
  const name = useName()(reason);
  const plan = useDraft(({ present }) => present);
  const parts = reason.whole?.reason?.parts ?? reason.parts;
  return (
    <li>
      <div className="try-reason">
        <span>
          {name} {reason.kind !== 'base' && <ClauseLink place={placeOfReason(plan, reason)} source={reason.source} />}
        </span>
        <b>{reason.kind === 'base' ? showPoints(reason.points) : signed(reason.points)}</b>
      </div>
      {parts.length > 0 && <Branches parts={parts} />}
    </li>
  );
};

const Branches = ({ parts }: { readonly parts: readonly Reason[] }) => (
  <ul>
    {parts.map((part) => (
      <Branch key={keyOf(part)} reason={part} />
    ))}
  </ul>
);

/** Why a unit has its score: the tree of reasons, each with the clause that makes it count. */
export const Reasons = ({ total }: { readonly total: Reason }) => (
  <div className="try-reasons">
    <Branches parts={total.parts} />
  </div>
);
