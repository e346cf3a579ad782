import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Theme } from '../shared/antd/theme.tsx';
import { language } from '../shared/language.ts';
import { queryClient } from '../shared/session.ts';
import '../shared/tokens.css';
import { DesignDoor } from './App.tsx';
import './design.css';

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queryClient()}>
      <Theme>
        <DesignDoor />
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
