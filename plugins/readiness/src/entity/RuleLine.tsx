import { makeStyles } from '@material-ui/core/styles';
import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { ReactNode } from 'react';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      margin: 0,
      fontSize: 12.5,
      lineHeight: '18px',
      color: tokensOf(theme).textSecondary,
      overflowWrap: 'anywhere',
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
  /** What stands before it on the line, such as since when a check fails. */
  before?: ReactNode;
  ruleOwner?: string;
  sameAs: readonly string[];
}

/** Who answers for a rule, and where else it is the rule. */
export function RuleLine({ before, ruleOwner, sameAs }: RuleLineProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const parts: ReactNode[] = [
    before,
    ruleOwner && (
      <>
        {t('rule.by')} <RuleOwner owner={ruleOwner} />
      </>
    ),
    sameAs.length > 0 && t('rule.sameAs', { list: sameAs.join(', ') }),
  ].filter(Boolean);
  if (parts.length === 0) {
    return null;
  }
  return (
    <p className={classes.root}>
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </p>
  );
}
