import { useQuery } from '@tanstack/react-query';
import { say } from '@xiuhua/engine';
import { Alert, Button, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { get, Refused } from '../../shared/api.ts';
import { doorAddress } from '../../shared/doors.ts';
import { freshId } from '../../shared/id.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { daysAhead } from '../desk/ahead.ts';
import { useDesk, useDraft, useFollowed, useProblems } from '../desk/context.ts';
import { deskWords } from '../desk/words.ts';
import { isObject, type Json, listAt, textOf } from '../draft/json.ts';
import type { Saver } from '../save/saver.ts';
import { adoptPlan } from '../save/server.ts';
import { Sign } from '../side/Sign.tsx';
import { waiverOf } from '../side/Waive.tsx';
import type { Adopted } from './AdoptButton.tsx';
import { Differences } from './Differences.tsx';
import { WhatHappens } from './WhatHappens.tsx';

interface AdoptDialogProps {
  readonly campaign: string;
  readonly saver: Saver;
  readonly adopted: Adopted | null;
  readonly onAdopted: (adopted: Adopted) => void;
  readonly onClose: () => void;
}

/** What adoption will bring, in a few lines. */
const Meaning = () => {
  const t = useWords(deskWords);
  const { checked } = useDesk();
  const { ahead } = useFollowed(checked);
  const plan = useDraft((draft) => draft.present);
  const [units, tasks] = [listAt(plan, '/organization/units').length, listAt(plan, '/responsibility/tasks').length];
  return (
    <>
      <p>{t('adoptMeans')}</p>
      <ul>
        {/* The line stands before its number is known: a dialog that grows moves its buttons away from the hand. */}
        <li>{ahead ? t('adoptDuties', { days: daysAhead, n: ahead.count }) : t('checking')}</li>
        <li>{t('adoptUnits', { units, tasks })}</li>
        <li>{t('adoptFixed')}</li>
      </ul>
    </>
  );
};

/** What changed since the version in force. */
const SinceAdopted = ({ campaign, adopted }: { readonly campaign: string; readonly adopted: Adopted }) => {
  const t = useWords(deskWords);
  const plan = useDraft((draft) => draft.present);
  const path = `/campaigns/${encodeURIComponent(campaign)}/plan?hash=${adopted.hash}`;
  const before = useQuery({ queryKey: ['plan', campaign, adopted.hash], queryFn: () => get<{ plan: Json }>(path), staleTime: Infinity });
  if (!before.data) return null;
  return (
    <>
      <p>{t('adoptChanges', { n: adopted.version })}</p>
      <Differences before={before.data.plan} after={plan} />
      <WhatHappens before={before.data.plan} />
    </>
  );
};

/** Leaves the warnings that remain as they are, with the reason, which stays in the plan. */
const useWaiving = () => {
  const { store } = useDesk();
  const warnings = useProblems().filter((p) => p.problem.severity === 'warning');
  return (reason: string) => {
    const plan = store.get().present;
    if (warnings.length === 0 || !isObject(plan)) return;
    const waivers = [...listAt(plan, '/waivers'), ...warnings.map(({ problem }) => ({ ...waiverOf(problem, reason.trim()) }))];
    store.edit({ type: 'ReplacePlan', plan: { ...plan, waivers }, at: '/waivers' });
  };
};

/** Sends the adoption; the same id each time, so that a second try cannot adopt twice. */
const useAdoption = ({ campaign, saver, adopted, onAdopted }: AdoptDialogProps, reason: string) => {
  const waive = useWaiving();
  const t = useWords(deskWords);
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked');
  const [refusal, setRefusal] = useState('');
  const id = useRef(freshId());
  const adopt = async () => {
    setState('busy');
    setRefusal('');
    waive(reason);
    try {
      if (!(await saver.flush()))
        throw new Refused(0, [{ code: 'request.failed', severity: 'error', at: '', message: t('adoptUnsaved') }], undefined);
      const { hash } = saver.base.get();
      await adoptPlan(campaign, hash, id.current);
      onAdopted({ hash, version: (adopted?.version ?? 0) + 1 });
      setState('done');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.message);
      setState('asked');
    }
  };
  return { state, refusal, adopt };
};

/** Says what adopting will do, lists the warnings that remain, and adopts. */
export const AdoptDialog = (props: AdoptDialogProps) => {
  const { campaign, adopted, onClose } = props;
  const t = useWords(deskWords);
  const language = useLanguage();
  const [before] = useState(adopted);
  const n = (before?.version ?? 0) + 1;
  const title = useDraft((draft) => textOf(draft.present, 'title'));
  const warnings = useProblems().filter((p) => p.problem.severity === 'warning');
  const [reason, setReason] = useState('');
  const { state, refusal, adopt } = useAdoption({ ...props, adopted: before }, reason);
  if (state === 'done')
    return (
      <Modal
        open
        title={t('adoptDone', { n })}
        onCancel={onClose}
        footer={[
          <Button key="lead" href={doorAddress('lead', campaign)}>
            {t('toLead')}
          </Button>,
          <Button key="close" type="primary" onClick={onClose}>
            {t('close')}
          </Button>,
        ]}
      >
        <p>{t('adoptDoneText')}</p>
        <p className="hash">{t('hash', { hash: adopted?.hash ?? '' })}</p>
      </Modal>
    );
  return (
    <Modal
      open
      width={600}
      title={t('adoptTitle')}
      okText={state === 'busy' ? t('adopting') : t('adoptNow', { n })}
      cancelText={t('cancel')}
      onCancel={onClose}
      onOk={() => void adopt()}
      confirmLoading={state === 'busy'}
      okButtonProps={{ disabled: warnings.length > 0 && reason.trim() === '' }}
    >
      <p>{before ? t('adoptNext', { title, n, m: before.version }) : t('adoptFirst', { title })}</p>
      <Meaning />
      {before && <SinceAdopted campaign={campaign} adopted={before} />}
      {warnings.length > 0 && (
        <div className="adopt-warnings">
          <p>{t('adoptWarnings', { n: warnings.length })}</p>
          <ul>
            {warnings.map(({ problem, place }) => (
              <li key={`${problem.code}${place}`}>
                <Sign severity="warning" /> {say(problem, language)}
              </li>
            ))}
          </ul>
          <label htmlFor="adopt-reason">{t('adoptReason')}</label>
          <Input.TextArea
            id="adopt-reason"
            rows={2}
            maxLength={200}
            value={reason}
            placeholder={t('adoptReasonHolder')}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      )}
      {refusal && <Alert type="error" showIcon message={refusal} />}
    </Modal>
  );
};
