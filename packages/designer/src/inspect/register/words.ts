import { useWords } from '../../shared/language.ts';

const words = {
  zh: {
    title: '登记这部手机',
    lead: '请办公室在电脑上出示登记码，扫码或输入后就能进来，不用密码。',
    code: '登记码',
    scan: '扫码',
    device: '这部手机叫什么',
    deviceHint: '如：红米 · 工作机',
    thisPhone: '手机',
    register: '登记并进入',
    working: '正在登记…',
    noLine: '连不上服务器。登记需要网络。',
    already: '现在登录的是{name}。登记后换成登记码对应的人；本机没送出的记录仍留给原来的账号。',
    password: '用账号和密码登录',
    back: '不登记，返回',
  },
  en: {
    title: 'Let this phone in',
    lead: 'The office shows a code on its screen. Scan or type it, and you are in without a password.',
    code: 'Code',
    scan: 'Scan',
    device: 'What this phone is called',
    deviceHint: 'Such as: work phone',
    thisPhone: 'Phone',
    register: 'Let this phone in',
    working: 'Letting it in…',
    noLine: 'The server cannot be reached. This needs a network.',
    already: '{name} is signed in here. The code’s person takes over; what is unsent stays for the account that made it.',
    password: 'Sign in with account and password',
    back: 'Go back',
  },
} as const;

/** The words of letting a phone in. */
export const useRegisterWords = () => useWords<keyof (typeof words)['zh']>(words);
