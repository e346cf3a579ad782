import { useWords } from '../../shared/language.ts';

const words = {
  zh: {
    product: '绣花',
    door: '现场检查',
    purpose: '今天去哪里、查什么，一张表填完；没有信号也能用。',
    login: '账号',
    password: '密码',
    signIn: '登录',
    byCode: '用办公室的登记码进入',
    signingIn: '正在登录…',
    noLine: '连不上服务器。第一次登录需要网络；登录过的手机没有网络也能继续检查。',
    demo: '演示县的检查人员',
    demoHint: '点一个名字即可登录',
    noRole: '{name} 不是任何行动的检查人员，这里没有可做的检查。请换账号登录，或到其他工作台。',
    doors: '去其他工作台',
    signOut: '退出并换账号',
    signOutNoLine: '退出登录需要网络，请有信号时再试。',
    again: '重新登录后继续发送',
  },
  en: {
    product: 'Xiuhua',
    door: 'Inspections',
    purpose: 'Where to go today and what to look at, on one list. It works without a signal.',
    login: 'Account',
    password: 'Password',
    signIn: 'Sign in',
    byCode: 'Use a code from the office',
    signingIn: 'Signing in…',
    noLine: 'The server cannot be reached. The first sign-in needs a network; a phone that was signed in goes on without one.',
    demo: 'Inspectors of the demo county',
    demoHint: 'Press a name to sign in',
    noRole: '{name} inspects in no campaign, so there is nothing to do here. Sign in as somebody else or go to another desk.',
    doors: 'Other desks',
    signOut: 'Sign out and change account',
    signOutNoLine: 'Signing out needs a network. Try again where there is a signal.',
    again: 'Sign in again to go on sending',
  },
} as const;

/** The words of signing in. */
export const useSignInWords = () => useWords<keyof (typeof words)['zh']>(words);
