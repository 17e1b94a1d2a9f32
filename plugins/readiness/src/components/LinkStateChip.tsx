import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { LinkStatus } from '@airworthy/plugin-readiness-common';
import {
  type ToneName,
  useTintStyles,
} from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';

const tones: Record<LinkStatus, ToneName> = {
  ok: 'pass',
  'not-linked': 'unknown',
  'not-found': 'unknown',
  disabled: 'unknown',
  denied: 'fail',
  error: 'fail',
  stale: 'attention',
};

const useStyles = makeStyles(
  {
    root: {
      justifySelf: 'start',
      padding: '0 7px',
      borderRadius: 3,
      fontSize: 12,
      lineHeight: '18px',
      fontWeight: 700,
      whiteSpace: 'nowrap',
    },
  },
  { name: 'AirworthyLinkStateChip' },
);

/** @internal */
export interface LinkStateChipProps {
  status: LinkStatus;
}

/** Whether a source can speak about a service, in a word. */
export function LinkStateChip({ status }: LinkStateChipProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const tints = useTintStyles();
  return (
    <span className={`${classes.root} ${tints[tones[status]]}`}>
      {t(`linkState.${status}`)}
    </span>
  );
}
