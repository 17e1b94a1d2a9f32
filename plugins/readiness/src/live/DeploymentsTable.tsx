import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeploymentItem } from '@airworthy/plugin-readiness-common';
import { formatShortMoment, OutsideLink } from '../components';
import { readinessTranslationRef } from '../translation';
import { DeploymentGlyph } from './DeploymentGlyph';
import { useDeploymentWords } from './useDeploymentWords';
import { useTableStyles } from './useTableStyles';

const heads = [
  'ended',
  'result',
  'environment',
  'version',
  'commitHead',
  'byHead',
  'leadTimeHead',
  'source',
] as const;

/** Everything that is known of each deployment, the newest first. */
export function DeploymentsTable({
  items,
}: {
  items: readonly DeploymentItem[];
}) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useTableStyles();
  const words = useDeploymentWords();
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('delivery.list')}>
        <TableHead>
          <TableRow>
            {heads.map(head => (
              <TableCell key={head} className={classes.head}>
                {t(`delivery.${head}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map(item => {
            const moment = words.moment(item);
            return (
              <TableRow
                key={`${item.source} ${item.key}`}
                className={classes.row}
              >
                <TableCell className={`${classes.cell} ${classes.nowrap}`}>
                  {moment && (
                    <time dateTime={moment}>{formatShortMoment(moment)}</time>
                  )}
                </TableCell>
                <TableCell className={classes.cell}>
                  <span className={classes.marked}>
                    <DeploymentGlyph deployment={item} />
                    {words.result(item)}
                  </span>
                </TableCell>
                <TableCell className={classes.cell}>
                  {item.environment}
                </TableCell>
                <TableCell className={classes.cell}>
                  <OutsideLink to={item.url}>{words.version(item)}</OutsideLink>
                </TableCell>
                <TableCell className={classes.cell}>
                  <OutsideLink to={item.commit?.url} className={classes.mono}>
                    {words.sha(item)}
                  </OutsideLink>
                </TableCell>
                <TableCell className={classes.cell}>
                  {item.deployedBy}
                </TableCell>
                <TableCell className={`${classes.cell} ${classes.nowrap}`}>
                  {words.leadTime(item)}
                </TableCell>
                <TableCell className={`${classes.cell} ${classes.secondary}`}>
                  {item.sourceTitle}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
