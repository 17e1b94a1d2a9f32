import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      fontSize: 12.5,
      lineHeight: '18px',
      color: tokensOf(theme).textSecondary,
      '& a': { color: tokensOf(theme).link, textDecoration: 'underline' },
    },
  }),
  { name: 'AirworthyRuleLine' },
);

/** Who answers for a rule, as a link where it is an entity reference. */
export function RuleOwner({ owner }: { owner: string }) {
  try {
    parseEntityRef(owner, { defaultKind: 'group' });
  } catch {
    return <>{owner}</>;
  }
  return <EntityRefLink entityRef={owner} defaultKind="group" hideIcon />;
}

/** @internal */
export interface RuleLineProps {
  ruleOwner?: string;
  sameAs: readonly string[];
}

/** Who answers for a rule, and where else it is the rule. */
export function RuleLine({ ruleOwner, sameAs }: RuleLineProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  if (!ruleOwner && sameAs.length === 0) {
    return null;
  }
  return (
    <p className={classes.root}>
      {ruleOwner && (
        <>
          {t('rule.by')} <RuleOwner owner={ruleOwner} />
        </>
      )}
      {ruleOwner && sameAs.length > 0 && ' · '}
      {sameAs.length > 0 && t('rule.sameAs', { list: sameAs.join(', ') })}
    </p>
  );
}
