import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { answeredIn, type BadFile, type FileDraft, type PhoneFile, readPhoneFile } from '../../shared/phone-file.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { showMoment } from '../say/moment.ts';
import styles from './records.module.css';
import { bringIn, type Verdict } from './unsent.ts';
import { recordWords } from './words.ts';

interface Chosen {
  readonly name: string;
  readonly read: PhoneFile | BadFile;
}

const isDone = (end: Verdict['end']): boolean => end === 'taken' || end === 'known';

const Row = ({ verdict }: { readonly verdict: Verdict }) => {
  const t = useWords(recordWords);
  const { item, end, words, damaged, absent } = verdict;
  return (
    <div className={styles.verdict} data-end={isDone(end) ? 'done' : 'waits'}>
      <span>
        <strong>
          {isDone(end) ? '●' : '▲'} {t(end)}
        </strong>{' '}
        {item.command.duty.split('·').join(' · ')}
      </span>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {damaged.length > 0 && <span className={styles.late}>{t('photosDamaged', { n: damaged.length, names: damaged.join('、') })}</span>}
      {absent.length > 0 && <span className={styles.marks}>{t('photosAbsent', { n: absent.length })}</span>}
      <span className={styles.marks}>{item.submission}</span>
    </div>
  );
};

/** The drafts in the file: to be seen here, and to be finished by the inspector, on this phone or another. */
const Drafts = ({ drafts }: { readonly drafts: readonly FileDraft[] }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today } = useHere();
  return (
    <section>
      <h3>◇ {t('draftsIn', { n: drafts.length })}</h3>
      <p>{t('draftsBack')}</p>
      {drafts.map((draft) => (
        <div key={draft.duty.id} className={styles.verdict} data-end="draft">
          <span>
            <strong>{draft.duty.site}</strong> {draft.duty.checklist}
          </span>
          <span className={styles.marks}>
            {[t('draftAnswered', { n: answeredIn(draft) }), t('version', { n: draft.version }), showMoment(draft.changed, today, now)].join(
              ' · ',
            )}
          </span>
        </div>
      ))}
    </section>
  );
};

/** Brings the records of a file in one after the other, and keeps what became of each. */
const useImport = (file: PhoneFile) => {
  const { campaign } = useHere();
  const [verdicts, setVerdicts] = useState<readonly Verdict[]>([]);
  const [state, setState] = useState<'ready' | 'running' | 'done'>('ready');
  const [error, setError] = useState<unknown>();
  const own = file.items.filter((item) => item.campaign === campaign);
  const run = async () => {
    setState('running');
    setError(undefined);
    setVerdicts([]);
    try {
      for (const item of own) {
        const verdict = await bringIn(campaign, file, item);
        setVerdicts((before) => [...before, verdict]);
      }
      setState('done');
    } catch (fault) {
      setError(fault);
      setState('ready');
    }
  };
  return { own, verdicts, state, error, run };
};

const Import = ({ name, file }: { readonly name: string; readonly file: PhoneFile }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today, campaign } = useHere();
  const { own, verdicts, state, error, run } = useImport(file);
  const drafts = file.drafts.filter((draft) => draft.campaign === campaign);
  const count = (...ends: Verdict['end'][]) => verdicts.filter(({ end }) => ends.includes(end)).length;
  const counts = { n: own.length, photos: file.photos.length, drafts: drafts.length };
  if (own.length + drafts.length === 0 && file.items.length + file.drafts.length > 0)
    return <p className={styles.late}>▲ {t('fileOther', { file: name })}</p>;
  return (
    <div className={styles.stack}>
      <p>{t('fileOf', { file: name, exported: showMoment(file.exported, today, now), ...counts })}</p>
      {state !== 'done' && own.length > 0 && (
        <div>
          <Button type="primary" loading={state === 'running'} onClick={() => void run()}>
            {state === 'running' ? t('importing', { done: verdicts.length, of: own.length }) : t('start', { n: own.length })}
          </Button>
        </div>
      )}
      {error !== undefined && <Trouble error={error} />}
      {state === 'done' && (
        <p role="status">
          {t('done', { taken: count('taken'), known: count('known'), conflict: count('conflict'), refused: count('refused', 'damaged') })}
        </p>
      )}
      <div>
        {verdicts.map((verdict) => (
          <Row key={verdict.item.submission} verdict={verdict} />
        ))}
      </div>
      {drafts.length > 0 && <Drafts drafts={drafts} />}
    </div>
  );
};

/** The office brings in what a phone saved as a file because it could not send it. */
export const PhoneFilePage = () => {
  const t = useWords(recordWords);
  const to = useAddresses();
  const [chosen, setChosen] = useState<Chosen>();
  const read = async (file: File) => setChosen({ name: file.name, read: readPhoneFile(await file.text()) });
  return (
    <Page title={t('fileTitle')} lead={t('fileLead')} back={{ to: to.records(), text: t('back') }}>
      <Panel
        title={
          <Upload
            accept="application/json,.json"
            showUploadList={false}
            beforeUpload={(file) => {
              void read(file);
              return false;
            }}
          >
            <Button>{t('pick')}</Button>
          </Upload>
        }
      >
        {chosen && typeof chosen.read === 'string' && (
          <p role="alert" className={styles.late}>
            ▲ {t('fileBad', { file: chosen.name, detail: t(chosen.read) })}
          </p>
        )}
        {chosen && typeof chosen.read !== 'string' && <Import key={chosen.read.exported} name={chosen.name} file={chosen.read} />}
      </Panel>
    </Page>
  );
};
