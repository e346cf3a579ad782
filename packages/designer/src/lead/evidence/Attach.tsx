import { CameraOutlined, CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ChangeEvent, useRef } from 'react';
import { useWords } from '../../shared/language.ts';
import { Shape } from '../parts/Shape.tsx';
import type { Attached } from './attached.ts';
import styles from './evidence.module.css';
import type { useAttached } from './useAttached.ts';
import { evidenceWords } from './words.ts';

const most = 20;

const State = ({ photo, retry }: { readonly photo: Attached; readonly retry: () => void }) => {
  const t = useWords(evidenceWords);
  if (photo.state === 'preparing') return <span>{t('preparing')}</span>;
  if (photo.state === 'sending') return <span>{t('sending', { n: Math.round(photo.share * 100) })}</span>;
  if (photo.state === 'kept') {
    return (
      <span data-tone="done">
        <Shape kind="disc" size={10} /> {t('kept')}
      </span>
    );
  }
  return (
    <span role="alert">
      <span data-tone="risk">
        <Shape kind="triangle" size={10} /> {photo.why}
      </span>
      {photo.hash && (
        <Button size="small" onClick={retry}>
          {t('retry')}
        </Button>
      )}
    </span>
  );
};

/** The photos of a form: a button that opens camera or album, and each photo with how far it has come. */
export const Attach = ({ attached }: { readonly attached: ReturnType<typeof useAttached> }) => {
  const t = useWords(evidenceWords);
  const input = useRef<HTMLInputElement>(null);
  const { photos, add, retry, remove } = attached;
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    for (const file of [...(event.target.files ?? [])].slice(0, most - photos.length)) void add(file);
    event.target.value = '';
  };
  return (
    <div className={styles.attach}>
      <input
        ref={input}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/*"
        multiple
        hidden
        onChange={chosen}
        data-testid="photos"
      />
      <Button icon={<CameraOutlined aria-hidden />} size="large" disabled={photos.length >= most} onClick={() => input.current?.click()}>
        {t('add')}
      </Button>
      <small>{photos.length >= most ? t('most', { n: most }) : t('note')}</small>
      {photos.length > 0 && (
        <ul>
          {photos.map((photo, i) => (
            <li key={photo.key}>
              {photo.preview ? <img src={photo.preview} alt={t('photo', { n: i + 1 })} /> : <span className={styles.blank} />}
              <State photo={photo} retry={() => retry(photo)} />
              <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('remove')} onClick={() => remove(photo.key)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
