import { clockOf, type DeviceView } from '@xiuhua/engine';
import { App, Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere, useInOffice } from '../campaign/here.ts';
import { Loaded, Trouble } from '../parts/Loaded.tsx';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { showMoment } from '../say/moment.ts';
import { phoneAddress } from './codes.ts';
import { QrCode } from './QrCode.tsx';
import { type Member, useCode, useMembers, usePhones, useShutOut } from './queries.ts';
import styles from './records.module.css';
import { recordWords } from './words.ts';

const inTheField = ({ roles }: Member): boolean => roles.every((role) => role === 'inspector' || role === 'unit');

/** Shows the code that lets one phone in, large enough to be scanned across a desk. */
const Code = ({ members }: { readonly members: readonly Member[] }) => {
  const t = useWords(recordWords);
  const code = useCode();
  const [account, setAccount] = useState<string>();
  const people = members.filter(inTheField);
  const name = people.find((one) => one.account === code.variables)?.name ?? '';
  return (
    <div className={styles.stack}>
      <div className={styles.choose}>
        <Select
          showSearch
          optionFilterProp="label"
          style={{ minWidth: 240 }}
          aria-label={t('person')}
          placeholder={t('pickPerson')}
          value={account}
          onChange={setAccount}
          options={people.map((one) => ({ value: one.account, label: [one.name, one.unit].filter(Boolean).join(' · ') }))}
        />
        <Button type="primary" disabled={!account} loading={code.isPending} onClick={() => account && code.mutate(account)}>
          {t('show')}
        </Button>
      </div>
      {code.error && <Trouble error={code.error} />}
      {code.data && (
        <div className={styles.code}>
          <QrCode text={phoneAddress(location.origin, code.data.code)} label={code.data.code} />
          <div>
            {t('codeLead', { name })}
            <output>{code.data.code}</output>
            <span className={styles.marks}>{t('codeUntil', { when: clockOf(code.data.until) })}</span>
          </div>
        </div>
      )}
    </div>
  );
};

const PhoneRows = ({ phones }: { readonly phones: readonly DeviceView[] }) => {
  const t = useWords(recordWords);
  const now = useLanguage();
  const { today } = useHere();
  const { message } = App.useApp();
  const may = useInOffice();
  const shutOut = useShutOut();
  if (phones.length === 0) return <p className={styles.marks}>{t('noPhones')}</p>;
  return (
    <>
      {shutOut.error && <Trouble error={shutOut.error} />}
      <ul className={styles.list}>
        {phones.map((phone) => (
          <li key={phone.id}>
            <span>
              {phone.name} · {phone.device}
            </span>
            <span className={styles.marks}>
              {t('since')} {showMoment(phone.createdAt, today, now)}
            </span>
            {may && (
              <Popconfirm
                title={t('revokeAsk')}
                okText={t('revoke')}
                cancelText={t('cancel')}
                onConfirm={() => shutOut.mutate(phone.id, { onSuccess: () => void message.success(t('revoked')) })}
              >
                <Button size="small">{t('revoke')}</Button>
              </Popconfirm>
            )}
            <span className={styles.marks}>
              {t('seen')} {showMoment(phone.lastSeen, today, now)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Phones: a code on the screen lets one in, the list says which are in, and one press shuts one out. */
export const PhonesPage = () => {
  const t = useWords(recordWords);
  const to = useAddresses();
  const may = useInOffice();
  const members = useMembers();
  return (
    <Page title={t('phonesTitle')} lead={t('phonesLead')} back={{ to: to.records(), text: t('back') }}>
      <div className={styles.stack}>
        {may && (
          <Panel title={t('show')}>
            <Loaded query={members}>{(all) => <Code members={all} />}</Loaded>
          </Panel>
        )}
        <Panel title={t('phonesTitle')}>
          <Loaded query={usePhones()}>{(phones) => <PhoneRows phones={phones} />}</Loaded>
        </Panel>
      </div>
    </Page>
  );
};
