import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraMetric,
  DoraMetrics,
} from '@airworthy/plugin-readiness-common';
import { formatDate } from '../components';
import { readinessTranslationRef } from '../translation';
import { useTableStyles } from './useTableStyles';

const order: ReadonlyArray<keyof DoraMetrics> = [
  'leadTime',
  'deploymentFrequency',
  'failedDeploymentRecoveryTime',
  'changeFailRate',
  'deploymentReworkRate',
];

/** The five delivery metrics, each with what went into it. */
export function MetricsTable({ metrics }: { metrics: DoraMetrics }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useTableStyles();
  const basis = ({ from }: DoraMetric) =>
    t('delivery.basis', {
      deployments: t('delivery.deployments', { count: from.deployments }),
      incidents: t('delivery.incidents', { count: from.incidents }),
      since: formatDate(from.since),
      until: formatDate(from.until),
    });
  return (
    <div className={classes.scroll}>
      <Table size="small" aria-label={t('delivery.metrics')}>
        <TableHead>
          <TableRow>
            {(['metric', 'value', 'from'] as const).map(head => (
              <TableCell key={head} className={classes.head}>
                {t(`delivery.${head}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {order.map(name => {
            const metric = metrics[name];
            return (
              <TableRow key={name} className={classes.row}>
                <TableCell
                  component="th"
                  role="rowheader"
                  scope="row"
                  className={classes.cell}
                >
                  {t(`delivery.name.${name}`)}
                </TableCell>
                <TableCell
                  className={`${classes.cell} ${
                    metric.missing ? classes.secondary : classes.strong
                  }`}
                >
                  {metric.missing
                    ? t('delivery.missing', { reason: metric.missing })
                    : metric.words}
                </TableCell>
                <TableCell className={`${classes.cell} ${classes.secondary}`}>
                  {basis(metric)}
                </TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </div>
  );
}
