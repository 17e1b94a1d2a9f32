import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { RecordStatus } from '../model/types';
import type {
  AxisList,
  DiffQuery,
  EntityTradeoffs,
  FleetPage,
  FleetQuery,
  RecordDetail,
  RecordDiff,
  RecordPage,
  RecordQuery,
  RecordRevision,
  RecordSave,
  RecordValidation,
  RevisionEntry,
} from './types';

/**
 * Reads and writes of the tradeoffs back end.
 *
 * Every method rejects with the `ResponseError` of `@backstage/errors`:
 * `NotFoundError` where there is no such record or the caller may not see it,
 * `NotAllowedError` where the caller may not do that to a record they see,
 * `InputError` where a text may not be saved, `ServiceUnavailableError` where it
 * cannot be told what the caller may see. A conflict is no error: it is one of
 * the two outcomes of a save.
 *
 * @public
 */
export interface TradeoffsApi {
  listAxes(): Promise<AxisList>;
  listRecords(query?: RecordQuery): Promise<RecordPage>;
  getRecord(id: string): Promise<RecordDetail>;
  listRevisions(id: string): Promise<{ items: RevisionEntry[] }>;
  getRevision(id: string, revision: number): Promise<RecordRevision>;
  /** Against the record that it supersedes, unless told. */
  diffRecord(id: string, query?: DiffQuery): Promise<RecordDiff>;
  /** The record's file, byte for byte. */
  exportRecord(id: string): Promise<Blob>;
  getEntityTradeoffs(
    entity: string | CompoundEntityRef,
  ): Promise<EntityTradeoffs>;
  getFleet(query?: FleetQuery): Promise<FleetPage>;
  validateRecord(input: {
    content: string;
    entityRef?: string;
  }): Promise<RecordValidation>;
  createRecord(input: {
    entityRef: string;
    content: string;
  }): Promise<RecordDetail>;
  updateRecord(
    id: string,
    input: { content: string; revision: number },
  ): Promise<RecordSave>;
  setRecordStatus(
    id: string,
    input: { status: RecordStatus; revision: number; supersededBy?: string },
  ): Promise<RecordSave>;
  reviewRecord(id: string, input: { revision: number }): Promise<RecordSave>;
  confirmAcceptances(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave>;
  /** Opens a pull request with the text that the portal holds. */
  proposeRecord(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave<{ url: string }>>;
}
