import { makeStyles } from '@material-ui/core/styles';

/** Main column and side column; the latter goes below on narrow windows. */
export const useEntityLayout = makeStyles(
  theme => ({
    grid: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) 324px',
      gap: 20,
      alignItems: 'start',
      [theme.breakpoints.down('md')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    stack: { display: 'grid', gap: 16, alignContent: 'start', minWidth: 0 },
    wide: { gridColumn: '1 / -1', minWidth: 0 },
  }),
  { name: 'AirworthyTradeoffsLayout' },
);
