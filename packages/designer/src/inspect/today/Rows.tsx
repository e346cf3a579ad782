import type { Day } from '@xiuhua/engine';
import { Icon } from '../app/Icon.tsx';
import type { Site } from '../device/records.ts';
import { DutyRow } from './DutyRow.tsx';
import type { Group } from './list.ts';

/** A group with the heading and the colour it is shown under. A folded one opens on a press. */
export interface ShownGroup extends Group {
  readonly folded: boolean;
  readonly tone: 'cinnabar' | 'amber' | 'plain';
}

const shapes = { cinnabar: '■', amber: '▲', plain: '◇' } as const;

interface RowsProps {
  readonly group: ShownGroup;
  readonly today: Day;
  readonly sites: ReadonlyMap<string, Site>;
  readonly questions: ReadonlyMap<string, number>;
}

/** The rows of one group under their heading. */
export const Rows = ({ group, today, sites, questions }: RowsProps) => {
  const heading = (
    <>
      <span aria-hidden="true">{shapes[group.tone]} </span>
      {group.name} <span className="number">{group.rows.length}</span>
    </>
  );
  const list = (
    <ul className="duties">
      {group.rows.map((row) => (
        <DutyRow key={row.duty.id} row={row} today={today} site={sites.get(row.duty.site)} questions={questions.get(row.duty.checklist)} />
      ))}
    </ul>
  );
  if (!group.folded)
    return (
      <section>
        <h2 className={`group text-${group.tone}`}>{heading}</h2>
        {list}
      </section>
    );
  return (
    <details>
      <summary className={`group text-${group.tone}`}>
        {heading}
        <Icon name="next" />
      </summary>
      {list}
    </details>
  );
};
