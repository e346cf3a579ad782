import type { Role } from '@xiuhua/engine';

/**
 * Who may use a route; who comes from an upper campaign only ever reads. `anyone` needs no session, `signed-in` any, `administrator` an account that may make accounts,
 * `author` an administrator or a member of some campaign's office. The rest name what one must be in the campaign of the
 * address; `member` is any role, `filler` also who once inspected there and may still have filled checklists on the
 * phone. Finer rules, such as the own unit's findings, are decided where the thing is known.
 */
export type Permission = 'anyone' | 'signed-in' | 'administrator' | 'author' | 'member' | 'filler' | readonly Role[];

const office: readonly Role[] = ['office', 'admin'];
const overseers: readonly Role[] = ['office', 'leader', 'admin', 'auditor', 'overseer'];
/** Who keeps an eye on accounts and roles. */
const watchers: readonly Role[] = ['admin', 'auditor'];
/** Who has something to do in a campaign. The town level and the auditor only look. */
const doers: readonly Role[] = ['office', 'leader', 'admin', 'inspector', 'unit'];

/** Every route of the server, who may use it and what for. A route that is not here does not exist: start-up fails. */
export const routes: Readonly<Record<string, readonly [who: Permission, what: string]>> = {
  'GET /api/health': ['anyone', 'Whether the server is alive'],
  'GET /api/setup': ['anyone', 'Whether the first administrator is still to be made'],
  'POST /api/setup': ['anyone', 'Make the first administrator with the one-time code'],
  'GET /api/session': ['signed-in', 'Who is signed in and what he may open'],
  'POST /api/session': ['anyone', 'Sign in'],
  'POST /api/session/device': ['anyone', 'Sign a phone in with the code the office shows'],
  'DELETE /api/session': ['anyone', 'Sign out'],
  'POST /api/session/as': ['signed-in', 'Look from a member’s place, without doing anything; for administrators and the office'],
  'DELETE /api/session/as': ['signed-in', 'Stop looking from another’s place'],
  'PUT /api/session/password': ['signed-in', 'Change one’s own password'],
  'GET /api/sessions': ['signed-in', 'One’s own open sessions'],
  'DELETE /api/sessions/:id': ['signed-in', 'End one of one’s own sessions'],
  'GET /api/calendar': ['signed-in', 'Whether one has a calendar link, and since when'],
  'POST /api/calendar': ['signed-in', 'Make a calendar link in place of the one before'],
  'DELETE /api/calendar': ['signed-in', 'Revoke the calendar link'],
  'GET /api/calendar/:file': ['anyone', 'A calendar (iCalendar) by its secret link'],
  'GET /api/demo': ['anyone', 'Accounts of the demo county'],
  'GET /api/docs*': ['anyone', 'This description'],

  'GET /api/accounts': ['administrator', 'All accounts'],
  'POST /api/accounts': ['administrator', 'Make an account'],
  'PATCH /api/accounts/:id': ['administrator', 'Rename, disable or promote an account, or give it a new password'],

  'POST /api/plans/check': ['signed-in', 'Everything wrong with a plan, without keeping it'],
  'POST /api/plans/conform': ['signed-in', 'A plan held against the upper plans its basis names'],
  'GET /api/upper-plans': ['author', 'Plans that a lower plan can be made from'],
  'POST /api/upper-plans': ['author', 'Take in the plan of an upper level'],
  'GET /api/upper-plans/:hash': ['author', 'An upper plan, and the units it has'],
  'POST /api/upper-plans/:hash/derive': ['author', 'A draft for one of its units'],
  'POST /api/upper-plans/:hash/rebase': ['author', 'A lower plan moved from another version to this one'],
  'GET /api/campaigns': ['signed-in', 'Campaigns one may enter'],
  'POST /api/campaigns': ['author', 'Begin a campaign with a draft of its plan'],
  'GET /api/campaigns/:campaign/members': [[...office, 'auditor'], 'Members, their units and roles'],
  'PUT /api/campaigns/:campaign/members': [office, 'Make the members exactly these'],
  'GET /api/campaigns/:campaign/devices': [[...office, 'auditor'], 'Phones the office let in'],
  'POST /api/campaigns/:campaign/devices': [office, 'A code that lets one phone in as a member who works in the field'],
  'DELETE /api/campaigns/:campaign/devices/:id': [office, 'Shut a phone out'],
  'GET /api/campaigns/:campaign/draft': [[...office, 'leader', 'auditor'], 'The plan being written, and everything wrong with it'],
  'PUT /api/campaigns/:campaign/draft': [office, 'Save the plan being written over the revision one saw'],
  'POST /api/campaigns/:campaign/draft/register': [office, 'Judge a register of sites, an .xlsx or .csv file, row by row; nothing is kept'],
  'PUT /api/campaigns/:campaign/draft/register': [office, 'Take a register of sites into the plan being written, all of it or nothing'],
  'POST /api/campaigns/:campaign/draft/score-sheet': [office, 'Judge a score sheet, an .xlsx or .csv file, row by row; nothing is kept'],
  'PUT /api/campaigns/:campaign/draft/score-sheet': [office, 'Take a score sheet in as a checklist, all of it or nothing'],
  'GET /api/campaigns/:campaign/plan': [
    'member',
    'The plan in force, or an adopted one by its hash; for planners also one that waits for a review',
  ],
  'GET /api/campaigns/:campaign/versions': ['member', 'The versions of the plan, who wrote, reviewed and adopted each'],
  'GET /api/campaigns/:campaign/amendment': [[...office, 'leader', 'auditor'], 'What adopting a draft would do to the work under way'],
  'PUT /api/campaigns/:campaign/begun/:phone': [doers, 'What is begun on one’s phone and not handed in'],
  'POST /api/campaigns/:campaign/commands': [doers, 'Give a command; the events it led to'],
  'PUT /api/campaigns/:campaign/submissions/:submission': ['filler', 'Hand in a filled checklist; a receipt'],
  'GET /api/campaigns/:campaign/submissions/:submission': ['member', 'A filled checklist and the findings it opened'],
  'GET /api/campaigns/:campaign/records': [overseers, 'Duties whose records need a person, side by side'],
  'PUT /api/campaigns/:campaign/unsent/:submission': [office, 'Hand in a record from the file a phone saved, for who made it'],
  'GET /api/campaigns/:campaign/duties': ['member', 'Duties between two days and what became of them'],
  'GET /api/campaigns/:campaign/duties/list': ['member', 'The newest of the duties wanted, and how many there are'],
  'GET /api/campaigns/:campaign/duties/weeks': ['member', 'Duties counted by week, newest first'],
  'GET /api/campaigns/:campaign/draws': ['member', 'The draws that have begun, as anybody can compute them again'],
  'GET /api/campaigns/:campaign/findings': ['member', 'The most urgent findings of those wanted, and how many there are'],
  'GET /api/campaigns/:campaign/findings/:finding': ['member', 'One finding with its steps, and what one may do with it now'],
  'GET /api/campaigns/:campaign/ledger': ['member', 'The ledger of findings, with the numbers of those written off'],
  'GET /api/campaigns/:campaign/look-backs': [overseers, 'Look-backs drawn, with what they were drawn from'],
  'GET /api/campaigns/:campaign/standings': ['member', 'Standings of a period, published or as they stand'],
  'GET /api/campaigns/:campaign/periods': ['member', 'Periods that can be looked at, newest first'],
  'GET /api/campaigns/:campaign/proposals': ['member', 'Consequences the plan calls for'],
  'GET /api/campaigns/:campaign/board': ['member', 'What the leading group sees first'],
  'GET /api/campaigns/:campaign/indicators': ['member', 'Indicators with targets, values and forecasts, as of a day'],
  'GET /api/campaigns/:campaign/indicators/records': ['member', 'The records behind a computed indicator'],
  'GET /api/campaigns/:campaign/progress': ['member', 'How far milestones and tasks have come, against the baseline'],
  'GET /api/campaigns/:campaign/closing': [overseers, 'What stands before a period is closed'],
  'GET /api/campaigns/:campaign/lower-plans': [overseers, 'Campaigns that rest on this one, and how they stand'],
  'GET /api/campaigns/:campaign/appeals': ['member', 'Appeals and what upholding each would change'],
  'GET /api/campaigns/:campaign/bulletins': ['member', 'Bulletins due and issued'],
  'GET /api/campaigns/:campaign/meetings': ['member', 'When meetings sat and will sit, and what each decided'],
  'GET /api/campaigns/:campaign/bulletin': [
    'member',
    'One bulletin or the agenda of a meeting, as it went out or as it would by what is known',
  ],
  'GET /api/campaigns/:campaign/bulletin.docx': ['member', 'One bulletin or the agenda of a meeting as a Word document'],
  'GET /api/campaigns/:campaign/tables/:table': [
    'member',
    'A bulletin, standings, findings, indicators or duties as an Excel workbook or a CSV file',
  ],
  'GET /api/campaigns/:campaign/lists': ['member', 'Who stands on the public lists'],
  'GET /api/campaigns/:campaign/ratings': ['member', 'Ratings by credit'],
  'GET /api/campaigns/:campaign/resolutions': ['member', 'What meetings decided and what became of it'],
  'GET /api/campaigns/:campaign/complaints': ['member', 'What the public reported'],
  'GET /api/campaigns/:campaign/messages': ['member', 'What one is told, newest first, and what of it one has read'],
  'POST /api/campaigns/:campaign/messages/read': ['member', 'Mark messages as read'],
  'GET /api/campaigns/:campaign/robots': [[...office, 'auditor'], 'Robots of group chats that messages go to'],
  'POST /api/campaigns/:campaign/robots': [office, 'Have messages sent to a robot, as far as the operator allows'],
  'PATCH /api/campaigns/:campaign/robots/:id': [office, 'Change what a robot is sent, or pause it'],
  'DELETE /api/campaigns/:campaign/robots/:id': [office, 'Send nothing to a robot any more'],
  'GET /api/campaigns/:campaign/outbox': [[...office, 'auditor'], 'Messages on their way outside, and what became of them'],
  'POST /api/campaigns/:campaign/outbox/again': [office, 'Send again what failed'],
  'GET /api/campaigns/:campaign/access': [watchers, 'Sign-ins, accounts, roles, phones and files, newest first'],
  'GET /api/campaigns/:campaign/access/check': [watchers, 'Whether the access log is whole; the first bad line'],
  'GET /api/campaigns/:campaign/log/page': [overseers, 'Events before a position, newest first, narrowed down'],
  'GET /api/campaigns/:campaign/log/export': [
    overseers,
    'Events narrowed down, at most twenty thousand, for a file; noted in the access log',
  ],
  'GET /api/campaigns/:campaign/log/check': [overseers, 'Whether the log is whole; the first bad event'],
  'GET /api/campaigns/:campaign/log': [overseers, 'Events after a position, at most a thousand'],
  'PUT /api/campaigns/:campaign/photos/:hash': ['filler', 'Begin uploading a photo, or learn how far it is'],
  'HEAD /api/campaigns/:campaign/photos/:hash': ['filler', 'How far an upload is'],
  'PATCH /api/campaigns/:campaign/photos/:hash': ['filler', 'Append bytes to an upload'],
  'GET /api/campaigns/:campaign/photos/:hash': ['member', 'A photo'],

  'GET /*': ['anyone', 'The screens'],
};

const prefixes = Object.keys(routes).filter((route) => route.endsWith('*') && route !== 'GET /*');

/** The row of a route by its method and address pattern; `undefined` when the table does not name it. */
export const rowOf = (method: string, url: string): readonly [who: Permission, what: string] | undefined => {
  const named = routes[`${method} ${url}`];
  if (named) return named;
  if (method === 'HEAD') return rowOf('GET', url);
  const prefix = prefixes.find((route) => `${method} ${url}`.startsWith(route.slice(0, -1)));
  return prefix === undefined ? undefined : routes[prefix];
};

/** The permission of a route by its method and address pattern; `undefined` when the table does not name it. */
export const permissionOf = (method: string, url: string): Permission | undefined => rowOf(method, url)?.[0];
