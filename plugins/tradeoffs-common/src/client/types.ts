import type { components, operations } from './schema';

type Schemas = components['schemas'];
type Query<TOperation extends keyof operations> = NonNullable<
  operations[TOperation]['parameters']['query']
>;

/** A record as a row of a list. @public */
export type RecordRow = Schemas['RecordRow'];
/** A page of records, contradicted ones first. @public */
export type RecordPage = Schemas['RecordPage'];
/** One record with everything that is known of it. @public */
export type RecordDetail = Schemas['RecordDetail'];
/** A tradeoff of a record, with the state of what it assumes. @public */
export type RecordTradeoff = Schemas['Tradeoff'];
/** An assumption, and whether the facts bear it out. @public */
export type AssumptionState = Schemas['AssumptionState'];
/** A check that a record accepts, and whether that counts. @public */
export type RecordAcceptance = Schemas['Acceptance'];
/** One entry of a record's history. @public */
export type RevisionEntry = Schemas['RevisionEntry'];
/** One entry of a record's history, with its text. @public */
export type RecordRevision = RevisionEntry & { content: string };
/** What differs between two texts. @public */
export type RecordDiff = Schemas['Diff'];
/** What one entity decided, axis by axis. @public */
export type EntityTradeoffs = Schemas['EntityTradeoffs'];
/** One axis of one entity. @public */
export type EntityAxis = Schemas['EntityAxis'];
/** Records that do not go together, in words. @public */
export type ContradictionFinding = Schemas['RecordContradiction'];
/** Entities by axes. @public */
export type FleetPage = Schemas['FleetPage'];
/** The axes and the design steps that records speak of. @public */
export type AxisList =
  operations['listAxes']['responses'][200]['content']['application/json'];
/** What is wrong with a text, and the record where there is one. @public */
export type RecordValidation =
  operations['validateRecord']['responses'][200]['content']['application/json'];
/** What a record's assumptions come to together. @public */
export type RecordState = Schemas['State'];
/** A record's status, or that its file could not be read. @public */
export type RecordRowStatus = Schemas['RowStatus'];

/** What a list of records may be narrowed by. @public */
export type RecordQuery = Query<'listRecords'>;
/** What the fleet view may be narrowed by. @public */
export type FleetQuery = Query<'getFleet'>;
/** What a record is compared with. @public */
export type DiffQuery = Query<'diffRecord'>;

/**
 * What became of a save: done, or somebody saved in between and nothing was
 * written. The text that was sent stays with the caller.
 *
 * @public
 */
export type RecordSave<TResult = RecordDetail> =
  | { outcome: 'saved'; result: TResult }
  | { outcome: 'conflict'; current: CurrentText };

/** The text that is stored now. @public */
export type CurrentText = NonNullable<Schemas['Conflict']['current']>;
