import type { Role } from '@xiuhua/engine';

/**
 * Who may use a route. `anyone` needs no session, `signed-in` any, `administrator` an account that may make accounts,
 * `author` an administrator or a member of some campaign's office. The rest name what one must be in the campaign of the
 * address; `member` is any role. Finer rules, such as the own unit's findings, are decided where the thing is known.
 */
export type Permission = 'anyone' | 'signed-in' | 'administrator' | 'author' | 'member' | readonly Role[];

const office: readonly Role[] = ['office', 'admin'];
const planners: readonly Role[] = ['office', 'leader', 'admin'];

/** Every route of the server and who may use it. A route that is not here does not exist: start-up fails. */
export const permissions: Readonly<Record<string, Permission>> = {
  'GET /api/health': 'anyone',
  'GET /api/setup': 'anyone',
  'POST /api/setup': 'anyone',
  'GET /api/session': 'signed-in',
  'POST /api/session': 'anyone',
  'DELETE /api/session': 'anyone',
  'PUT /api/session/password': 'signed-in',
  'GET /api/sessions': 'signed-in',
  'DELETE /api/sessions/:id': 'signed-in',
  'GET /api/demo': 'anyone',
  'GET /api/docs*': 'anyone',

  'GET /api/accounts': 'administrator',
  'POST /api/accounts': 'administrator',
  'PATCH /api/accounts/:id': 'administrator',

  'POST /api/plans/check': 'signed-in',
  'GET /api/campaigns': 'signed-in',
  'POST /api/campaigns': 'author',
  'GET /api/campaigns/:campaign/members': office,
  'PUT /api/campaigns/:campaign/members': office,
  'GET /api/campaigns/:campaign/draft': planners,
  'PUT /api/campaigns/:campaign/draft': office,
  'GET /api/campaigns/:campaign/plan': 'member',
  'POST /api/campaigns/:campaign/commands': 'member',
  'PUT /api/campaigns/:campaign/submissions/:submission': 'member',
  'GET /api/campaigns/:campaign/submissions/:submission': 'member',
  'GET /api/campaigns/:campaign/duties': 'member',
  'GET /api/campaigns/:campaign/findings': 'member',
  'GET /api/campaigns/:campaign/findings/:finding': 'member',
  'GET /api/campaigns/:campaign/standings': 'member',
  'GET /api/campaigns/:campaign/periods': 'member',
  'GET /api/campaigns/:campaign/proposals': 'member',
  'GET /api/campaigns/:campaign/board': 'member',
  'GET /api/campaigns/:campaign/log': planners,
  'PUT /api/campaigns/:campaign/photos/:hash': 'member',
  'HEAD /api/campaigns/:campaign/photos/:hash': 'member',
  'PATCH /api/campaigns/:campaign/photos/:hash': 'member',
  'GET /api/campaigns/:campaign/photos/:hash': 'member',

  'GET /*': 'anyone',
};

const prefixes = Object.keys(permissions).filter((route) => route.endsWith('*'));

/** The permission of a route by its method and address pattern; `undefined` when the table does not name it. */
export const permissionOf = (method: string, url: string): Permission | undefined => {
  const named = permissions[`${method} ${url}`];
  if (named) return named;
  if (method === 'HEAD') return permissionOf('GET', url);
  const prefix = url.startsWith('/api/')
    ? prefixes.find((route) => route !== 'GET /*' && `${method} ${url}`.startsWith(route.slice(0, -1)))
    : undefined;
  return prefix === undefined ? undefined : permissions[prefix];
};
