import { QueryClientProvider } from '@tanstack/react-query';
import 'antd/dist/reset.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { Theme } from '../shared/antd/theme.tsx';
import { language } from '../shared/language.ts';
import { queryClient, sessionQuery } from '../shared/session.ts';
import '../shared/tokens.css';
import { boardQuery } from './campaign/queries.ts';
import './lead.css';
import { LeadDoor } from './LeadDoor.tsx';

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';

const root = document.getElementById('root');
if (!root) throw new Error('no root element');

const client = queryClient();

// Who it is and the board are asked for before anything is drawn, not one after the other.
void client.prefetchQuery(sessionQuery);
const [, campaign] = /^\/lead\/([^/]+)\/?$/.exec(location.pathname) ?? [];
if (campaign !== undefined && !location.search.includes('day=')) void client.prefetchQuery(boardQuery(decodeURIComponent(campaign)));

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Theme>
        <BrowserRouter basename="/lead">
          <LeadDoor />
        </BrowserRouter>
      </Theme>
    </QueryClientProvider>
  </StrictMode>,
);
