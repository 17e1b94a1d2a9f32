import GetAppIcon from '@material-ui/icons/GetApp';
import { errorApiRef, useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ScorecardFilters } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import { readinessApiRef } from '../api/readinessApiRef';
import { ActionButton } from '../components';
import { readinessTranslationRef } from '../translation';

/** @internal */
export interface CsvButtonProps {
  filters: ScorecardFilters;
}

/** Saves the rows that the filters leave, a column for each check. */
export function CsvButton({ filters }: CsvButtonProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const api = useApi(readinessApiRef);
  const errorApi = useApi(errorApiRef);
  const [running, setRunning] = useState(false);
  const save = async () => {
    setRunning(true);
    try {
      const address = URL.createObjectURL(await api.exportScorecards(filters));
      const link = document.createElement('a');
      link.href = address;
      link.download = 'readiness.csv';
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      errorApi.post(toError(error));
    }
    setRunning(false);
  };
  return (
    <ActionButton
      tall
      icon={<GetAppIcon />}
      onClick={save}
      disabled={running}
      aria-label={t('csv.label')}
    >
      {t('csv.action')}
    </ActionButton>
  );
}
