import IconButton from '@material-ui/core/IconButton';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import PlayArrowIcon from '@material-ui/icons/PlayArrow';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SourceHealth } from '@airworthy/plugin-readiness-common';
import { useId } from 'react';
import { ActionButton, AgeText, StrengthLabel, tokensOf } from '../components';
import { useTableStyles } from '../live/useTableStyles';
import { readinessTranslationRef } from '../translation';
import { CoverageBar } from './CoverageBar';
import { HealthChip } from './HealthChip';
import { SourceDetails } from './SourceDetails';
import { useDurationText } from './useDurationText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      cell: { paddingTop: 10, paddingBottom: 10, verticalAlign: 'top' },
      name: {
        display: 'flex',
        alignItems: 'flex-start',
        gap: 4,
        fontWeight: 700,
      },
      what: { display: 'grid', gap: 2 },
      toggle: { padding: 2, margin: '-1px 0 0 -8px' },
      chevron: {
        fontSize: 20,
        transition: 'transform 150ms',
        '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
      },
      open: { transform: 'rotate(90deg)' },
      second: {
        display: 'block',
        color: tokens.textSecondary,
        fontSize: 12.5,
        lineHeight: '18px',
        fontWeight: 400,
      },
      kinds: { display: 'flex', alignItems: 'center' },
      error: { color: tokens.tones.fail.on, overflowWrap: 'anywhere' },
      details: { padding: '0 !important' },
      last: { textAlign: 'right' },
    };
  },
  { name: 'AirworthySourceRow' },
);

const COLUMNS = 7;

/** @internal */
export interface SourceRowProps {
  source: SourceHealth;
  open: boolean;
  onToggle: () => void;
  onRun: () => void;
}

/** One source: how it does, what it covers, and what it could not do. */
export function SourceRow({ source, open, onToggle, onRun }: SourceRowProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const table = useTableStyles();
  const durationText = useDurationText();
  const detailsId = useId();
  const { title, status, errors, emits } = source;
  const cell = `${table.cell} ${classes.cell}`;
  const lastRun = source.lastStartedAt ?? source.lastSucceededAt;
  return (
    <>
      <TableRow className={table.row}>
        <TableCell component="th" role="rowheader" scope="row" className={cell}>
          <span className={classes.name}>
            <IconButton
              className={classes.toggle}
              aria-expanded={open}
              aria-controls={detailsId}
              aria-label={t(
                open ? 'sourcesPage.hideFor' : 'sourcesPage.showFor',
                { title },
              )}
              onClick={onToggle}
            >
              <ChevronRightIcon
                className={`${classes.chevron} ${open ? classes.open : ''}`}
              />
            </IconButton>
            <span className={classes.what}>
              {title}
              <span className={`${classes.second} ${classes.kinds}`}>
                <StrengthLabel strength={source.strength} weaker />
                {emits.map(kind => t(`sourcesPage.emits.${kind}`)).join(', ')}
              </span>
            </span>
          </span>
        </TableCell>
        <TableCell className={cell}>
          <HealthChip status={status} />
          {errors.length > 0 && (
            <span className={`${classes.second} ${classes.error}`}>
              {status === 'failing'
                ? errors[0].message
                : t('sourcesPage.errors', { count: errors.length })}
            </span>
          )}
        </TableCell>
        <TableCell className={`${cell} ${table.nowrap}`}>
          {lastRun && <AgeText moment={lastRun} />}
          {status === 'failing' && source.lastSucceededAt && (
            <span className={classes.second}>
              {t('sourcesPage.lastGood')}{' '}
              <AgeText moment={source.lastSucceededAt} />
            </span>
          )}
        </TableCell>
        <TableCell align="right" className={`${cell} ${table.nowrap}`}>
          {source.durationMs !== undefined && durationText(source.durationMs)}
        </TableCell>
        <TableCell align="right" className={cell}>
          {source.calls}
        </TableCell>
        <TableCell className={cell}>
          <CoverageBar coverage={source.coverage} />
        </TableCell>
        <TableCell className={`${cell} ${classes.last}`}>
          {source.mayRun && (
            <ActionButton
              icon={<PlayArrowIcon />}
              disabled={status === 'running'}
              aria-label={t('sourcesPage.runFor', { title })}
              onClick={onRun}
            >
              {t('sourcesPage.run')}
            </ActionButton>
          )}
        </TableCell>
      </TableRow>
      {/* Always there, since the button says that it controls it. */}
      <TableRow id={detailsId} className={table.row} hidden={!open}>
        {open && (
          <TableCell colSpan={COLUMNS} className={classes.details}>
            <SourceDetails source={source} />
          </TableCell>
        )}
      </TableRow>
    </>
  );
}
