import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceHealth } from '@airworthy/plugin-readiness-common';
import { useTintStyles, type ToneName } from '../components';
import { readinessTranslationRef } from '../translation';

const tones: Record<SourceHealth['status'], ToneName> = {
  ok: 'pass',
  running: 'attention',
  failing: 'fail',
  never: 'unknown',
};

const useStyles = makeStyles(
  {
    root: {
      padding: '0 7px',
      borderRadius: 3,
      fontSize: 12,
      lineHeight: '18px',
      fontWeight: 700,
      whiteSpace: 'nowrap',
      display: 'inline-block',
    },
  },
  { name: 'AirworthyHealthChip' },
);

/** How the last run of a source went, in a word. */
export function HealthChip({ status }: Pick<SourceHealth, 'status'>) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const tints = useTintStyles();
  return (
    <span className={`${classes.root} ${tints[tones[status]]}`}>
      {t(`sourcesPage.status.${status}`)}
    </span>
  );
}
