import { type Cause, type Reason, type Standing, type StandingsView, sayPeriod } from '@xiuhua/engine';
import { App, Button, Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useAppeals } from '../campaign/queries.ts';
import { Attach } from '../evidence/Attach.tsx';
import { isUnsettled, keptHashes } from '../evidence/attached.ts';
import { useAttached } from '../evidence/useAttached.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Missing } from '../parts/Missing.tsx';
import { TextField } from '../parts/TextField.tsx';
import { causesOf } from '../say/reasons.ts';
import { doorWords } from '../words.ts';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

type Answer = Extract<Cause, { readonly kind: 'answer' }>;

/** The findings that cost points, each once, through shares of other sheets too. */
const answersIn = (reason: Reason): readonly Answer[] => {
  const inner = reason.whole?.reason ? answersIn(reason.whole.reason) : reason.parts.flatMap(answersIn);
  const own = causesOf({ ...reason, parts: [] }).filter((cause): cause is Answer => cause.kind === 'answer');
  return [...new Map([...own, ...inner].map((answer) => [answer.finding, answer])).values()];
};

const AppealForm = ({ view, row, onClose }: { readonly view: StandingsView; readonly row: Standing; readonly onClose: () => void }) => {
  const t = useWords(rankingWords);
  const door = useWords(doorWords);
  const now = useLanguage();
  const { today } = useHere();
  const { message } = App.useApp();
  const [findings, setFindings] = useState<string[]>([]);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const write = (next: string) => {
    setText(next);
    setMissing(undefined);
  };
  const attached = useAttached();
  const command = useCommand();
  const { ranking, period } = view.standings;
  const answers = row.reason ? answersIn(row.reason) : [];
  const send = () => {
    const lacking = [text.trim() === '' && t('appealMissing'), isUnsettled(attached.photos) && t('photosWaiting')].find(Boolean);
    setMissing(lacking || undefined);
    if (lacking) return;
    command.mutate(
      { type: 'OpenAppeal', ranking, period, text: text.trim(), photos: keptHashes(attached.photos), findings },
      {
        onSuccess: () => {
          void message.success(t('appealSent'));
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('appealTitle', { period: sayPeriod(period, now) })}
      okText={t('appealSend')}
      cancelText={door('cancel')}
      confirmLoading={command.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className={styles.form}>
        <p>{t('appealLead')}</p>
        {answers.length > 0 && (
          <fieldset className={styles.contested}>
            <legend>{t('appealRecords')}</legend>
            <Checkbox.Group
              value={findings}
              onChange={setFindings}
              options={answers.map((answer) => ({
                value: answer.finding,
                label: `${showDay(answer.day, today, now)} · ${answer.site} · ${answer.item}`,
              }))}
            />
          </fieldset>
        )}
        <TextField label={t('appealText')} hint={t('appealHint')} value={text} onChange={write} />
        <Attach attached={attached} />
        <Missing what={missing} />
        {command.error && <Trouble error={command.error} />}
      </div>
    </Modal>
  );
};

/** A unit appeals against its own published result; nothing for others. */
export const AppealButton = ({ view, row }: { readonly view: StandingsView; readonly row: Standing }) => {
  const t = useWords(rankingWords);
  const { actor } = useHere();
  const to = useAddresses();
  const may = useMay('OpenAppeal');
  const appeals = useAppeals().data ?? [];
  const [open, setOpen] = useState(false);
  if (!may || !view.published || row.unit !== actor.unit) return null;
  const { ranking, period } = view.standings;
  const pending = appeals.some(
    (appeal) => appeal.state === 'open' && appeal.ranking === ranking && appeal.period === period && appeal.unit === actor.unit,
  );
  if (pending)
    return (
      <p className={styles.rowNote}>
        {t('appealOpen')} <Link to={to.appeals()}>{t('appealAll')}</Link>
      </p>
    );
  return (
    <>
      <Button className={styles.appeal} onClick={() => setOpen(true)}>
        {t('appeal')}
      </Button>
      {open && <AppealForm view={view} row={row} onClose={() => setOpen(false)} />}
    </>
  );
};
