import {
  bulletinTables,
  type Campaign,
  type Duty,
  dutyList,
  dutyTables,
  findingsTables,
  indicatorTables,
  indicatorViews,
  ledgerOf,
  problem,
  standingsTables,
  standingsView,
  type Table,
} from '@xiuhua/engine';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type, { type Static } from 'typebox';
import { paperAside } from '../../adapters/export/aside.ts';
import { csvOf } from '../../adapters/export/csv.ts';
import { mostSheetRows, sheetRows } from '../../adapters/export/xlsx.ts';
import type { Api, WebServer } from '../api.ts';
import { audit } from '../audit.ts';
import { spanProblems } from '../days.ts';
import { answers, refuseWith } from '../reply.ts';
import { Day, InCampaign } from '../schemas.ts';
import { askAsOf } from './as-of.ts';
import { paperAsOf, WhichPaper } from './bulletins.ts';
import { entranceOf } from './campaigns.ts';
import { concerning, dutiesInSight, indicatorsInSight, type Looking, touching } from './sight.ts';
import { NarrowedDuties, tenYears } from './views.ts';

const closed = { additionalProperties: false } as const;
const name = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }));

const Params = Type.Object({
  ...InCampaign.properties,
  table: Type.Union([
    Type.Literal('bulletin'),
    Type.Literal('standings'),
    Type.Literal('findings'),
    Type.Literal('indicators'),
    Type.Literal('duties'),
  ]),
});

const Query = Type.Object(
  {
    format: Type.Union([Type.Literal('xlsx'), Type.Literal('csv')]),
    language: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])),
    day: Type.Optional(Day),
    ...WhichPaper,
    ranking: name,
    from: Type.Optional(Day),
    to: Type.Optional(Day),
    ...NarrowedDuties,
  },
  closed,
);

type Asked = Static<typeof Query> & { readonly language: 'zh' | 'en' };

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/** The tables of each kind as this person may see them; `undefined` for what is not there. */
const tablesFor: Readonly<
  Record<
    Exclude<Static<typeof Params>['table'], 'bulletin'>,
    (campaign: Campaign, asked: Asked, looking: Looking) => readonly Table[] | undefined
  >
> = {
  standings: (campaign, { ranking = '', period = '', language }, { today }) => {
    const view = standingsView(campaign, { ranking, period, today });
    return view && standingsTables(view, language);
  },
  findings: (campaign, { language }, looking) => {
    const seen = new Set([...campaign.findings.values()].filter(concerning(campaign, looking)).map(({ id }) => id));
    return findingsTables(
      ledgerOf(campaign, looking.today).filter((row) => seen.has(row.finding)),
      language,
    );
  },
  indicators: (campaign, { language }, { actor, today }) =>
    indicatorTables(indicatorsInSight(campaign, indicatorViews(campaign, today), actor), language),
  duties: (campaign, { from = '', to = '', due, state = 'all', unit, language }, looking) => {
    const sees = (all: readonly Duty[]) => dutiesInSight(campaign, all, looking).filter(touching(campaign, unit));
    const wanted = { from, to, due: due === 'yes', state };
    const { duties } = dutyList(campaign, wanted, { today: looking.today, limit: Number.POSITIVE_INFINITY, sees });
    return dutyTables(duties, { from, to, state, unit }, (submission) => campaign.submissions.get(submission)?.day, language);
  },
};

/** Hands a file over and writes down that it was taken out. */
const hand = async (
  { api, request, reply }: { api: Api; request: FastifyRequest; reply: FastifyReply },
  tables: readonly Table[],
  { format, title }: { format: 'xlsx' | 'csv'; title: string },
) => {
  const rows = sheetRows(tables);
  if (format === 'xlsx' && rows > mostSheetRows) return refuseWith(reply, [problem('table.too-long', '', { rows, limit: mostSheetRows })]);
  await audit(api, request, { kind: 'exported', campaign: entranceOf(request).id, says: { what: `${title}.${format}`, n: rows } });
  void reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${title}.${format}`)}`);
  return reply
    .status(200)
    .type(types[format])
    .send(format === 'csv' ? csvOf(tables) : await paperAside({ kind: 'xlsx', tables }));
};

/** What a bulletin, standings, the findings, the indicators and the duties say, as an Excel workbook or a CSV file. */
export const tableRoutes = (app: WebServer, api: Api): void => {
  const response = answers(Type.Unsafe<unknown>({ description: 'An Excel workbook or a CSV file; no cell is a formula' }));
  const schema = { tags: ['views'], params: Params, querystring: Query, response };
  app.get('/api/campaigns/:campaign/tables/:table', { schema }, async (request, reply) => {
    const { table } = request.params;
    const asked: Asked = { ...request.query, language: request.query.language ?? request.language };
    const { day, format } = asked;
    if (table === 'bulletin') {
      const found = await paperAsOf(api, request, asked);
      if (!found.ok) return refuseWith(reply, found.problems);
      return hand({ api, request, reply }, bulletinTables(found.value, asked.language), { format, title: found.value.title });
    }
    const problems = table === 'duties' ? spanProblems(asked.from, asked.to, tenYears) : [];
    if (problems.length > 0) return refuseWith(reply, problems);
    const found = await askAsOf(api, { request, day }, (campaign, today, actor) => tablesFor[table](campaign, asked, { actor, today }));
    if (!found.ok) return refuseWith(reply, found.problems);
    const of = table === 'duties' ? `${asked.from}–${asked.to}` : (asked.period ?? day ?? '');
    return hand({ api, request, reply }, found.value, { format, title: `${found.value[0]?.name ?? table} ${of}`.trim() });
  });
};
