import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Select, Spin } from 'antd';
import { useRef, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { SheetUseFields } from './SheetUseFields.tsx';
import { useImport } from './useImport.ts';
import { VerdictTable } from './VerdictTable.tsx';
import { bringing, type ImportKind, planWith, type Reading, type SheetUse, type Verdict } from './verdict.ts';
import { importWords } from './words.ts';
import './import.css';

interface Props {
  readonly campaign: string;
  readonly kind: ImportKind;
  readonly onClose: () => void;
}

/** Where the file is chosen; until then it says what the table has to look like. */
const FileChoice = ({
  kind,
  chosen,
  ready,
  onChoose,
}: {
  kind: ImportKind;
  chosen: string | undefined;
  ready: boolean;
  onChoose: (file: File) => void;
}) => {
  const t = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="import-choice">
      {!chosen && <p className="import-note">{t(kind === 'register' ? 'registerColumns' : 'sheetColumns')}</p>}
      <Button
        icon={<FileExcelOutlined aria-hidden />}
        type={chosen ? 'default' : 'primary'}
        disabled={!ready}
        onClick={() => input.current?.click()}
      >
        {t(chosen ? 'another' : 'choose')}
      </Button>
      {chosen ? <span className="import-file">{chosen}</span> : <p className="import-note">{t('kinds')}</p>}
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv,.txt"
        aria-label={t('choose')}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file) onChoose(file);
        }}
      />
    </div>
  );
};

const Found = ({ verdict, onSheet }: { readonly verdict: Verdict; readonly onSheet: (sheet: string) => void }) => {
  const t = useWords(importWords);
  const wrong = verdict.rows.filter((row) => row.verdict === 'wrong').length;
  const others = verdict.problems.filter(({ code }) => code !== 'table.wrong-rows');
  return (
    <>
      {verdict.sheets.length > 1 && (
        <div className="import-sheet">
          <label htmlFor="import-sheet">{t('sheet')}</label>
          <Select
            id="import-sheet"
            value={verdict.sheet}
            options={verdict.sheets.map((name) => ({ value: name, label: name }))}
            onChange={onSheet}
          />
        </div>
      )}
      {others.map(({ code, message }) => (
        <Alert key={code} type="error" showIcon title={message} />
      ))}
      {wrong > 0 && <Alert type="error" showIcon title={t('mend', { n: wrong })} />}
      {verdict.rows.length > 0 && <VerdictTable key={`${verdict.sheet}${verdict.rows.length}${wrong}`} rows={verdict.rows} />}
    </>
  );
};

/** Choosing a spreadsheet, seeing what became of every row, and taking all of it into the plan or nothing. */
export const ImportDialog = ({ campaign, kind, onClose }: Props) => {
  const t = useWords(importWords);
  const { store } = useDesk();
  const { message } = App.useApp();
  const { file, reading, verdict, refusal, judge } = useImport(campaign, kind);
  const [use, setUse] = useState<Partial<SheetUse>>({});
  const sheetUse = kind === 'score-sheet' ? use : undefined;
  const look = (chosen: File, how: Reading = {}): void => judge(chosen, { use: sheetUse, ...how });
  const brought = bringing(verdict?.rows ?? []);
  const take = (): void => {
    if (!verdict) return;
    const full = sheetUse && ({ ...use, name: use.name ?? (verdict.sheet || `${use.for}检查表`) } as SheetUse);
    const plan = planWith(store.get().present, verdict, full);
    if (plan === undefined) return;
    store.edit({ type: 'ReplacePlan', plan });
    const count = (word: string): number => brought.filter((row) => row.verdict === word).length;
    message.success(full ? t('doneSheet', { n: brought.length }) : t('done', { added: count('new'), changed: count('changed') }));
    onClose();
  };
  return (
    <Modal
      open
      width={760}
      title={t(kind === 'register' ? 'registerTitle' : 'sheetTitle')}
      cancelText={t('cancel')}
      okText={brought.length > 0 ? t('apply', { n: brought.length }) : t('applyNothing')}
      okButtonProps={{ disabled: !verdict?.ok || brought.length === 0, hidden: !verdict }}
      onOk={take}
      onCancel={onClose}
    >
      {sheetUse && (
        <SheetUseFields
          use={use}
          onChange={(next) => {
            setUse(next);
            if (file && next.for) judge(file, { use: next, sheet: verdict?.sheet });
          }}
        />
      )}
      <FileChoice kind={kind} chosen={file?.name} ready={kind === 'register' || use.for !== undefined} onChoose={look} />
      {reading && <Spin className="import-spin" description={t('reading')} />}
      {refusal && <Alert type="error" showIcon title={refusal} />}
      {verdict && file && <Found verdict={verdict} onSheet={(sheet) => look(file, { sheet })} />}
    </Modal>
  );
};
