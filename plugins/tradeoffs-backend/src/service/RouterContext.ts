import type {
  AuditorService,
  AuthService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import type { TradeoffAxis } from '@airworthy/plugin-tradeoffs-common';
import type { AssumptionStore } from '../assumptions/AssumptionStore';
import type { DesignReader } from '../designs/DesignReader';
import type { EntityView, FleetView, RecordList } from '../lists';
import type { RecordAccess } from '../permissions';
import type { Proposals } from '../propose/Proposals';
import type { RecordEditor } from '../records/RecordEditor';
import type { RecordStore } from '../records/RecordStore';
import type { RecordReader } from './RecordReader';

/** What the routes need, together. */
export interface RouterContext {
  access: RecordAccess;
  assumptions: AssumptionStore;
  auditor: AuditorService;
  auth: AuthService;
  designs: DesignReader;
  axes: readonly TradeoffAxis[];
  editor: RecordEditor;
  entities: EntityView;
  fleet: FleetView;
  httpAuth: HttpAuthService;
  list: RecordList;
  proposals: Proposals;
  reader: RecordReader;
  store: RecordStore;
  /** Milliseconds since the epoch. */
  now: () => number;
}
