import type { Role } from '@xiuhua/engine';
import { get, post, put } from '../../shared/api.ts';

/** A person in a campaign. */
export interface Member {
  readonly account: string;
  readonly login: string;
  readonly name: string;
  readonly unit: string;
  readonly roles: readonly Role[];
}

/** An account of the server, seen by an administrator. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly disabled: boolean;
}

const place = (campaign: string): string => `/campaigns/${encodeURIComponent(campaign)}/members`;

export const getMembers = (campaign: string): Promise<readonly Member[]> => get(place(campaign));

/** Replaces who is in a campaign. */
export const putMembers = (campaign: string, members: readonly Member[]): Promise<readonly Member[]> =>
  put(
    place(campaign),
    members.map(({ account, unit, roles }) => ({ account, unit, roles })),
  );

export const getAccounts = (): Promise<readonly Account[]> => get('/accounts');

/** Opens an account that is no administrator's. */
export const openAccount = (account: { readonly login: string; readonly name: string; readonly password: string }): Promise<Account> =>
  post('/accounts', { ...account, admin: false });
