import { QueryClientProvider } from '@tanstack/react-query';
import 'antd/dist/reset.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Theme } from '../shared/antd/theme.tsx';
import { language } from '../shared/language.ts';
import { queryClient } from '../shared/session.ts';
import '../shared/tokens.css';
import './lead.css';
import { LeadDoor } from './LeadDoor.tsx';

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';

const root = document.getElementById('root');
if (!root) throw new Error('no root element');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient()}>
      <Theme>
        <BrowserRouter basename="/lead">
          <LeadDoor />
        </BrowserRouter>
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
