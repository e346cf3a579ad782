import type { Answers, Day } from '@xiuhua/engine';
import { useEffect, useRef, useState } from 'react';
import type { Json } from '../draft/json.ts';

/** The hand must rest this long before the form on the phone is built anew. */
const rest = 200;

/** What the phone shows. With a new `round` the form begins anew with the answers given. */
export interface OnPhone {
  readonly plan: Json;
  readonly checklist: string;
  readonly site: string;
  readonly day: Day;
  readonly round?: string;
  readonly answers?: Answers;
}

/** What the page in the frame says: that it is ready, or what was answered in a round. */
interface Said {
  readonly type?: string;
  readonly round?: string;
  readonly answers?: Answers;
}

interface PhoneFrameProps {
  readonly shown: OnPhone;
  readonly title: string;
  readonly onAnswers?: (round: string, answers: Answers) => void;
}

/** The real form of the inspect door in a frame: told what to show once it is ready, then whenever the hand rests. */
export const PhoneFrame = ({ shown, title, onAnswers }: PhoneFrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  const heard = useRef(onAnswers);
  heard.current = onAnswers;
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<Said | null>) => {
      if (origin !== location.origin || source !== frame.current?.contentWindow) return;
      if (data?.type === 'xiuhua-preview-ready') setReady(true);
      if (data?.type === 'xiuhua-preview-answers' && data.round !== undefined) heard.current?.(data.round, data.answers ?? {});
    };
    globalThis.addEventListener('message', hear);
    return () => globalThis.removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(() => frame.current?.contentWindow?.postMessage({ type: 'xiuhua-preview', ...shown }, location.origin), rest);
    return () => clearTimeout(timer);
  }, [ready, shown]);
  return (
    <div className="phone-frame">
      <iframe ref={frame} src="/inspect/#/preview" title={title} />
    </div>
  );
};
