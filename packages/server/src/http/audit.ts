import type { FastifyRequest } from 'fastify';
import { type Access, noteAccess } from '../work/access.ts';
import type { Api } from './api.ts';

/** Who stands behind a request: the one who is really there, also while he looks from another's place. */
const whoBehind = ({ person }: FastifyRequest): { readonly account: string; readonly name: string } => {
  const { id = '', name = '' } = person?.seenBy ?? person?.account ?? {};
  return { account: id, name };
};

/** Writes into the access log what a request did. `as` names who did it where the session cannot say. */
export const audit = (
  { tools }: Api,
  request: FastifyRequest,
  { as, ...what }: Pick<Access, 'kind' | 'campaign' | 'says'> & { readonly as?: { readonly account: string; readonly name: string } },
): Promise<void> => noteAccess(tools, { ...what, ...(as ?? whoBehind(request)), address: request.ip });
