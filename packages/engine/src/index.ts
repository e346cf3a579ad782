export { type Deadline, deadlineOf, type Pause, type Running, type Stage, stageDeadlines } from './calendar/clock.ts';
export { compileCalendar, withYear } from './calendar/compile.ts';
export * from './calendar/day.ts';
export { type OfficeHours, readHours, type Season } from './calendar/hours.ts';
export { nextOfficeMoment, openingOf } from './calendar/opening.ts';
export * from './calendar/period.ts';
export type { OfficeSeason, PlanCalendar, YearNotice } from './calendar/schema.ts';
export { readYearTable } from './calendar/table.ts';
export * from './calendar/within.ts';
export * from './calendar/workdays.ts';
export { officialCalendar, yearTables } from './calendar/years.ts';
export { type Actor, type Role, roleNames } from './campaign/actor.ts';
export type { MovedDuty } from './campaign/amendment.ts';
export * from './campaign/command.ts';
export type { Context } from './campaign/context.ts';
export type { Counted } from './campaign/counts.ts';
export { decide } from './campaign/decide.ts';
export { type DrawBook, drawBooks } from './campaign/draws.ts';
export { campaignDuties, dutiesOf, dutyById, planInForce, versionOn } from './campaign/duties.ts';
export * from './campaign/event.ts';
export { evolve } from './campaign/evolve.ts';
export { isDrawn } from './campaign/look-back.ts';
export { may, permissions } from './campaign/may.ts';
export { isOwnWork, movesFor, type PossibleMove } from './campaign/move.ts';
export { type ReadLog, readLog } from './campaign/read-log.ts';
export { copyOf, emptyCampaign, replay } from './campaign/replay.ts';
export { reviewOf } from './campaign/review.ts';
export { seesUnitsOnly, unitsSeenBy } from './campaign/sight.ts';
export { computeStandings, proposals } from './campaign/standings.ts';
export type {
  Appeal,
  Campaign,
  ClosedCampaign,
  Decision,
  DrawnLookBack,
  IssuedBulletin,
  Progress,
  Published,
  Reached,
  Resolution,
  Review,
  Submission,
  Version,
} from './campaign/state.ts';
export { contentHash } from './campaign/submit.ts';
export type { Tile } from './campaign/tile-event.ts';
export type { Answers } from './checklist/answer.ts';
export { checkAnswers, failedItems, needsPhoto } from './checklist/answers.ts';
export { askedItems } from './checklist/asked.ts';
export { type CompiledChecklist, type CompiledItem, compileChecklists, costOf, isJudged } from './checklist/compile.ts';
export { type Fails, failsAt, readFails, sayFails } from './checklist/fails.ts';
export { formOf, type GenericForm } from './checklist/form.ts';
export { type ImportedSheet, type RowVerdict, sheetProblems } from './checklist/import.ts';
export { type PrintedSheet, sayCost, sheetOf } from './checklist/sheet.ts';
export { itemsAt, type Where } from './checklist/where.ts';
export type { Called, Proposal, ResultCounted } from './consequence/proposal.ts';
export { type RankPhrase, readRank } from './consequence/rank.ts';
export { readWindow, type Window } from './consequence/window.ts';
export { type AnswerCheck, answerCheck } from './expression/answers.ts';
export { type Change, type Changes, smallestChange } from './expression/change.ts';
export { type CompatibleRule, compileCompatible, runCompatible } from './expression/compatible.ts';
export type { CompiledRules } from './expression/compiled.ts';
export { type Explanation, explain as explainRule } from './expression/explain.ts';
export { Machine as RuleMachine, type View as RuleView } from './expression/machine.ts';
export { type Operator, operators as ruleOperators } from './expression/operators.ts';
export { type Opinion, secondOpinion } from './expression/opinion.ts';
export { type Points, pointsOf, showPoints } from './expression/points.ts';
export { AnswerRows } from './expression/rows.ts';
export { checkRule, checkRules, compileRules } from './expression/rules.ts';
export type { Input as RuleInput, Rule, Scope as RuleScope } from './expression/scope.ts';
export { tellExplanation } from './expression/tell.ts';
export { booleanType, choiceType, dayType, listType, numberType, rowType, type Type as ValueType, textType } from './expression/type.ts';
export type { Answers as RuleAnswers, NoValue, Plain, Result as RuleResult } from './expression/value.ts';
export { type CompiledClass, classesOn, classOf, type Edition, editionOn } from './finding/classes.ts';
export { ownersOf } from './finding/compile.ts';
export {
  type Finding,
  type FindingCourse,
  type FindingState,
  type FindingStep,
  isOpen,
  isOverdue,
  lateStages,
  type StageClock,
  timesDone,
} from './finding/finding.ts';
export { type CompiledFlow, type CompiledMove, type CompiledStage, isEnd } from './finding/flow.ts';
export type { Deed, Need, StageKind } from './finding/flow-schema.ts';
export { baseFlows } from './finding/flows.ts';
export { type Closed, drawLookBack } from './finding/look-back.ts';
export { askedScopes, reportersFor } from './indicator/asked.ts';
export { type CompiledIndicator, type CompiledTarget, compileIndicators } from './indicator/compile.ts';
export { jumpFrom, lastReading } from './indicator/jump.ts';
export { type Figure, type Reading, type ReadingStep, readingId, type Scope } from './indicator/reading.ts';
export { sayAmount, sayBinding, sayTarget, sayTargetPhrase } from './indicator/say.ts';
export { sayState } from './indicator/show.ts';
export type { IndicatorState } from './indicator/status.ts';
export { type Comparator, readTarget, type TargetPhrase, writeTarget } from './indicator/target.ts';
export { type ClauseAbove, clauseAbove } from './inheritance/above.ts';
export type { Addition, AdditionKind } from './inheritance/additions.ts';
export type { Binds } from './inheritance/binds.ts';
export { type Lineage, lineage } from './inheritance/chain.ts';
export { type Breach, type Conformity, conform, standing, type UpperBasis, upperBases } from './inheritance/conform.ts';
export { type Deriving, derive } from './inheritance/derive.ts';
export { withThoseBelow } from './inheritance/examine.ts';
export { type Limit, limitsOf } from './inheritance/limits.ts';
export { type Clash, type Rebased, rebase } from './inheritance/rebase.ts';
export { checkSplit } from './inheritance/split.ts';
export { checkPlan, examinePlan } from './lint/check.ts';
export { inboxOf, messagesOf } from './message/inbox.ts';
export {
  type Addressee,
  isFor,
  isSettled,
  type Message,
  type MessageAbout,
  type MessageKind,
  messageKinds,
} from './message/message.ts';
export { sayMessage, sayMessageKind } from './message/say.ts';
export { type CompiledOrganization, compileOrganization, existsOn, successorOn, unitsOf } from './organization/compile.ts';
export { type By, readBy, sayBy, writeBy } from './phase/by.ts';
export { type CompiledPhase, phaseOn } from './phase/compile.ts';
export { type CompiledPlaces, compilePlaces, gradeOf } from './place/compile.ts';
export { type Register, type RegisterRow, registerProblems, registerTerms } from './place/register.ts';
export { type CompiledPlan, compilePlan, whereOf } from './plan/compile.ts';
export { type Diff, type Difference, diffPlans } from './plan/diff.ts';
export { applyDiff } from './plan/diff-apply.ts';
export type { Sense, Weight } from './plan/diff-order.ts';
export { type ClauseDiff, groupDiff, sayChange, sayDiff, sayDifference } from './plan/diff-say.ts';
export { namesByKind } from './plan/names.ts';
export type { Expectation, Scenario, Tried } from './plan/scenarios.ts';
export { Plan } from './plan/schema.ts';
export { type Mention, type Shape, type Walk, walkShape } from './plan/shape.ts';
export { planWithRegister, planWithScoreSheet, planWithYear, registerFor, scoreSheetFor } from './plan/take-in.ts';
export { planHash, planText, readPlan } from './plan/text.ts';
export type { Waiver } from './plan/waivers.ts';
export { canonicalText, hashOf, sha256 } from './problem/canonical.ts';
export { type ProblemCode, severities } from './problem/codes.ts';
export { type JsonLimits, planLimits, readJson } from './problem/json.ts';
export { nearest } from './problem/nearest.ts';
export { noun, nouns } from './problem/nouns.ts';
export * from './problem/problem.ts';
export { say } from './problem/say.ts';
export type { NamedKind, PhraseKind, RefKind, Term } from './problem/term.ts';
export type { CompiledChannel } from './publicity/compile.ts';
export { periodFor } from './publicity/period.ts';
export { type Lift, liftOf } from './ranking/lift.ts';
export { type Luck, luckOf, type UnitLuck } from './ranking/luck.ts';
export { Order } from './ranking/order.ts';
export type { Standing, Standings, Unranked } from './ranking/standings.ts';
export { expectationOf } from './rehearsal/expectation.ts';
export { type Habits, ordinaryHabits } from './rehearsal/habits.ts';
export { firstYear, lintByRehearsal } from './rehearsal/lint.ts';
export { provePlan } from './rehearsal/prove.ts';
export { type Rehearsal, type RehearsalSpan, rehearse } from './rehearsal/rehearse.ts';
export { replayWitness } from './rehearsal/replayed.ts';
export {
  type Invented,
  inventAnswers,
  possibleVisits,
  scenarioAnswers,
  type Trial,
  type TriedVisit,
  triedAnswers,
  tryScenario,
} from './rehearsal/scenario.ts';
export { type RehearsalSummary, summaryOf } from './rehearsal/summary.ts';
export { type AmendmentView, amendmentView, type BegunDraft } from './report/amendment.ts';
export { board } from './report/board.ts';
export { agenda, type Block, type Bulletin, type BulletinTime, bulletin, type Chart, type Cited } from './report/bulletin.ts';
export { type AppealView, appealViews, type ClosingView, type ContestedRecord, closingView, type LateRecord } from './report/closing.ts';
export { type Capability, type CapabilityMatrix, type Coverage, type CoveredCell, coverageOf } from './report/coverage.ts';
export { type DutyWanted, dutyList, dutyViews, dutyWeeks, withoutDrawsToCome } from './report/duties.ts';
export { calendarEntries } from './report/feed.ts';
export { type FindingList, type FindingWanted, findingList, listedStates, readAge } from './report/finding-list.ts';
export { aboutFindings, findingDesk, findingView, findingViews, openFindings, submissionView } from './report/findings.ts';
export { sayCourse } from './report/indicator-words.ts';
export { indicatorRecords, indicatorViews } from './report/indicators.ts';
export { type LedgerRow, ledgerOf, ledgerTable } from './report/ledger.ts';
export { type ListEntry, listEntries, type Rating, ratings } from './report/lists.ts';
export { type LowerRanking, type LowersView, type LowerView, lowersView } from './report/lowers.ts';
export { sayLuck } from './report/luck-words.ts';
export { type MatrixRow, matrixOf } from './report/matrix.ts';
export { type NoticeBlock, type NoticeDocument, noticeDocument } from './report/notice.ts';
export { phaseViews } from './report/phases.ts';
export {
  boardLines,
  bulletinText,
  findingLine,
  lastDayOfLog,
  proposalLine,
  publishedLines,
  reasonLines,
  standingsLines,
} from './report/print.ts';
export { type Light, type ProgressView, progressViews, type UnitProgress } from './report/progress.ts';
export {
  type BulletinView,
  bulletinViews,
  type ComplaintView,
  complaintViews,
  type MeetingView,
  meetingViews,
  type ResolutionView,
  resolutionViews,
} from './report/public.ts';
export { recordsViews } from './report/records.ts';
export { outlined, periodViews, standingsView } from './report/standings.ts';
export { bulletinTables, type Cell, dutyTables, findingsTables, indicatorTables, standingsTables, type Table } from './report/tables.ts';
export { type EndView, type VersionsView, type VersionView, versionsView } from './report/versions.ts';
export * from './report/views.ts';
export { type Why, whyLines, whyOf } from './report/why.ts';
export { sayPeriod, sayProposal, sayReason } from './report/words.ts';
export type { CompiledTask } from './responsibility/compile.ts';
export { compileTasks } from './responsibility/compile.ts';
export { drawTurns } from './schedule/draw-turns.ts';
export { drawsOf } from './schedule/draws.ts';
export type { Duty } from './schedule/duty.ts';
export { type Every, readEvery, sayEvery } from './schedule/every.ts';
export { appointmentEntries, type CalendarEntry, dutyEntries, icalendar } from './schedule/ical.ts';
export { type Occurrence, occurrencesOf } from './schedule/occurrences.ts';
export { type DrawRecord, type DrawRegister, drawRecords, drawRegister } from './schedule/record.ts';
export { type Appointment, appointmentsOf } from './schedule/routine.ts';
export { drawPeriod, drawSeed, plainSeeding, type Seeding, seedingOf } from './schedule/seeding.ts';
export { areaKinds, covers, type DrawRule, readSites, type SitePick, saySites, writeSites } from './schedule/sites.ts';
export type { Cause, Reason } from './scoring/reason.ts';
