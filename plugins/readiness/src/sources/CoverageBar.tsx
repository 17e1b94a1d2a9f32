import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceHealth } from '@airworthy/plugin-readiness-common';
import { Bar } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  { root: { display: 'grid', gap: 4, minWidth: 180 } },
  { name: 'AirworthyCoverageBar' },
);

/** Of how many services a source speaks, as words and as a share. */
export function CoverageBar({ coverage }: Pick<SourceHealth, 'coverage'>) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { linked, entities } = coverage;
  return (
    <span className={classes.root}>
      <span>
        {t('sourcesPage.linked', {
          linked: String(linked),
          entities: String(entities),
        })}
      </span>
      <Bar
        height={5}
        parts={[
          { tone: 'pass', value: linked },
          { tone: 'unknown', value: entities - linked },
        ]}
      />
    </span>
  );
}
