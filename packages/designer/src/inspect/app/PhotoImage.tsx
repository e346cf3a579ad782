import { useEffect, useState } from 'react';
import { photoBytes } from '../device/photos.ts';
import { useInspectWords } from '../words.ts';
import { useInspect, usePocket } from './context.ts';

/** Where a photo is looked at: on the device, else on the server, which has those of a record that was sent back. */
type Place = 'unknown' | 'unreachable' | { readonly address: string };

/** A photo kept on the device or on the server. An empty frame until it is read; a word where it is out of reach. */
export const PhotoImage = ({ hash, alt, large = false }: { readonly hash: string; readonly alt: string; readonly large?: boolean }) => {
  const t = useInspectWords();
  const { device } = usePocket();
  const campaign = useInspect((s) => s.campaign?.id);
  const [place, setPlace] = useState<Place>('unknown');
  useEffect(() => {
    let made = '';
    let here = true;
    void photoBytes(device, hash).then(
      (bytes) => {
        if (!here) return;
        if (bytes.length === 0) {
          const address = `/api/campaigns/${encodeURIComponent(campaign ?? '')}/photos/${hash}`;
          return setPlace(campaign === undefined ? 'unreachable' : { address });
        }
        made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setPlace({ address: made });
      },
      () => undefined,
    );
    return () => {
      here = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [device, hash, campaign]);
  const className = large ? 'photo large' : 'photo';
  if (place === 'unknown') return <span className={className} />;
  if (place === 'unreachable') return <span className={`${className} away`}>{t('photoAway')}</span>;
  return <img className={className} src={place.address} alt={alt} onError={() => setPlace('unreachable')} />;
};
