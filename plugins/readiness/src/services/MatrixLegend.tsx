import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { LevelBadge, StatusGlyph, type LevelLike } from '../components';
import { readinessTranslationRef } from '../translation';
import { useMatrixStyles } from './matrixStyles';

const statuses = [
  'pass',
  'fail',
  'unknown',
  'accepted',
  'not-applicable',
] as const;

/** What the marks in the matrix stand for. */
export function MatrixLegend({ levels }: { levels: readonly LevelLike[] }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useMatrixStyles();
  return (
    <p className={classes.legend}>
      {statuses.map(status => (
        <span key={status} className={classes.legendItem}>
          <StatusGlyph status={status} size={13} quiet />
          {t(`status.${status}`)}
        </span>
      ))}
      <span className={classes.legendItem}>
        <span aria-hidden className={classes.legendCorner} />
        {t('matrix.drift')}
      </span>
      <span aria-hidden className={classes.legendLine} />
      {levels.map((level, index) => (
        <LevelBadge key={level.id} rank={index + 1} title={level.title} />
      ))}
    </p>
  );
}
