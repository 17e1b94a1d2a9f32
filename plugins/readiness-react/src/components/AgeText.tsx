import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readinessReactTranslationRef } from '../translation';
import { ageOf, formatDate, formatMoment } from './age';
import { useNow } from './useNow';

const useStyles = makeStyles(
  { root: { whiteSpace: 'nowrap' } },
  { name: 'AirworthyAgeText' },
);

/** @internal */
export interface AgeTextProps {
  /** ISO 8601. */
  moment: string;
  /** `ago`: "3 min ago"; `old`: "3 min old"; `bare`: "3 min". Default `ago`. */
  form?: 'ago' | 'old' | 'bare';
  className?: string;
}

/** How old something is; the moment itself shows on hover and on focus. */
export function AgeText({ moment, form = 'ago', className }: AgeTextProps) {
  const { t } = useTranslationRef(readinessReactTranslationRef);
  const classes = useStyles();
  const age = ageOf(moment, useNow());
  let text: string;
  if (age.unit === 'date') {
    text = formatDate(moment);
  } else if (age.unit === 'now') {
    text = t(`age.${form}.now`);
  } else {
    text = t(`age.${form}.${age.unit}`, { count: age.count });
  }
  return (
    <Tooltip title={formatMoment(moment)}>
      {/* Focusable, so that the keyboard reaches the moment too. */}
      <time
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
        tabIndex={0}
        dateTime={moment}
        className={`${classes.root} ${className ?? ''}`}
      >
        {text}
      </time>
    </Tooltip>
  );
}
