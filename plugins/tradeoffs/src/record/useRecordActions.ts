import { useApi } from '@backstage/core-plugin-api';
import type {
  CurrentText,
  RecordDetail,
  RecordSave,
  TradeoffsApi,
} from '@airworthy/plugin-tradeoffs-common';
import { problemOf, type Problem } from '@airworthy/plugin-readiness-react';
import { useState } from 'react';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';

/** What became of the last action. */
export type ActionOutcome =
  | { kind: 'done'; record: RecordDetail }
  | { kind: 'proposed'; url: string }
  | { kind: 'conflict'; current: CurrentText }
  | { kind: 'failed'; problem: Problem };

/** @internal */
export interface RecordActions {
  running: boolean;
  outcome?: ActionOutcome;
  /** Does something to the record at the revision that the reader sees. */
  run: (
    action: (api: TradeoffsApi) => Promise<RecordSave<RecordDetail>>,
  ) => Promise<void>;
  propose: (record: RecordDetail) => Promise<void>;
}

/**
 * Changes of a record that are no edit of its text. A conflict writes nothing:
 * the reader is shown what is stored now.
 */
export function useRecordActions(
  onRecord: (record: RecordDetail) => void,
): RecordActions {
  const api = useApi(tradeoffsApiRef);
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<ActionOutcome | undefined>();

  const attempt = async (action: () => Promise<ActionOutcome>) => {
    setRunning(true);
    setOutcome(undefined);
    try {
      setOutcome(await action());
    } catch (error) {
      setOutcome({ kind: 'failed', problem: problemOf(error, Date.now()) });
    }
    setRunning(false);
  };

  return {
    running,
    outcome,
    run: action =>
      attempt(async () => {
        const save = await action(api);
        if (save.outcome === 'conflict') {
          return { kind: 'conflict', current: save.current };
        }
        onRecord(save.result);
        return { kind: 'done', record: save.result };
      }),
    propose: ({ id, revision }) =>
      attempt(async () => {
        const save = await api.proposeRecord(id, { revision });
        if (save.outcome === 'conflict') {
          return { kind: 'conflict', current: save.current };
        }
        onRecord(await api.getRecord(id));
        return { kind: 'proposed', url: save.result.url };
      }),
  };
}
