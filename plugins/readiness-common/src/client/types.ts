import type { CheckConfig } from '../checklist/types';
import type { components, operations } from './schema';

type Schemas = components['schemas'];
type Query<TOperation extends keyof operations> = NonNullable<
  operations[TOperation]['parameters']['query']
>;

/** The checklist in force: its columns are the order of packed statuses. @public */
export type ChecklistResponse = Schemas['Checklist'];
/** One active check, at its place among the packed statuses. @public */
export type CheckColumn = Schemas['CheckColumn'];
/** One change of the checklist. @public */
export type ChecklistVersion = Schemas['ChecklistVersion'];
/** One entity of the matrix. @public */
export type ScorecardRow = Schemas['ScorecardRow'];
/** A page of the matrix. @public */
export type ScorecardPage = Schemas['ScorecardPage'];
/** One change on one scorecard. @public */
export type EntityTransition = Schemas['EntityTransition'];
/** One change of a check in the fleet. @public */
export type FleetTransition = Schemas['FleetTransition'];
/** What a rollup is grouped by. @public */
export type RollupBy = Schemas['RollupBy'];
/** Services, levels and statuses by group. @public */
export type Rollup = Schemas['Rollup'];
/** One group of a rollup. @public */
export type RollupGroup = Schemas['RollupGroup'];
/** A check and the services that would rise if it passed. @public */
export type Fix = Schemas['Fix'];
/** Levels and statuses at moments in the past. @public */
export type Trend = Schemas['Trend'];
/** A check and how the fleet answers it. @public */
export type CheckSummary = Schemas['CheckSummary'];
/** How the fleet would answer a check that does not count yet. @public */
export type DraftResult = Schemas['DraftResult'];
/** An evidence source and its health. @public */
export type SourceHealth = Schemas['SourceHealth'];
/** Whether an entity holds a level, and what blocks it. @public */
export type Gate = Schemas['Gate'];

/** What every list may be narrowed by. @public */
export type ScorecardFilters = Query<'exportScorecards'>;
/** What asks for one page of the matrix. @public */
export type ScorecardQuery = Query<'listScorecards'>;
/** What asks for a rollup. @public */
export type RollupQuery = Query<'getRollup'>;
/** What asks for a trend. @public */
export type TrendQuery = Query<'getTrend'>;
/** What asks for the changes in the fleet. @public */
export type TransitionQuery = Query<'listTransitions'>;
/** What asks for the changes on one scorecard. @public */
export type EntityTransitionQuery = Query<'listEntityTransitions'>;
/** Which checklist, in which environment. @public */
export type EvaluationQuery = Query<'getScorecard'>;

/** A check that does not count yet. @public */
export interface DraftCheck {
  /** The check it would replace: keys that the draft leaves out are its. */
  id?: string;
  environment?: string;
  check: Partial<CheckConfig>;
}

/** The active checks and the inactive ones. @public */
export interface CheckList {
  items: CheckSummary[];
  inactive: Schemas['InactiveCheck'][];
}

/** The last deployments of an entity, and its delivery metrics. @public */
export type DeploymentList = Schemas['DeploymentList'];
/** One of them. @public */
export type DeploymentItem = DeploymentList['items'][number];
/** What asks for deployments. @public */
export type DeploymentQuery = Query<'listDeployments'>;
/** What is wrong with an entity, with the title of who says so. @public */
export type AlertItem = Schemas['Alert'];
/** What is attested of an entity, and what may be. @public */
export type AttestationList = Schemas['AttestationList'];
/** A fact that may be attested. @public */
export type AttestableFact = Schemas['AttestableFact'];
/** What is to be attested. @public */
export type AttestationRequest = Schemas['AttestationRequest'];
/** Facts as a machine pushes them. @public */
export type EvidencePush = Schemas['EvidencePush'];
/** Deployments as a machine pushes them. @public */
export type DeploymentPush = Schemas['DeploymentPush'];
/** What became of a push. @public */
export type PushResult = Schemas['PushResult'];
/** Of how many entities a source knows something. @public */
export type SourceCoverage = Schemas['Coverage'];
/** An entity that a source says nothing about. @public */
export type UnlinkedEntity = Schemas['UnlinkedEntity'];
/** A page of those. @public */
export type UnlinkedPage = Schemas['UnlinkedPage'];
/** What asks for a page of those. @public */
export type UnlinkedQuery = Query<'listUnlinkedEntities'>;

/** Something doubtful about an owner. @public */
export type OwnershipFinding = Schemas['OwnershipFinding'];
/** What may be doubtful about an owner. @public */
export type OwnershipFindingType = Schemas['OwnershipFindingType'];
/** How much a finding matters. @public */
export type OwnershipSeverity = Schemas['OwnershipSeverity'];
/** Who should own an entity, and why. @public */
export type OwnerSuggestion = Schemas['OwnerSuggestion'];
/** A page of findings. @public */
export type OwnershipFindingPage = Schemas['OwnershipFindingPage'];
/** What findings are grouped by. @public */
export type OwnershipGrouping = Schemas['OwnershipGrouping'];
/** One group of findings. @public */
export type OwnershipGroup = Schemas['OwnershipGroup'];
/** How many entities have an owner that can answer. @public */
export type OwnershipSummary = Schemas['OwnershipSummary'];
/** Entities with no owner, and a doubtful one, at one moment. @public */
export type OwnershipPoint = Schemas['OwnershipPoint'];
/** Which owners are to be confirmed. @public */
export type OwnershipConfirmationRequest =
  Schemas['OwnershipConfirmationRequest'];
/** That an owner is the right one, until a day. @public */
export type OwnershipConfirmation = Schemas['OwnershipConfirmation'];
/** What findings may be narrowed by. @public */
export type OwnershipFilters = Query<'exportOwnershipFindings'>;
/** What asks for a page of findings. @public */
export type OwnershipQuery = Query<'listOwnershipFindings'>;
/** What asks for findings in groups. @public */
export type OwnershipGroupQuery = Query<'groupOwnershipFindings'>;
/** What asks for the trend. @public */
export type OwnershipTrendQuery = Query<'getOwnershipTrend'>;
