import ScheduleIcon from '@material-ui/icons/Schedule';
import SyncAltIcon from '@material-ui/icons/SyncAlt';
import type { DeploymentItem } from '@airworthy/plugin-readiness-common';
import { StatusGlyph, useToneStyles } from '../components';
import { useLiveStyles } from './useLiveStyles';

/** How a deployment ended, as a shape; the word stands beside it. */
export function DeploymentGlyph({
  deployment,
}: {
  deployment: Pick<DeploymentItem, 'result' | 'rollback'>;
}) {
  const classes = useLiveStyles();
  const tones = useToneStyles();
  if (deployment.result === 'in-progress') {
    return <ScheduleIcon aria-hidden className={classes.icon} />;
  }
  if (deployment.result === 'failed') {
    return <StatusGlyph status="fail" size={15} />;
  }
  return deployment.rollback ? (
    <SyncAltIcon aria-hidden className={`${classes.icon} ${tones.attention}`} />
  ) : (
    <StatusGlyph status="pass" size={15} />
  );
}
