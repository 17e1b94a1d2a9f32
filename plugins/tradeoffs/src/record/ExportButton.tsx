import { errorApiRef, useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import { ActionButton } from '@airworthy/plugin-readiness-react';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';
import { tradeoffsTranslationRef } from '../translation';
import { downloadBlob } from './downloadBlob';

/** @internal */
export interface ExportButtonProps {
  record: Pick<RecordDetail, 'id' | 'name' | 'file'>;
}

/** Saves the record's file on the reader's machine, byte for byte. */
export function ExportButton({ record }: ExportButtonProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const api = useApi(tradeoffsApiRef);
  const errorApi = useApi(errorApiRef);
  const run = async () => {
    try {
      const blob = await api.exportRecord(record.id);
      downloadBlob(blob, record.file?.split('/').pop() ?? `${record.name}.md`);
    } catch (error) {
      errorApi.post(toError(error));
    }
  };
  return <ActionButton onClick={run}>{t('record.export')}</ActionButton>;
}
