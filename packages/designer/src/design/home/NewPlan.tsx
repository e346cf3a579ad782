import { useQuery, useQueryClient } from '@tanstack/react-query';
import { readPlan, type SessionView, say } from '@xiuhua/engine';
import { Alert, Input, Modal, Radio, Select, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { post } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { sessionKey } from '../../shared/session.ts';
import { type Json, textOf } from '../draft/json.ts';
import { getDraft } from '../save/server.ts';
import { UpperChoice, type UpperPick } from '../upper/UpperChoice.tsx';
import { exampleNames, loadExample, loadTitles, restarted } from './examples.ts';
import { skeleton } from './skeleton.ts';
import { homeWords } from './words.ts';

type Start = 'nothing' | 'upper' | 'example' | 'copy' | 'file';

interface NewPlanProps {
  readonly session: SessionView;
  readonly campaigns: readonly { readonly id: string; readonly title: string }[];
  readonly onClose: () => void;
}

/** What the dialog has been told so far. */
interface Choice {
  readonly start: Start;
  readonly example: string;
  readonly copy: string;
  readonly file: Json | undefined;
  readonly upper: UpperPick;
  readonly title: string;
  readonly issuer: string;
}

/** The draft the server derives from the upper plan. */
const derived = async ({ upper: { hash, as }, title, issuer }: Choice): Promise<Json> =>
  (await post<{ plan: Json }>(`/upper-plans/${hash}/derive`, { title, issuer, ...(as ? { as } : {}) })).plan;

const modelOf = async ({ start, example, copy, file }: Choice): Promise<Json | undefined> => {
  if (start === 'example') return loadExample(example);
  if (start === 'copy') return (await getDraft(copy)).plan;
  return file;
};

/** Starts the draft on the server and opens it. */
const useCreate = (session: SessionView) => {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const create = async (choice: Choice): Promise<void> => {
    setBusy(true);
    setFailure('');
    try {
      const { title, issuer } = choice;
      const model = choice.start === 'upper' ? undefined : await modelOf(choice);
      const fresh = () => (model === undefined ? skeleton({ title, issuer, today: session.today }) : restarted(model, title, issuer));
      const plan = choice.start === 'upper' ? await derived(choice) : fresh();
      const { id } = await post<{ id: string }>('/campaigns', { plan });
      await client.invalidateQueries({ queryKey: sessionKey });
      await client.invalidateQueries({ queryKey: ['campaigns'] });
      await navigate(`/${id}`);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return { create, busy, failure };
};

/** Which model the new plan follows: an example, another plan or a file. */
const ModelChoice = ({
  choice,
  set,
  campaigns,
}: { readonly choice: Choice; readonly set: (next: Partial<Choice>) => void } & Pick<NewPlanProps, 'campaigns'>) => {
  const t = useWords(homeWords);
  const language = useLanguage();
  const titles = useQuery({ queryKey: ['example-titles'], queryFn: loadTitles, staleTime: Infinity });
  const [faults, setFaults] = useState<readonly string[]>([]);
  if (choice.start === 'example') {
    const options = exampleNames.map((name) => ({ value: name, label: titles.data?.get(name) ?? name }));
    return (
      <Select
        className="wide"
        aria-label={t('chooseExample')}
        value={choice.example}
        options={options}
        onChange={(example) => set({ example })}
      />
    );
  }
  if (choice.start === 'copy') {
    const options = campaigns.map((c) => ({ value: c.id, label: c.title }));
    return (
      <Select
        className="wide"
        aria-label={t('chooseCopy')}
        placeholder={t('chooseCopy')}
        value={choice.copy || undefined}
        options={options}
        onChange={(copy) => set({ copy })}
      />
    );
  }
  if (choice.start === 'upper') return <UpperChoice pick={choice.upper} set={(upper) => set({ upper })} />;
  if (choice.start !== 'file') return null;
  const open = async (file: File) => {
    const read = readPlan(await file.text());
    setFaults(read.problems.map((p) => say(p, language)));
    if (!read.ok) return set({ file: undefined });
    const plan = read.value as Json;
    set({ file: plan, title: textOf(plan, 'title'), issuer: textOf(plan, 'issuer') });
  };
  return (
    <>
      <Upload.Dragger
        accept=".json,application/json"
        maxCount={1}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        {t('chooseFile')}
      </Upload.Dragger>
      {faults.length > 0 && <Alert type="error" title={t('fileBad')} description={faults.join(' ')} />}
    </>
  );
};

const isReady = (choice: Choice): boolean =>
  choice.title.trim() !== '' &&
  choice.issuer.trim() !== '' &&
  (choice.start !== 'upper' || choice.upper.hash !== '') &&
  (choice.start !== 'copy' || choice.copy !== '') &&
  (choice.start !== 'file' || choice.file !== undefined);

/** Starting a plan: from nothing, an example, a copy or a file. */
export const NewPlan = ({ session, campaigns, onClose }: NewPlanProps) => {
  const t = useWords(homeWords);
  const [choice, setChoice] = useState<Choice>({
    start: 'nothing',
    example: exampleNames[0] ?? '',
    copy: '',
    file: undefined,
    upper: { hash: '', as: '' },
    title: '',
    issuer: '',
  });
  const set = (next: Partial<Choice>) => setChoice((old) => ({ ...old, ...next }));
  const { create, busy, failure } = useCreate(session);
  const starts = [
    { value: 'nothing' as const, label: t('fromNothing'), note: t('fromNothingNote') },
    { value: 'upper' as const, label: t('fromUpper'), note: t('fromUpperNote') },
    ...(exampleNames.length > 0 ? [{ value: 'example' as const, label: t('fromExample'), note: t('fromExampleNote') }] : []),
    ...(campaigns.length > 0 ? [{ value: 'copy' as const, label: t('fromCopy'), note: t('fromCopyNote') }] : []),
    { value: 'file' as const, label: t('fromFile'), note: t('fromFileNote') },
  ];
  return (
    <Modal
      open
      width={600}
      title={t('newTitle')}
      okText={busy ? t('creating') : t('create')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: !isReady(choice) }}
      onOk={() => void create(choice)}
      onCancel={onClose}
    >
      <div className="new-plan">
        <Radio.Group
          className="new-starts"
          aria-label={t('from')}
          value={choice.start}
          onChange={({ target }) => set({ start: target.value })}
        >
          {starts.map((start) => (
            <Radio key={start.value} value={start.value}>
              <b>{start.label}</b>
              <span className="field-note">{start.note}</span>
            </Radio>
          ))}
        </Radio.Group>
        <ModelChoice choice={choice} set={set} campaigns={campaigns} />
        <label className="field-label" htmlFor="new-title">
          {t('newName')}
        </label>
        <Input id="new-title" value={choice.title} placeholder={t('newNameNote')} onChange={({ target }) => set({ title: target.value })} />
        <label className="field-label" htmlFor="new-issuer">
          {t('issuer')}
        </label>
        <Input id="new-issuer" value={choice.issuer} onChange={({ target }) => set({ issuer: target.value })} />
        {failure && <Alert type="error" title={failure} />}
      </div>
    </Modal>
  );
};
