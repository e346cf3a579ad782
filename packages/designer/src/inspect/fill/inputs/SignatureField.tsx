import { type PointerEvent, useRef, useState } from 'react';
import { usePocket } from '../../app/context.ts';
import { PhotoImage } from '../../app/PhotoImage.tsx';
import { serverNow } from '../../app/pocket.ts';
import { isFull } from '../../device/base.ts';
import { takePhoto } from '../photo.ts';
import type { FieldProps } from './field.ts';
import { useInputWords } from './words.ts';

const size = { width: 720, height: 320 };

/** Draws lines where the finger goes. */
const usePen = () => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  const at = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * size.width, ((event.clientY - box.top) / box.height) * size.height];
  };
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const pen = canvas.current?.getContext('2d');
    if (!pen) return;
    if (!drawn) {
      pen.fillStyle = '#ffffff';
      pen.fillRect(0, 0, size.width, size.height);
    }
    Object.assign(pen, { lineWidth: 6, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1b2430' });
    pen.beginPath();
    pen.moveTo(...at(event));
    setDrawn(true);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = canvas.current?.getContext('2d');
    if (event.buttons === 0 || !pen) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const clear = () => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, size.width, size.height);
    setDrawn(false);
  };
  return { canvas, drawn, clear, handlers: { onPointerDown: down, onPointerMove: move } };
};

/** A signature drawn with the finger, kept as a picture whose hash is the answer. */
export const SignatureField = ({
  answer,
  setSigned,
}: Pick<FieldProps, 'answer'> & { readonly setSigned: (hash: string | undefined) => void }) => {
  const t = useInputWords();
  const pocket = usePocket();
  const { canvas, drawn, clear, handlers } = usePen();
  const keep = async () => {
    const picture = await new Promise<Blob | null>((resolve) =>
      canvas.current ? canvas.current.toBlob(resolve, 'image/png') : resolve(null),
    );
    if (!picture) return;
    try {
      setSigned(await takePhoto(pocket.device, picture, serverNow(pocket)));
    } catch (error) {
      pocket.state.set({ memory: isFull(error) ? 'full' : 'broken' });
    }
  };
  if (typeof answer?.value === 'string')
    return (
      <div className="field">
        <PhotoImage hash={answer.value} alt={t('signed')} large />
        <button type="button" onClick={() => setSigned(undefined)}>
          {t('signAgain')}
        </button>
      </div>
    );
  return (
    <div className="field">
      <canvas ref={canvas} className="pad" width={size.width} height={size.height} role="img" aria-label={t('sign')} {...handlers} />
      <div className="actions">
        <button type="button" disabled={!drawn} onClick={clear}>
          {t('signClear')}
        </button>
        <button type="button" disabled={!drawn} onClick={() => void keep()}>
          {t('signKeep')}
        </button>
      </div>
    </div>
  );
};
