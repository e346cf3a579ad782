import { useQueryClient } from '@tanstack/react-query';
import { readPlan, say } from '@xiuhua/engine';
import { Alert, Select, Upload } from 'antd';
import { useState } from 'react';
import { post } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useUpper, useUpperRows } from './upper.ts';
import { upperWords } from './words.ts';

/** Which upper plan, and which of its units this place is; empty for none. */
export interface UpperPick {
  readonly hash: string;
  readonly as: string;
}

/** Takes a file in as an upper plan; its hash, or why not. */
const useImport = (picked: (hash: string) => void) => {
  const language = useLanguage();
  const client = useQueryClient();
  const [faults, setFaults] = useState('');
  const open = async (file: File): Promise<void> => {
    const read = readPlan(await file.text());
    setFaults(read.problems.map((p) => say(p, language)).join(' '));
    if (!read.ok) return;
    try {
      const { hash } = await post<{ hash: string }>('/upper-plans', { plan: read.value });
      await client.invalidateQueries({ queryKey: ['upper-plans'] });
      picked(hash);
    } catch (error) {
      setFaults(error instanceof Error ? error.message : String(error));
    }
  };
  return { faults, open };
};

/** Choosing the upper plan a new plan is made from: from those here or from a file, and the unit this place is in it. */
export const UpperChoice = ({ pick, set }: { readonly pick: UpperPick; readonly set: (pick: UpperPick) => void }) => {
  const t = useWords(upperWords);
  const rows = useUpperRows();
  const upper = useUpper(pick.hash);
  const { faults, open } = useImport((hash) => set({ hash, as: '' }));
  const options = (rows.data ?? []).map((row) => ({
    value: row.hash,
    label: `${row.title}（${row.issuer}${row.number ? `，${row.number}` : ''}）`,
  }));
  return (
    <>
      {rows.data?.length === 0 ? (
        <p className="field-note">{t('none')}</p>
      ) : (
        <Select
          className="wide"
          aria-label={t('choose')}
          placeholder={t('choose')}
          loading={rows.isPending}
          value={pick.hash || undefined}
          options={options}
          onChange={(hash) => set({ hash, as: '' })}
        />
      )}
      {pick.hash !== '' && (
        <>
          <label className="field-label" htmlFor="upper-as">
            {t('as')}
          </label>
          <Select
            id="upper-as"
            className="wide"
            allowClear
            showSearch
            loading={upper.isPending}
            value={pick.as || undefined}
            options={(upper.data?.units ?? []).map((unit) => ({ value: unit, label: unit }))}
            onChange={(as: string | undefined) => set({ ...pick, as: as ?? '' })}
          />
          <span className="field-note">{t('asNote')}</span>
        </>
      )}
      <Upload.Dragger
        accept=".json,application/json"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(file) => {
          void open(file);
          return false;
        }}
      >
        {t('import')}
      </Upload.Dragger>
      {faults && <Alert type="error" title={t('importBad')} description={faults} />}
    </>
  );
};
