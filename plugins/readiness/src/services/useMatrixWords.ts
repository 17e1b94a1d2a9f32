import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import type { Status } from '@airworthy/plugin-readiness-common';
import { readinessTranslationRef } from '../translation';

/** Names of cells, made without the cost of a translation for each. */
export interface MatrixWords {
  /** `devices-ingest, disruption-budget: fail`. */
  cell: (
    service: string,
    check: string,
    status: Status | undefined,
    drift: boolean,
  ) => string;
  status: Record<Status, string>;
}

const SERVICE = '\u0001';
const CHECK = '\u0002';
const STATUS = '\u0003';

/** Translates what the names of cells are made of, once. */
export function useMatrixWords(): MatrixWords {
  const { t } = useTranslationRef(readinessTranslationRef);
  return useMemo(() => {
    const status: Record<Status, string> = {
      pass: t('status.pass'),
      fail: t('status.fail'),
      unknown: t('status.unknown'),
      'not-applicable': t('status.not-applicable'),
      accepted: t('status.accepted'),
    };
    const pattern = t('matrix.cell', {
      service: SERVICE,
      check: CHECK,
      status: STATUS,
    });
    const drifting = t('matrix.driftSuffix');
    const none = t('matrix.noStatus');
    return {
      status,
      cell: (service, check, cellStatus, drift) => {
        const name = pattern
          .replace(SERVICE, () => service)
          .replace(CHECK, () => check)
          .replace(STATUS, cellStatus ? status[cellStatus] : none);
        return drift ? `${name}, ${drifting}` : name;
      },
    };
  }, [t]);
}
