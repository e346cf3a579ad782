import { App, ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useLanguage } from '../language.ts';

const ink = { first: '#1b2430', second: '#4a5563', third: '#667080' };

/** The tokens of the look, as antd knows them; the same values stand in tokens.css. */
const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f4e8c',
    colorPrimaryHover: '#173d70',
    colorPrimaryActive: '#12325c',
    colorPrimaryBg: '#e8effa',
    colorLink: '#1f4e8c',
    colorLinkHover: '#173d70',
    colorInfo: '#1f4e8c',
    colorSuccess: '#1b7a4b',
    colorSuccessBg: '#e7f5ee',
    colorWarning: '#a15c00',
    colorWarningBg: '#fff4e0',
    colorError: '#b3261e',
    colorErrorBg: '#fcebea',
    colorText: ink.first,
    colorTextHeading: ink.first,
    colorTextSecondary: ink.second,
    colorTextTertiary: ink.third,
    colorTextDescription: ink.third,
    colorTextPlaceholder: ink.third,
    colorBgLayout: '#f6f7f9',
    colorBorder: '#c9d0d9',
    colorBorderSecondary: '#e4e7ec',
    colorSplit: '#e4e7ec',
    borderRadius: 6,
    borderRadiusLG: 6,
    fontFamily: 'var(--font)',
    fontSize: 14,
    lineHeight: 22 / 14,
    motionDurationFast: '0.1s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
    Table: { headerBg: '#f6f7f9', headerColor: ink.second, cellPaddingBlock: 8, cellPaddingBlockSM: 4, headerSplitColor: 'transparent' },
    Tabs: { horizontalItemGutter: 20, titleFontSize: 14 },
    Modal: { titleFontSize: 16 },
  },
};

/** On a phone: letters at reading size, and nothing to press that is lower than a thumb is wide. */
const onPhone: ThemeConfig = {
  ...theme,
  token: {
    ...theme.token,
    fontSize: 16,
    fontSizeSM: 14,
    lineHeight: 26 / 16,
    controlHeight: 44,
    controlHeightSM: 44,
    controlHeightLG: 48,
    controlInteractiveSize: 20,
  },
  components: {
    ...theme.components,
    Button: { ...theme.components?.Button, contentFontSizeSM: 16 },
    Modal: { titleFontSize: 18 },
  },
};

/** Whether a media query holds now, followed. */
const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );

/** antd in our look and in the language in use; `App` inside gives `App.useApp()` its messages and dialogs. */
export const Theme = ({ children }: { readonly children: ReactNode }) => {
  const now = useLanguage();
  const look = useMedia('(max-width: 720px)') ? onPhone : theme;
  const still = useMedia('(prefers-reduced-motion: reduce)');
  dayjs.locale(now === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      locale={now === 'zh' ? zhCN : enUS}
      theme={still ? { ...look, token: { ...look.token, motion: false } } : look}
      button={{ autoInsertSpace: false }}
      // A press beside a dialog loses nothing that was typed in it.
      modal={{ mask: { closable: false } }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
};
