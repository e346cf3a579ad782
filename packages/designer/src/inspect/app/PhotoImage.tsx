import { useEffect, useState } from 'react';
import { photoBytes } from '../device/photos.ts';
import { useInspectWords } from '../words.ts';
import { useInspect, usePocket } from './context.ts';

/** Where a photo is looked at: on the device, else on the server, which has those of a record that was sent back. */
type Place = { readonly on: 'device' | 'server'; readonly address: string } | { readonly on: 'unknown' | 'unreachable' };

/** A photo kept on the device or on the server. An empty frame until it is read; a word where it is out of reach. */
export const PhotoImage = ({ hash, alt, large = false }: { readonly hash: string; readonly alt: string; readonly large?: boolean }) => {
  const t = useInspectWords();
  const { device } = usePocket();
  const campaign = useInspect((s) => s.campaign?.id);
  const [place, setPlace] = useState<Place>({ on: 'unknown' });
  useEffect(() => {
    let made = '';
    let here = true;
    void photoBytes(device, hash).then(
      (bytes) => {
        if (!here) return;
        if (bytes.length === 0) {
          const address = `/api/campaigns/${encodeURIComponent(campaign ?? '')}/photos/${hash}`;
          return setPlace(campaign === undefined ? { on: 'unreachable' } : { on: 'server', address });
        }
        made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setPlace({ on: 'device', address: made });
      },
      () => undefined,
    );
    return () => {
      here = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [device, hash, campaign]);
  const className = large ? 'photo large' : 'photo';
  if (place.on === 'unknown') return <span className={className} />;
  if (place.on === 'unreachable') return <span className={`${className} away`}>{t('photoAway')}</span>;
  return <img className={className} src={place.address} alt={alt} onError={() => setPlace({ on: 'unreachable' })} />;
};
