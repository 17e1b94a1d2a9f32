import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FactValue } from '@airworthy/plugin-readiness-common';
import {
  AgeText,
  formatDate,
  tokensOf,
  useToneStyles,
} from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';
import { placeText, type EvidenceLineModel } from './evidenceLines';
import { StrengthLabel } from './StrengthLabel';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: 7,
      margin: 0,
      fontSize: 12.5,
      lineHeight: '20px',
      color: tokensOf(theme).textSecondary,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'AirworthyEvidenceLine' },
);

/** A value as a person would write it. */
export function useFactText(): (value: FactValue) => string {
  const { t } = useTranslationRef(readinessTranslationRef);
  return value => {
    if (typeof value === 'boolean') {
      return value ? t('value.yes') : t('value.no');
    }
    if (Array.isArray(value)) {
      return value.length === 0 ? t('value.nothing') : value.join(', ');
    }
    return value === '' ? t('value.nothing') : String(value);
  };
}

/** @internal */
export interface EvidenceLineProps {
  line: EvidenceLineModel;
}

/** One line of evidence: strength, source, the place to see it, its age. */
export function EvidenceLine({ line }: EvidenceLineProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const tones = useToneStyles();
  const factText = useFactText();
  const place = placeText(line);
  const parts: ReactNode[] = [
    line.url ? (
      <Link key="place" to={line.url} underline="always" color="primary">
        {place}
      </Link>
    ) : (
      <span key="place">{place}</span>
    ),
    <AgeText key="age" moment={line.observedAt} />,
  ];
  if (line.says !== undefined) {
    parts.push(
      <span key="says">
        {t('evidence.says', { value: factText(line.says) })}
      </span>,
    );
  }
  if (line.stale && line.expiresAt) {
    parts.push(
      <span key="stale" className={tones.attention}>
        {t('evidence.lapsed')}{' '}
        <time dateTime={line.expiresAt}>{formatDate(line.expiresAt)}</time>
      </span>,
    );
  }
  return (
    <p className={classes.root}>
      <StrengthLabel strength={line.strength} weaker={!line.decided} />
      <span>{line.sourceTitle}</span>
      {parts.map((part, index) => (
        <span key={index}>
          <span aria-hidden>· </span>
          {part}
        </span>
      ))}
    </p>
  );
}
