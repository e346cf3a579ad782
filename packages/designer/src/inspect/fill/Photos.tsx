import { type ChangeEvent, useState } from 'react';
import { usePocket } from '../app/context.ts';
import { Icon } from '../app/Icon.tsx';
import { PhotoImage } from '../app/PhotoImage.tsx';
import { serverNow } from '../app/pocket.ts';
import { isFull } from '../device/base.ts';
import type { DraftAnswer } from '../device/records.ts';
import { mostPhotos, withCaption, withoutPhoto, withPhoto, withPhotoAgain } from './answers.ts';
import type { Question } from './form.ts';
import { useFieldStore } from './hand.ts';
import { PhotoSheet } from './PhotoSheet.tsx';
import { NotAPicture, type Overlay, takePhoto } from './photo.ts';
import { useFillWords } from './words.ts';

type Fault = 'photoBad' | 'photoFull';

/** What is burnt into a photo where the checklist asks for it; fetched only there. */
const overlayFor = async (site: string, at: number, unknown: string): Promise<Overlay> => {
  const { drawStamp, linesOf, placeNow } = await import('./stamp.ts');
  const lines = linesOf({ at: new Date(at).toISOString(), site, place: await placeNow() }, unknown);
  return (context) => drawStamp(context, lines);
};

/** Takes pictures in, one after the other, and says what went wrong with one. */
const useTaking = () => {
  const t = useFillWords();
  const pocket = usePocket();
  const { site, checklist } = useFieldStore().form;
  const [working, setWorking] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const take = async (files: readonly File[], keep: (hash: string) => void) => {
    setWorking(true);
    setFault(null);
    for (const file of files) {
      try {
        const now = serverNow(pocket);
        const overlay = checklist.checklist.watermark ? await overlayFor(site.name, now, t('noPlace')) : undefined;
        keep(await takePhoto(pocket.device, file, now, overlay));
      } catch (error) {
        setFault(isFull(error) ? 'photoFull' : 'photoBad');
        if (!isFull(error) && !(error instanceof NotAPicture)) pocket.state.set({ memory: 'broken' });
      }
    }
    setWorking(false);
  };
  return { working, fault, take };
};

/** The files a person chose; the field is emptied so that the same one can be chosen again. */
const chosen = (event: ChangeEvent<HTMLInputElement>): readonly File[] => {
  const files = [...(event.target.files ?? [])];
  event.target.value = '';
  return files;
};

/** The photos of an answer: taken with the camera or picked, looked at, taken again, removed. */
export const Photos = ({ question, answer }: { readonly question: Question; readonly answer: DraftAnswer | undefined }) => {
  const t = useFillWords();
  const store = useFieldStore();
  const { working, fault, take } = useTaking();
  const [shown, setShown] = useState<string | null>(null);
  const photos = answer?.photos ?? [];
  const change = (next: (answer: DraftAnswer | undefined) => DraftAnswer) =>
    store.put(new Map([[question.name, next(store.answer(question.name))]]));
  const add = (files: readonly File[]) =>
    void take(files.slice(0, mostPhotos - photos.length), (hash) => change((a) => withPhoto(question, a, hash)));
  const again = (old: string, files: readonly File[]) => {
    setShown(null);
    void take(files, (hash) => change((a) => withPhotoAgain(question, a, { old, next: hash })));
  };
  return (
    <div className="photos">
      {photos.map((hash, i) => (
        <button key={hash} type="button" className="thumb" aria-label={t('photoN', { n: i + 1 })} onClick={() => setShown(hash)}>
          <PhotoImage hash={hash} alt="" />
          {answer?.captions?.[hash] && <span className="caption">{answer.captions[hash]}</span>}
        </button>
      ))}
      {photos.length < mostPhotos && (
        <>
          <label className="button">
            <input type="file" accept="image/*" capture="environment" className="hidden" onChange={(e) => add(chosen(e))} />
            <Icon name="camera" />
            {t('camera')}
          </label>
          <label className="button">
            <input type="file" accept="image/*" multiple className="hidden" onChange={(e) => add(chosen(e))} />
            <Icon name="pictures" />
            {t('album')}
          </label>
        </>
      )}
      <p className="photo-words" role="status">
        {working && t('photoWorking')}
        {fault && <span className="text-amber">▲ {t(fault)}</span>}
        {photos.length >= mostPhotos && t('photoMost', { n: mostPhotos })}
      </p>
      {shown && (
        <PhotoSheet
          hash={shown}
          caption={answer?.captions?.[shown] ?? ''}
          onCaption={(caption) => change((a) => withCaption(a, shown, caption))}
          onClose={() => setShown(null)}
          onAgain={(e) => again(shown, chosen(e))}
          onRemove={() => change((a) => withoutPhoto(question, a, shown))}
        />
      )}
    </div>
  );
};
