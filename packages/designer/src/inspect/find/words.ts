import { useWords } from '../../shared/language.ts';

const words = {
  zh: {
    scan: '扫码',
    aim: '对准贴在现场的二维码。',
    noCamera: '用不了摄像头：没有允许使用，或浏览器不支持。可以拍一张二维码的照片来读。',
    fromPicture: '用照片读码',
    notOurs: '这不是本系统的二维码。请扫贴在检查对象处的码。',
    otherSite: '这个检查对象不在本机的方案里。请更新任务后再试。',
    noCode: '照片里没有认出二维码。请靠近一些，拍清楚再试。',
  },
  en: {
    scan: 'Scan',
    aim: 'Point at the QR code put up on site.',
    noCamera: 'The camera cannot be used: it was not allowed, or the browser has none. A photo of the code can be read instead.',
    fromPicture: 'Read from a picture',
    notOurs: 'This is no code of this system. Scan the one put up at the site.',
    otherSite: 'This site is not in the plan on this phone. Update and try again.',
    noCode: 'No code was seen in the picture. Come closer and try again.',
  },
} as const;

/** The words of scanning. */
export const useFindWords = () => useWords<keyof (typeof words)['zh']>(words);
