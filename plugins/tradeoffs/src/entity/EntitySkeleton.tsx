import { makeStyles } from '@material-ui/core/styles';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Frame, Panel } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';
import { useEntityLayout } from './useEntityLayout';

const useStyles = makeStyles(
  {
    axes: { padding: '0 20px 16px' },
    axis: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 404px) minmax(0, 1fr)',
      gap: 28,
      padding: '15px 0 16px',
    },
    steps: { padding: '0 16px 12px' },
  },
  { name: 'AirworthyTradeoffsSkeleton' },
);

const lines = (count: number) => Array.from({ length: count }, (_, i) => i);

/** The tab at its final size while nothing is known yet. */
export function EntitySkeleton() {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const layout = useEntityLayout();
  const classes = useStyles();
  return (
    <Frame>
      <div
        className={layout.grid}
        role="status"
        aria-label={t('state.loading')}
      >
        <div className={layout.stack}>
          <Panel title={t('positions.title')}>
            <div className={classes.axes}>
              {lines(6).map(line => (
                <div key={line} className={classes.axis}>
                  <Skeleton variant="rect" height={72} animation={false} />
                  <Skeleton variant="rect" height={72} animation={false} />
                </div>
              ))}
            </div>
          </Panel>
        </div>
        <div className={layout.stack}>
          <Panel dense title={t('design.title')}>
            <div className={classes.steps}>
              {lines(8).map(line => (
                <Skeleton key={line} height={46} animation={false} />
              ))}
            </div>
          </Panel>
        </div>
      </div>
    </Frame>
  );
}
