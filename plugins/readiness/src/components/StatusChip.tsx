import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Status } from '@airworthy/plugin-readiness-common';
import { Glyph, useTintStyles } from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';

/** The look that the chips of status and level share. */
export const useChipStyles = makeStyles(
  {
    // Doubled, so that they win over the theme's own chips.
    root: {
      '&&': {
        height: 24,
        borderRadius: 4,
        fontSize: 12.5,
        fontWeight: 700,
        margin: 0,
        cursor: 'inherit',
      },
    },
    label: { '&&': { padding: '0 9px 0 6px', fontWeight: 700 } },
    icon: {
      '&&': { width: 15, height: 15, margin: '0 0 0 6px', color: 'inherit' },
    },
  },
  { name: 'AirworthyChip' },
);

/** @internal */
export interface StatusChipProps {
  status: Status;
}

/** A status in glyph, word and tint. */
export function StatusChip({ status }: StatusChipProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useChipStyles();
  const tints = useTintStyles();
  return (
    <Chip
      component="span"
      size="small"
      className={tints[status]}
      classes={classes}
      icon={<Glyph name={status} size={15} />}
      label={t(`status.${status}`)}
    />
  );
}
