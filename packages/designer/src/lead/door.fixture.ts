import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { createElement } from 'react';
import { MemoryRouter } from 'react-router';
import { Theme } from '../shared/antd/theme.tsx';
import { LeadDoor } from './LeadDoor.tsx';
import './Pages.tsx';

/** Opens the lead door, its pages already read, at an address inside the county's campaign. */
export const openDoor = (address: string) => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const door = createElement(MemoryRouter, { initialEntries: [`/county-1${address}`] }, createElement(LeadDoor));
  return render(createElement(QueryClientProvider, { client }, createElement(Theme, null, door)));
};
