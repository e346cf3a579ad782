import { ScissorOutlined } from '@ant-design/icons';
import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk } from '../desk/context.ts';
import { textOf } from '../draft/json.ts';
import { namesOf } from '../draft/names.ts';
import { partsOf, proposedSide, type Side, type SplitPart } from '../draft/split.ts';
import { patternOf } from './blank.ts';
import { headingOf } from './declared.ts';
import { sectionWords } from './words.ts';

interface PartsProps {
  readonly parts: readonly SplitPart[];
  readonly sides: Readonly<Record<string, Side>>;
  readonly put: (at: string, side: Side) => void;
}

/** Every party, part and reference of the task, and which of the two tasks it goes to. */
const Parts = ({ parts, sides, put }: PartsProps) => {
  const t = useWords(sectionWords);
  const language = useLanguage();
  const kindOf = ({ of }: SplitPart): string => headingOf(of.startsWith('/') ? patternOf(of) : `/responsibility/tasks/*/${of}`, language);
  return (
    <ul className="split-parts" aria-label={t('splitWhat')}>
      {parts.map((part) => (
        <li key={part.at}>
          <span className="split-kind">{kindOf(part)}</span>
          <span className="split-label">{part.label}</span>
          <Radio.Group
            size="small"
            optionType="button"
            aria-label={`${kindOf(part)} ${part.label}`}
            value={sides[part.at] ?? proposedSide(part)}
            options={[
              { value: 'stay', label: t('splitStay') },
              ...(part.canBoth ? [{ value: 'both', label: t('splitBoth') }] : []),
              { value: 'move', label: t('splitMove') },
            ]}
            onChange={({ target }) => put(part.at, target.value as Side)}
          />
        </li>
      ))}
    </ul>
  );
};

const SplitDialog = ({ task, onClose }: { readonly task: number; readonly onClose: () => void }) => {
  const t = useWords(sectionWords);
  const { store, hand } = useDesk();
  const [plan] = useState(() => store.get().present);
  const old = textOf(useAt(`/responsibility/tasks/${task}`), 'name');
  const [name, setName] = useState('');
  const [text, setText] = useState('');
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({});
  const [parts] = useState(() => partsOf(plan, task));
  const isTaken = namesOf(plan, 'task').some((known) => known.name === name.trim());
  const take = () => {
    const proposals = Object.fromEntries(parts.map((part) => [part.at, proposedSide(part)]));
    hand.close();
    store.edit({ type: 'SplitTask', into: { task, name: name.trim(), text: text.trim(), sides: { ...proposals, ...sides } } });
    onClose();
    hand.open(`/responsibility/tasks/${task + 1}`);
  };
  return (
    <Modal
      open
      width={720}
      title={t('splitTitle', { name: old })}
      okText={t('splitTake')}
      cancelText={t('splitCancel')}
      okButtonProps={{ disabled: name.trim() === '' || isTaken }}
      onOk={take}
      onCancel={onClose}
    >
      <div className="split-form">
        <p className="field-note">{t('splitNote')}</p>
        <label className="field-label" htmlFor="split-name">
          {t('splitName')}
        </label>
        <Input
          id="split-name"
          autoFocus
          autoComplete="off"
          status={isTaken ? 'error' : undefined}
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        {isTaken && (
          <p className="field-note" role="alert">
            {t('splitTaken')}
          </p>
        )}
        <label className="field-label" htmlFor="split-text">
          {t('splitText')}
        </label>
        <Input.TextArea id="split-text" rows={2} value={text} onChange={({ target }) => setText(target.value)} />
        {parts.length > 0 && <Parts parts={parts} sides={sides} put={(at, side) => setSides({ ...sides, [at]: side })} />}
      </div>
    </Modal>
  );
};

/** Makes two tasks of one: the clerk names the new one and says which parties, parts and questions go to it. */
export const SplitTask = ({ task }: { readonly task: number }) => {
  const t = useWords(sectionWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" type="text" icon={<ScissorOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('split')}
      </Button>
      {isOpen && <SplitDialog task={task} onClose={() => setOpen(false)} />}
    </>
  );
};
