// @vitest-environment node
import { describe, expect, it } from 'vitest';
import cases from './answers.cases.json' with { type: 'json' };
import {
  gapOf,
  lostBy,
  photosWanted,
  withCaption,
  withCount,
  withNote,
  withoutPhoto,
  withPhoto,
  withPhotoAgain,
  withResult,
  withValue,
} from './answers.ts';
import { finalAnswers } from './draft.ts';
import { questionWith } from './form.fixture.ts';

type Given = Parameters<typeof questionWith>[0];
type Said = Parameters<typeof gapOf>[1];

describe('what an answer lacks and costs', () => {
  it.each(cases)('$name: lacks $gap, costs $lost thousandths; $because', ({ item, answer, gap, lost }) => {
    const question = questionWith(item as Given);
    expect(gapOf(question, (answer ?? undefined) as Said) ?? null).toBe(gap);
    expect(lostBy(question, (answer ?? undefined) as Said)).toBe(lost);
  });

  it('counts the photos still wanted', () => {
    const question = questionWith({ photo: 'always', photosLeast: 3 });
    expect(photosWanted(question, undefined)).toBe(3);
    expect(photosWanted(question, { result: 'pass', photos: ['a', 'b'] })).toBe(1);
    expect(photosWanted(question, { result: 'not-applicable' })).toBe(0);
  });
});

describe('changing one’s mind', () => {
  const counted = questionWith({ counted: true, photo: 'on-failure' });

  it('keeps photos and remarks, and drops the count of what no longer fails', () => {
    const failed = withNote(withPhoto(counted, withResult(counted, undefined, 'fail'), 'a'), '三处');
    expect(failed).toEqual({ result: 'fail', count: 1, note: '三处', photos: ['a'] });
    expect(withResult(counted, failed, 'pass')).toEqual({ result: 'pass', note: '三处', photos: ['a'] });
  });

  it('asks for no count where the plan does not count', () => {
    expect(withResult(questionWith({}), undefined, 'fail')).toEqual({ result: 'fail' });
  });

  it.each([
    [0, 1],
    [-5, 1],
    [2.9, 2],
    [Number.NaN, 1],
    [1000, 999],
  ])('a count of %s becomes %s', (given, kept) => {
    expect(withCount({ result: 'fail' }, given).count).toBe(kept);
  });

  it('an emptied remark leaves no trace', () => {
    expect(withNote({ result: 'pass', note: '好' }, '')).toEqual({ result: 'pass' });
  });

  it('takes a photo again in its place, and removes the last without a trace', () => {
    const two = { result: 'fail', photos: ['a', 'b'] } as const;
    expect(withPhotoAgain(counted, { ...two, photos: [...two.photos] }, { old: 'a', next: 'c' }).photos).toEqual(['c', 'b']);
    expect(withPhotoAgain(counted, { ...two, photos: [...two.photos] }, { old: 'a', next: 'b' }).photos).toEqual(['b']);
    expect(withoutPhoto(counted, { result: 'fail', photos: ['a'] }, 'a')).toEqual({ result: 'fail' });
  });

  it('keeps what is written on a photo as long as the photo, through a retake', () => {
    const noted = withCaption({ result: 'fail', photos: ['a', 'b'] }, 'a', '左侧第二间');
    expect(noted.captions).toEqual({ a: '左侧第二间' });
    expect(withPhotoAgain(counted, noted, { old: 'a', next: 'c' })).toEqual({
      result: 'fail',
      photos: ['c', 'b'],
      captions: { c: '左侧第二间' },
    });
    expect(withoutPhoto(counted, noted, 'a')).toEqual({ result: 'fail', photos: ['b'] });
    expect(withCaption(noted, 'a', '')).toEqual({ result: 'fail', photos: ['a', 'b'] });
    expect(finalAnswers({ 门前干净: { ...noted, captions: { a: ' 左侧 ', b: ' ' } } })['门前干净']?.captions).toEqual({ a: '左侧' });
  });

  it('holds the same picture once, and at most twenty', () => {
    expect(withPhoto(counted, { photos: ['a'] }, 'a').photos).toEqual(['a']);
    const twenty = Array.from({ length: 20 }, (_, i) => `p${i}`);
    expect(withPhoto(counted, { photos: twenty }, 'more').photos).toEqual(twenty);
  });
});

describe('a value', () => {
  const depth = questionWith({ answer: 'number', fails: 'above 3', counted: false });

  it('fails where the plan says so, and is only recorded where it does not', () => {
    expect(withValue(depth, undefined, 3.5)).toEqual({ result: 'fail', value: 3.5 });
    expect(withValue(depth, undefined, 3)).toEqual({ result: 'pass', value: 3 });
    expect(withValue(questionWith({ answer: 'number' }), undefined, 99)).toEqual({ result: 'recorded', value: 99 });
  });

  it('taken back leaves the question open, with its photos and remarks', () => {
    expect(withValue(depth, { result: 'fail', value: 4, note: '桥下' }, undefined)).toEqual({ note: '桥下' });
  });

  it('goes when the question does not apply', () => {
    expect(withResult(depth, { result: 'fail', value: 4 }, 'not-applicable')).toEqual({ result: 'not-applicable' });
  });

  it('of a question that asks for a photo is the photo', () => {
    const photo = questionWith({ answer: 'photo' });
    const taken = withPhoto(photo, undefined, 'a');
    expect(taken).toEqual({ result: 'recorded', photos: ['a'] });
    expect(gapOf(photo, taken)).toBeUndefined();
    expect(withoutPhoto(photo, taken, 'a')).toEqual({});
  });
});
