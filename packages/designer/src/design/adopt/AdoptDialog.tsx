import type { Review } from '@xiuhua/engine';
import { Alert, Button, Modal } from 'antd';
import { useRef, useState } from 'react';
import { Refused } from '../../shared/api.ts';
import { doorAddress } from '../../shared/doors.ts';
import { freshId } from '../../shared/id.ts';
import { useWords } from '../../shared/language.ts';
import { daysAhead } from '../desk/ahead.ts';
import { useDesk, useDraft, useFollowed } from '../desk/context.ts';
import { listAt, textOf } from '../draft/json.ts';
import { command } from '../save/server.ts';
import { SinceAdopted, useAdoptedPlan } from './SinceAdopted.tsx';
import type { Adopted } from './standing.ts';
import { useAmendment, WhatHappens } from './WhatHappens.tsx';
import { adoptWords } from './words.ts';

interface AdoptDialogProps {
  readonly campaign: string;
  /** The review that passed the draft: what it passed is what is adopted. */
  readonly review: Review;
  readonly adopted: Adopted | null;
  readonly onAdopted: () => Promise<unknown>;
  readonly onClose: () => void;
}

/** What adoption will bring, in a few lines. */
const Meaning = ({ first }: { readonly first: boolean }) => {
  const t = useWords(adoptWords);
  const { checked } = useDesk();
  const { ahead } = useFollowed(checked);
  const plan = useDraft((draft) => draft.present);
  const [units, tasks] = [listAt(plan, '/organization/units').length, listAt(plan, '/responsibility/tasks').length];
  return (
    <>
      <p>{t('adoptMeans')}</p>
      <ul>
        {/* The line stands before its number is known: a dialog that grows moves its buttons away from the hand. */}
        {first && <li>{ahead ? t('adoptDuties', { days: daysAhead, n: ahead.count }) : t('checking')}</li>}
        <li>{t('adoptUnits', { units, tasks })}</li>
        <li>{t('adoptFixed')}</li>
      </ul>
    </>
  );
};

/** Sends the adoption; the same id each time, so that a second try cannot adopt twice. */
const useAdoption = ({ campaign, review, onAdopted }: AdoptDialogProps) => {
  const [state, setState] = useState<'asked' | 'busy' | 'done'>('asked');
  const [refusal, setRefusal] = useState('');
  const id = useRef(freshId());
  const adopt = async () => {
    setState('busy');
    setRefusal('');
    try {
      await command(campaign, id.current, { type: 'AdoptPlan', plan: review.plan });
      setState('done');
      await onAdopted();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.message);
      setState('asked');
    }
  };
  return { state, refusal, adopt };
};

/** Says what adopting will do to the work under way, and adopts. */
export const AdoptDialog = (props: AdoptDialogProps) => {
  const { campaign, onClose } = props;
  const t = useWords(adoptWords);
  // What was true when the dialog opened: afterwards there is another version, and no review any more.
  const [{ adopted, review }] = useState(props);
  const n = (adopted?.version ?? 0) + 1;
  const title = useDraft((draft) => textOf(draft.present, 'title'));
  // Nobody adopts before he is told what it does, and a dialog that grows moves its buttons away from the hand.
  const growing = [useAdoptedPlan(campaign, adopted), useAmendment(campaign, adopted ? review.plan : undefined)].some(
    ({ isLoading }) => isLoading,
  );
  const { state, refusal, adopt } = useAdoption({ ...props, review });
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
        <p className="hash">{t('hash', { hash: review.plan })}</p>
      </Modal>
    );
  return (
    <Modal
      open
      width={640}
      title={t('adoptTitle')}
      okText={state === 'busy' ? t('adopting') : t('adoptNow', { n })}
      cancelText={t('cancel')}
      onCancel={onClose}
      onOk={() => void adopt()}
      confirmLoading={state === 'busy'}
      okButtonProps={{ disabled: growing }}
    >
      <p>{adopted ? t('adoptNext', { title, n, m: adopted.version }) : t('adoptFirst', { title })}</p>
      <p className="field-note">
        {t('adoptReviewed', { writer: review.writer.name, name: review.verdict?.by.name ?? '', hash: review.plan.slice(0, 12) })}
      </p>
      <Meaning first={adopted === null} />
      {adopted && <SinceAdopted campaign={campaign} adopted={adopted} />}
      {adopted && <WhatHappens campaign={campaign} plan={review.plan} />}
      {refusal && <Alert type="error" showIcon title={refusal} />}
    </Modal>
  );
};
