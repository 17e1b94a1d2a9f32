import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  Panel,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { EntityTradeoffs } from '@airworthy/plugin-tradeoffs-common';
import { RecordsTable, standingOf } from '../components';
import { prefillQuery } from '../hooks/newRecordAddress';
import type { Axis } from '../hooks/useAxes';
import { newRecordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import { AxisRow } from './AxisRow';
import { countAxes, type AxisView } from './axisViews';
import type { EntityTabState } from './entityTabState';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      axes: { margin: 0, padding: 0, listStyle: 'none' },
      toggle: {
        height: 32,
        padding: '0 10px',
        fontSize: 13,
        letterSpacing: 0,
        textTransform: 'none',
        color: tokens.text,
        borderColor: tokens.control,
        backgroundColor: tokens.paper,
        '&.Mui-selected': {
          color: tokens.text,
          fontWeight: 700,
          backgroundColor: tokens.selected,
        },
      },
      empty: { padding: '8px 20px 24px', color: tokens.textSecondary },
    };
  },
  { name: 'AirworthyPositionsPanel' },
);

/** @internal */
export interface PositionsPanelProps {
  tradeoffs: EntityTradeoffs;
  axes: ReadonlyMap<string, Axis>;
  views: readonly AxisView[];
  layout: EntityTabState['layout'];
  onLayout: (layout: EntityTabState['layout']) => void;
}

/** Contradicted ones first, then the newest. */
function byUrgency(records: EntityTradeoffs['records']) {
  const rank = (row: EntityTradeoffs['records'][number]) => {
    const standing = standingOf(row);
    if (standing === 'contradicted') {
      return 0;
    }
    if (standing === 'broken') {
      return 1;
    }
    return standing === 'in-force' ? 2 : 3;
  };
  return [...records].sort(
    (a, b) => rank(a) - rank(b) || (b.date ?? '').localeCompare(a.date ?? ''),
  );
}

/** Where the entity stands on each axis, or its records as rows. */
export function PositionsPanel(props: PositionsPanelProps) {
  const { tradeoffs, axes, views, layout, onLayout } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const newRecord = useRouteRef(newRecordRouteRef);
  const { decided, of, contradicted } = countAxes(views);
  const note = t('positions.note', {
    decided: String(decided),
    of: String(of),
  });
  return (
    <Panel
      title={t('positions.title')}
      note={
        contradicted > 0
          ? `${note}, ${t('positions.contradicted', { count: contradicted })}`
          : note
      }
      actions={
        <>
          <ToggleButtonGroup
            exclusive
            size="small"
            value={layout}
            aria-label={t('positions.layout')}
            onChange={(_event, value: EntityTabState['layout'] | null) =>
              value && onLayout(value)
            }
          >
            <ToggleButton value="axes" className={classes.toggle}>
              {t('positions.axes')}
            </ToggleButton>
            <ToggleButton value="records" className={classes.toggle}>
              {t('positions.records', {
                number: String(tradeoffs.records.length),
              })}
            </ToggleButton>
          </ToggleButtonGroup>
          {tradeoffs.canCreate && (
            <ActionButton
              kind="primary"
              to={`${newRecord()}${prefillQuery({ entity: tradeoffs.ref })}`}
            >
              {t('positions.record')}
            </ActionButton>
          )}
        </>
      }
    >
      {layout === 'axes' ? (
        <ol className={classes.axes}>
          {views.map(view => (
            <AxisRow
              key={view.axis.id}
              entityRef={tradeoffs.ref}
              view={view}
              canCreate={tradeoffs.canCreate}
            />
          ))}
        </ol>
      ) : (
        <RecordsOrNone tradeoffs={tradeoffs} axes={axes} />
      )}
    </Panel>
  );
}

function RecordsOrNone({
  tradeoffs,
  axes,
}: Pick<PositionsPanelProps, 'tradeoffs' | 'axes'>) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return tradeoffs.records.length > 0 ? (
    <RecordsTable
      label={t('records.title')}
      records={byUrgency(tradeoffs.records)}
      axes={axes}
    />
  ) : (
    <div className={classes.empty}>{t('positions.noRecords')}</div>
  );
}
