import type { FindingDesk, MoveFinding, PossibleMove } from '@xiuhua/engine';
import { App, Button, Input, Radio, Select } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere } from '../campaign/here.ts';
import { useFindings, usePlan } from '../campaign/queries.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { Panel } from '../parts/Panel.tsx';
import { TextField } from '../parts/TextField.tsx';
import styles from './findings.module.css';
import { type Given, lackingWord, nothingGiven } from './given.ts';
import { moveWords } from './move-words.ts';

interface FieldProps {
  readonly given: Given;
  readonly change: (next: Partial<Given>) => void;
}

/** Which unit a finding is dispatched to; the one that answers now is proposed. */
const UnitField = ({ given, change }: FieldProps) => {
  const t = useWords(moveWords);
  const id = useId();
  const organization = usePlan().data?.organization;
  const units = [...(organization?.clauses.keys() ?? [])];
  return (
    <div className={styles.moveField}>
      <label htmlFor={id}>{t('unit')}</label>
      <Select
        id={id}
        showSearch
        value={given.unit || undefined}
        placeholder={t('chooseUnit')}
        options={units.map((unit) => ({ value: unit, label: unit }))}
        onChange={(unit: string) => change({ unit })}
      />
    </div>
  );
};

/** The day on which a suspended finding is looked at again. */
const DayField = ({ given, change }: FieldProps) => {
  const t = useWords(moveWords);
  const id = useId();
  const { today } = useHere();
  return (
    <div className={styles.moveField}>
      <label htmlFor={id}>{t('until')}</label>
      <Input id={id} type="date" min={today} value={given.until} onChange={(event) => change({ until: event.target.value })} />
    </div>
  );
};

/** The finding that this one repeats: one at the same site, or one that is looked for by a word. */
const OtherField = ({ finding, given, change }: FieldProps & { readonly finding: FindingDesk }) => {
  const t = useWords(moveWords);
  const id = useId();
  const [text, setText] = useState('');
  const found = useFindings({ ...(text.trim() ? { text } : { site: finding.site }), limit: 200 }).data?.findings ?? [];
  const others = found.filter((other) => other.id !== finding.id && other.state !== 'void' && other.state !== 'duplicate');
  return (
    <div className={styles.moveField}>
      <label htmlFor={id}>{t('of')}</label>
      <Select
        id={id}
        showSearch={{ filterOption: false, onSearch: setText }}
        value={given.of || undefined}
        placeholder={t('chooseOther')}
        options={others.map((other) => ({ value: other.id, label: `${other.site} · ${other.item} · ${other.opened}` }))}
        onChange={(of: string) => change({ of })}
      />
    </div>
  );
};

interface FormProps {
  readonly finding: FindingDesk;
  readonly move: PossibleMove;
}

/** What has to come with a move, and the button that makes it. */
const MoveForm = ({ finding, move }: FormProps) => {
  const t = useWords(moveWords);
  const { message } = App.useApp();
  const attached = useAttached();
  const command = useCommand();
  const [given, setGiven] = useState<Given>({ ...nothingGiven, unit: finding.unit });
  const [missing, setMissing] = useState<string>();
  const change = (next: Partial<Given>) => {
    setGiven({ ...given, ...next });
    setMissing(undefined);
  };
  const asks = (need: PossibleMove['needs'][number]) => move.needs.includes(need);
  const send = () => {
    const lacking = isUnsettled(attached.photos) ? 'photosWaiting' : lackingWord(move, { ...given, photos: attached.photos.length });
    setMissing(lacking && t(lacking));
    if (lacking) return;
    const order: MoveFinding = {
      type: 'MoveFinding',
      finding: finding.id,
      move: move.move,
      text: given.text.trim(),
      photos: [...keptHashes(attached.photos)],
      ...(asks('unit') && { unit: given.unit }),
      ...(asks('day') && { until: given.until }),
      ...(asks('finding') && { of: given.of }),
    };
    command.mutate(order, { onSuccess: () => void message.success(t('moved', { move: move.move, stage: move.to })) });
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {asks('unit') && <UnitField given={given} change={change} />}
      {asks('finding') && <OtherField finding={finding} given={given} change={change} />}
      {asks('day') && <DayField given={given} change={change} />}
      <TextField
        label={asks('text') ? t('textNeeded') : t('text')}
        hint={t('textHint')}
        value={given.text}
        onChange={(text) => change({ text })}
      />
      {asks('photo') && <p className={styles.moveNeed}>{t('photoNeeded')}</p>}
      <Attach attached={attached} />
      <Missing what={missing} />
      {command.error && <Trouble error={command.error} />}
      <Button type="primary" htmlType="submit" size="large" loading={command.isPending}>
        {move.move}
      </Button>
    </form>
  );
};

/** What a unit mostly comes for is chosen beforehand; sending a finding away is never. */
const likely = (moves: readonly PossibleMove[]): PossibleMove | undefined => moves.find(({ does }) => does === 'reply') ?? moves[0];

/** The moves the reader may make on a finding now: he chooses one, gives what it needs and makes it. */
export const MovePanel = ({ finding }: { readonly finding: FindingDesk }) => {
  const t = useWords(moveWords);
  const [chosen, setChosen] = useState('');
  const move = finding.moves.find((one) => one.move === chosen) ?? likely(finding.moves);
  if (!move) return null;
  const left = move.left === null ? '' : t('left', { n: move.left });
  return (
    <Panel title={t('title')} note={`${t('leads', { stage: move.to })}${left}`}>
      {finding.moves.length > 1 && (
        <Radio.Group
          className={styles.moves ?? ''}
          aria-label={t('title')}
          value={move.move}
          options={finding.moves.map((one) => ({ value: one.move, label: one.move }))}
          onChange={(event) => setChosen(String(event.target.value))}
        />
      )}
      <MoveForm key={move.move} finding={finding} move={move} />
    </Panel>
  );
};
