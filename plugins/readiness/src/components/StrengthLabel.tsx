import type { ComponentType } from 'react';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import { makeStyles } from '@material-ui/core/styles';
import DescriptionIcon from '@material-ui/icons/Description';
import PersonIcon from '@material-ui/icons/Person';
import VisibilityIcon from '@material-ui/icons/Visibility';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Strength } from '@airworthy/plugin-readiness-common';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';

const icons: Record<Strength, ComponentType<SvgIconProps>> = {
  observed: VisibilityIcon,
  declared: DescriptionIcon,
  attested: PersonIcon,
};

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 5,
      minWidth: 82,
      fontWeight: 700,
      color: tokensOf(theme).text,
    },
    weaker: { fontWeight: 400, color: tokensOf(theme).textSecondary },
    icon: { fontSize: 14, color: tokensOf(theme).textSecondary },
  }),
  { name: 'AirworthyStrengthLabel' },
);

/** @internal */
export interface StrengthLabelProps {
  strength: Strength;
  /** It did not decide: regular weight. */
  weaker?: boolean;
}

/** How something came to be known: eye, sheet or person, and the word. */
export function StrengthLabel({ strength, weaker }: StrengthLabelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const Icon = icons[strength];
  return (
    <span className={`${classes.root} ${weaker ? classes.weaker : ''}`}>
      <Icon aria-hidden className={classes.icon} />
      {t(`strength.${strength}`)}
    </span>
  );
}
