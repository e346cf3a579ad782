import { sha256 } from '@xiuhua/engine';
import { type Chance, chanceOf } from './chance.ts';
import { photoOf, type Subject } from './scenes.ts';

/** Drawn pictures in place of photos, by the hash that names them. */
export interface Album {
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** The name of a picture of the subject: what is wrong (`fault`), or the same kind of place put right. */
  pick(subject: Subject, fault: boolean, chance: Chance): string;
}

const subjects: readonly Subject[] = ['shops', 'traffic', 'cables', 'ground', 'billboard', 'market'];
const variants = ['1', '2', '3'];

/** Draws the whole album; the same every time. `drawn` is called after each picture, for a sign of life. */
export const drawAlbum = (drawn: () => void = () => undefined): Album => {
  const pictures = new Map<string, Uint8Array>();
  const names = new Map<string, string[]>();
  for (const subject of subjects)
    for (const fault of [true, false])
      for (const variant of variants) {
        const picture = photoOf(subject, fault, variant);
        const hash = sha256(picture);
        pictures.set(hash, picture);
        names.set(`${subject} ${fault}`, [...(names.get(`${subject} ${fault}`) ?? []), hash]);
        drawn();
      }
  return { pictures, pick: (subject, fault, chance) => chance.one(names.get(`${subject} ${fault}`) ?? []) };
};

/** What a photo of a site shows, found by words in the name of its class; any other class shows the ground. */
export const subjectOf = (siteClass: string): Subject => {
  const words: readonly (readonly [RegExp, Subject])[] = [
    [/门|店/, 'shops'],
    [/路口|停车|交通/, 'traffic'],
    [/线路|架空|缆/, 'cables'],
    [/广告|招牌/, 'billboard'],
    [/市场|集市/, 'market'],
  ];
  return words.find(([word]) => word.test(siteClass))?.[1] ?? 'ground';
};

/** The chance that belongs to a thing of the demo county. */
export const demoChance = (about: string): Chance => chanceOf(`xiaoqing ${about}`);
