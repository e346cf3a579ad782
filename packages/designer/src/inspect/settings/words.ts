import { useWords } from '../../shared/language.ts';

const words = {
  zh: {
    language: '语言',
    size: '字号',
    normal: '标准',
    large: '大字',
    account: '账号',
    unit: '单位',
    signOut: '退出登录',
    unsent: '本机还有 {n} 条没有送达、{drafts} 份草稿。退出后它们仍留在本机，要用这个账号再登录才能送出。',
    signOutAnyway: '仍然退出',
    stay: '先不退出',
    noLine: '退出登录需要网络，请有信号时再试。',
    storage: '本机存储',
    persisted: '浏览器已承诺不清理本机的数据。',
    notPersisted: '浏览器没有承诺保留本机的数据。装到手机桌面、尽早发送，可以降低丢失的可能。',
    install: '装到手机桌面',
    installHow: '在浏览器菜单里选“添加到主屏幕”。装好后没有信号也能直接打开。',
    doors: '其他工作台',
    plan: '方案',
    planVersion: '《{title}》第 {n} 版，{from}起执行',
  },
  en: {
    language: 'Language',
    size: 'Text size',
    normal: 'Normal',
    large: 'Large',
    account: 'Account',
    unit: 'Unit',
    signOut: 'Sign out',
    unsent:
      '{n} record(s) and {drafts} draft(s) on this device are not delivered. They stay here and can be sent once this account signs in again.',
    signOutAnyway: 'Sign out all the same',
    stay: 'Stay signed in',
    noLine: 'Signing out needs a network. Try again where there is a signal.',
    storage: 'Storage on this device',
    persisted: 'The browser has promised not to clear what is stored here.',
    notPersisted: 'The browser has not promised to keep what is stored here. Installing the app and sending early make a loss less likely.',
    install: 'Put on the home screen',
    installHow: 'Choose “Add to home screen” in the browser’s menu. It then opens without a signal.',
    doors: 'Other desks',
    plan: 'Plan',
    planVersion: '{title}, version {n}, in force from {from}',
  },
} as const;

/** The words of the settings. */
export const useSettingsWords = () => useWords<keyof (typeof words)['zh']>(words);
