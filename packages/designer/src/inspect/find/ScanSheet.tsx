import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { Icon } from '../app/Icon.tsx';
import { go, type Route } from '../app/route.ts';
import { Sheet } from '../app/Sheet.tsx';
import { readCode, routeOfCode } from './code.ts';
import { useFindWords } from './words.ts';

/** How often the picture of the camera is looked at, in ms. */
const lookMs = 250;

type Camera = 'starting' | 'looking' | 'none';

/** Looks through the camera until a code is seen; `none` where there is no camera or it may not be used. */
const useCamera = (seen: (text: string) => void) => {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<Camera>('starting');
  const tell = useRef(seen);
  tell.current = seen;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let here = true;
    const look = async () => {
      const { current } = video;
      const text = current?.videoWidth ? await readCode(current, current.videoWidth, current.videoHeight) : undefined;
      if (!here) return;
      if (text) tell.current(text);
      timer = setTimeout(() => void look(), lookMs);
    };
    const begin = async () => {
      const { mediaDevices } = navigator as Partial<Navigator>;
      stream = await mediaDevices?.getUserMedia({ video: { facingMode: 'environment' }, audio: false }).catch(() => undefined);
      if (!here || !stream || !video.current) {
        for (const track of stream?.getTracks() ?? []) track.stop();
        if (here) setCamera('none');
        return;
      }
      video.current.srcObject = stream;
      await video.current.play().catch(() => undefined);
      setCamera('looking');
      void look();
    };
    void begin();
    return () => {
      here = false;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  return { video, camera };
};

interface ScanSheetProps {
  readonly sites: ReadonlySet<string>;
  readonly onClose: () => void;
}

/** Scans the code of a site, or that of the office's screen: through the camera, or from a picture of it. */
export const ScanSheet = ({ sites, onClose }: ScanSheetProps) => {
  const t = useFindWords();
  const [wrong, setWrong] = useState<'notOurs' | 'noCode' | 'otherSite' | null>(null);
  const found = (text: string) => {
    const route: Route | undefined = routeOfCode(text, sites);
    if (!route) return setWrong('notOurs');
    if (route.screen === 'site' && !sites.has(route.site)) return setWrong('otherSite');
    onClose();
    go(route);
  };
  const { video, camera } = useCamera(found);
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    const image = file && (await createImageBitmap(file).catch(() => undefined));
    const text = image && (await readCode(image, image.width, image.height));
    if (text) found(text);
    else setWrong('noCode');
  };
  return (
    <Sheet title={t('scan')} onClose={onClose}>
      <video ref={video} className="scan" muted playsInline hidden={camera === 'none'} />
      <p className="note" role="status">
        {camera === 'none' ? t('noCamera') : t('aim')}
      </p>
      {wrong && (
        <p className="wrong" role="alert">
          {t(wrong)}
        </p>
      )}
      <label className="button wide">
        <input type="file" accept="image/*" className="hidden" onChange={(event) => void pick(event)} />
        <Icon name="pictures" />
        {t('fromPicture')}
      </label>
    </Sheet>
  );
};
