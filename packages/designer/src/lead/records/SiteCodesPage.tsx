import { Button, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Page } from '../parts/Page.tsx';
import { siteAddress } from './codes.ts';
import { QrCode } from './QrCode.tsx';
import styles from './records.module.css';
import { recordWords } from './words.ts';

/** A sheet of QR codes, one for each site, to be printed and put up. */
export const SiteCodesPage = () => {
  const t = useWords(recordWords);
  const { title } = useHere();
  const to = useAddresses();
  const [area, setArea] = useState('');
  return (
    <Loaded query={usePlan()} rows={8}>
      {(plan) => {
        const sites = [...plan.places.sites.values()];
        const areas = [...new Set(sites.flatMap((site) => site.area ?? []))];
        const shown = sites.filter((site) => area === '' || site.area === area);
        const actions = (
          <>
            {areas.length > 1 && (
              <Select
                value={area}
                onChange={setArea}
                aria-label={t('allAreas')}
                options={[{ value: '', label: t('allAreas') }, ...areas.map((one) => ({ value: one, label: one }))]}
              />
            )}
            <Button type="primary" disabled={shown.length === 0} onClick={() => print()}>
              {t('print')}
            </Button>
          </>
        );
        return (
          <Page title={t('codesTitle')} lead={t('codesLead')} back={{ to: to.records(), text: t('back') }} actions={actions}>
            {shown.length === 0 ? (
              <Nothing>{t('noSites')}</Nothing>
            ) : (
              <div className={styles.sheet}>
                {shown.map((site) => (
                  <figure key={site.name}>
                    <QrCode text={siteAddress(location.origin, site.name)} label={site.name} />
                    <figcaption>
                      <strong>{site.name}</strong>
                      <small>{[site.area, site.address].filter(Boolean).join(' · ') || title}</small>
                    </figcaption>
                  </figure>
                ))}
              </div>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
};
