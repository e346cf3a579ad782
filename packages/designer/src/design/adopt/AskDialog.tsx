import { useQuery } from '@tanstack/react-query';
import { type Role, say } from '@xiuhua/engine';
import { Alert, App, Input } from 'antd';
import { useState } from 'react';
import { get } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useProblems } from '../desk/context.ts';
import { isObject, listAt } from '../draft/json.ts';
import { CommandDialog } from '../save/CommandDialog.tsx';
import type { Saver } from '../save/saver.ts';
import { command } from '../save/server.ts';
import { Sign } from '../side/Sign.tsx';
import { waiverOf } from '../side/Waive.tsx';
import { SinceAdopted, useAdoptedPlan } from './SinceAdopted.tsx';
import type { Adopted } from './standing.ts';
import { adoptWords } from './words.ts';

interface AskDialogProps {
  readonly campaign: string;
  /** Account of who asks. */
  readonly me: string;
  readonly saver: Saver;
  readonly adopted: Adopted | null;
  readonly onAsked: () => Promise<unknown>;
  readonly onClose: () => void;
}

interface Member {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

const useMembers = (campaign: string) =>
  useQuery({
    queryKey: ['members', campaign],
    queryFn: () => get<readonly Member[]>(`/campaigns/${encodeURIComponent(campaign)}/members`),
  });

/** Who could review the draft, besides the one who asks. */
const Reviewers = ({ campaign, me, writer }: { readonly campaign: string; readonly me: string; readonly writer: string }) => {
  const t = useWords(adoptWords);
  const { data } = useMembers(campaign);
  if (!data) return null;
  const able = data.filter(
    ({ account, name, roles }) => account !== me && name !== writer && roles.some((role) => role === 'office' || role === 'leader'),
  );
  return able.length > 0 ? (
    <p>{t('askWho', { names: able.map(({ name }) => name).join('、') })}</p>
  ) : (
    <Alert type="warning" showIcon title={t('askNobody')} />
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

/** Says what is sent for review, lists the warnings that remain, and asks. */
export const AskDialog = ({ campaign, me, saver, adopted, onAsked, onClose }: AskDialogProps) => {
  const t = useWords(adoptWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const waive = useWaiving();
  const warnings = useProblems().filter((p) => p.problem.severity === 'warning');
  // A dialog that grows moves its buttons away from the hand: they can be pressed once it says all it has to say.
  const growing = [useMembers(campaign), useAdoptedPlan(campaign, adopted)].some(({ isLoading }) => isLoading);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const ask = async (id: string) => {
    waive(reason);
    if (!(await saver.flush())) return t('unsaved');
    await command(campaign, id, { type: 'AskReview', plan: saver.base.get().hash, text: text.trim() });
    await onAsked();
    void message.success(t('askDone'), 6);
    return undefined;
  };
  return (
    <CommandDialog
      title={t('askTitle')}
      okText={t('ask')}
      busyText={t('asking')}
      cancelText={t('cancel')}
      ready={!growing && (warnings.length === 0 || reason.trim() !== '')}
      give={ask}
      onClose={onClose}
    >
      <p>{t('askLead')}</p>
      {adopted && <SinceAdopted campaign={campaign} adopted={adopted} />}
      {warnings.length > 0 && (
        <div className="adopt-warnings">
          <p>{t('warnings', { n: warnings.length })}</p>
          <ul>
            {warnings.map(({ problem, place }) => (
              <li key={`${problem.code}${place}`}>
                <Sign severity="warning" /> {say(problem, language)}
              </li>
            ))}
          </ul>
          <label htmlFor="ask-reason">{t('reason')}</label>
          <Input.TextArea
            id="ask-reason"
            rows={2}
            maxLength={200}
            value={reason}
            placeholder={t('reasonHolder')}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      )}
      <Reviewers campaign={campaign} me={me} writer={saver.base.get().savedBy} />
      <label htmlFor="ask-text">{t('askText')}</label>
      <Input.TextArea id="ask-text" rows={2} maxLength={500} value={text} onChange={({ target }) => setText(target.value)} />
    </CommandDialog>
  );
};
