import { useEffect, useState } from 'react';
import { photoBytes } from '../device/photos.ts';
import { usePocket } from './context.ts';

/** A photo kept on the device. An empty frame until it is read, and for one the device does not have any more. */
export const PhotoImage = ({ hash, alt, large = false }: { readonly hash: string; readonly alt: string; readonly large?: boolean }) => {
  const { device } = usePocket();
  const [address, setAddress] = useState('');
  useEffect(() => {
    let made = '';
    let here = true;
    void photoBytes(device, hash).then(
      (bytes) => {
        if (!here || bytes.length === 0) return;
        made = URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' }));
        setAddress(made);
      },
      () => undefined,
    );
    return () => {
      here = false;
      if (made) URL.revokeObjectURL(made);
    };
  }, [device, hash]);
  const className = large ? 'photo large' : 'photo';
  return address ? <img className={className} src={address} alt={alt} /> : <span className={className} />;
};
