import { Alert, Input, Modal, Select, Table } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { type KnownName, namesFor } from '../draft/names.ts';
import { type Decision, knownTasks, readPaste, type UnknownParty, unknownParties, withPaste } from './paste.ts';
import { matrixWords } from './words.ts';

/** What is proposed for an unknown name: the nearest known one, else a new unit. */
const proposed = ({ nearest }: UnknownParty): Decision => (nearest === undefined ? { kind: 'new' } : { kind: 'is', party: nearest });

const choiceOf = (decision: Decision): string => (decision.kind === 'is' ? `is:${decision.party}` : decision.kind);
const decisionOf = (value: string): Decision =>
  value.startsWith('is:') ? { kind: 'is', party: value.slice(3) } : { kind: value === 'drop' ? 'drop' : 'new' };

interface UnknownsProps {
  readonly unknowns: readonly UnknownParty[];
  readonly known: readonly KnownName[];
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly decide: (name: string, decision: Decision) => void;
}

/** The names the plan does not know, each with what becomes of it. */
const Unknowns = ({ unknowns, known, decisions, decide }: UnknownsProps) => {
  const t = useWords(matrixWords);
  const others = useMemo(() => known.map(({ name }) => ({ value: `is:${name}`, label: name })), [known]);
  return (
    <Table<UnknownParty>
      size="small"
      rowKey="name"
      dataSource={unknowns as UnknownParty[]}
      pagination={unknowns.length > 20 ? { pageSize: 20, size: 'small', showSizeChanger: false } : false}
      columns={[
        { title: t('pasteName'), dataIndex: 'name' },
        { title: t('pasteTimes'), dataIndex: 'count', align: 'right', width: 80 },
        {
          title: t('pasteMeans'),
          width: 260,
          render: (_, unknown) => (
            <Select
              className="wide"
              aria-label={t('pasteMeansOf', { name: unknown.name })}
              showSearch={{ optionFilterProp: 'label' }}
              value={choiceOf(decisions.get(unknown.name) ?? proposed(unknown))}
              onChange={(value: string) => decide(unknown.name, decisionOf(value))}
              options={[
                { value: 'new', label: t('pasteNew') },
                { value: 'drop', label: t('pasteDrop') },
                ...(unknown.nearest ? [{ value: `is:${unknown.nearest}`, label: t('pasteNearest', { name: unknown.nearest }) }] : []),
                ...others.filter(({ label }) => label !== unknown.nearest),
              ]}
            />
          ),
        },
      ]}
    />
  );
};

/** Takes a table of responsibility from a spreadsheet: shows what it would do, asks about unknown names, then is one edit. */
export const PasteDialog = ({ first, onClose }: { readonly first: string; readonly onClose: () => void }) => {
  const t = useWords(matrixWords);
  const { store, hand } = useDesk();
  const [text, setText] = useState(first);
  const settled = useDeferredValue(text);
  const plan = store.get().present;
  const pasted = useMemo(() => readPaste(settled), [settled]);
  const unknowns = useMemo(() => unknownParties(plan, pasted), [plan, pasted]);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, Decision>>(new Map());
  const known = knownTasks(plan, pasted);
  const take = () => {
    hand.close();
    const proposals = new Map(unknowns.map((unknown) => [unknown.name, proposed(unknown)]));
    const next = withPaste(plan, pasted, (name) => decisions.get(name) ?? proposals.get(name) ?? { kind: 'new' });
    store.edit({ type: 'ReplacePlan', plan: next, at: '/responsibility/tasks' });
    onClose();
  };
  return (
    <Modal
      open
      width={720}
      title={t('pasteTitle')}
      okText={t('pasteTake', { n: pasted.tasks.length })}
      cancelText={t('pasteCancel')}
      okButtonProps={{ disabled: pasted.tasks.length === 0 }}
      onOk={take}
      onCancel={onClose}
    >
      <div className="paste-dialog">
        <p className="field-note">{t('pasteNote')}</p>
        <Input.TextArea
          className="paste-text"
          aria-label={t('pasteText')}
          placeholder={t('pasteText')}
          rows={5}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        {settled.trim() !== '' && pasted.tasks.length === 0 && <Alert type="warning" showIcon title={t('pasteNothing')} />}
        {pasted.tasks.length > 0 && (
          <p role="status">{t('pasteSays', { n: pasted.tasks.length, known, fresh: pasted.tasks.length - known })}</p>
        )}
        {pasted.unread.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('pasteUnread', {
              n: pasted.unread.length,
              rows: pasted.unread
                .slice(0, 5)
                .map(({ row, text: cell }) => t('pasteRow', { row, cell }))
                .join('、'),
            })}
          />
        )}
        {unknowns.length > 0 && (
          <>
            <p>{t('pasteUnknown', { n: unknowns.length })}</p>
            <Unknowns
              unknowns={unknowns}
              known={namesFor(plan, 'party')}
              decisions={decisions}
              decide={(name, decision) => setDecisions(new Map(decisions).set(name, decision))}
            />
          </>
        )}
      </div>
    </Modal>
  );
};
