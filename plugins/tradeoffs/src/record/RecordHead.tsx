import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { formatDate, tokensOf } from '@airworthy/plugin-readiness-react';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import type { ReactNode } from 'react';
import { RecordLink, ReviewText, StandingChip } from '../components';
import { AttentionChip } from '../components/StandingChip';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'grid', gap: 8, padding: '6px 0 4px' },
      kind: {
        margin: 0,
        color: tokens.textSecondary,
        overflowWrap: 'anywhere',
      },
      row: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'flex-start',
        gap: '8px 16px',
      },
      title: {
        flex: 1,
        minWidth: 240,
        margin: 0,
        fontSize: 24,
        lineHeight: '32px',
        fontWeight: 700,
        letterSpacing: '-0.01em',
        overflowWrap: 'anywhere',
      },
      chips: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 6,
      },
      facts: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: '4px 20px',
        margin: 0,
        '& > div': { display: 'flex', gap: 8, minWidth: 0 },
        '& dt': { color: tokens.textSecondary },
        '& dd': { margin: 0, overflowWrap: 'anywhere' },
      },
      id: { fontFamily: tokens.fontMonospace, fontSize: 12.5 },
    };
  },
  { name: 'AirworthyRecordHead' },
);

/** @internal */
export interface RecordHeadProps {
  record: RecordDetail;
  /** Title of the record that replaced it, where it is known. */
  children?: ReactNode;
}

/** What the record is called, how it stands and whose it is. */
export function RecordHead({ record, children }: RecordHeadProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const facts: Array<[string, ReactNode]> = [];
  if (record.entityRefs.length > 0 || record.redactedEntities > 0) {
    facts.push([
      t('record.entity'),
      <>
        {record.entityRefs.map((ref, index) => (
          <span key={ref}>
            {index > 0 && ', '}
            <EntityRefLink entityRef={ref} defaultKind="component" />
          </span>
        ))}
        {record.redactedEntities > 0 &&
          ` ${t('records.redacted', { count: record.redactedEntities })}`}
      </>,
    ]);
  }
  if (record.owner) {
    facts.push([
      t('records.owner'),
      <EntityRefLink entityRef={record.owner} defaultKind="group" />,
    ]);
  }
  if (record.date) {
    facts.push([
      t('records.date'),
      <time dateTime={record.date}>{formatDate(record.date)}</time>,
    ]);
  }
  if (record.decisionMakers.length > 0) {
    facts.push([
      t('record.decisionMakers'),
      record.decisionMakers.map((person, index) => (
        <span key={person}>
          {index > 0 && ', '}
          {/* Records of other dialects name people in words. */}
          {/^[a-z]+:[^\s]+$/i.test(person) ? (
            <EntityRefLink entityRef={person} defaultKind="user" hideIcon />
          ) : (
            person
          )}
        </span>
      )),
    ]);
  }
  if (record.reversibility) {
    facts.push([t('record.way'), t(`way.${record.reversibility}`)]);
  }
  facts.push([
    t('record.origin'),
    record.file ? (
      <span className={classes.id}>
        {record.fileUrl ? (
          <Link to={record.fileUrl} underline="always">
            {record.file}
          </Link>
        ) : (
          record.file
        )}
      </span>
    ) : (
      t('records.inPortal')
    ),
  ]);
  if (record.supersededBy) {
    facts.push([
      t('lanes.supersededBy'),
      <RecordLink id={record.supersededBy}>
        {t('record.supersededByLink')}
      </RecordLink>,
    ]);
  }
  return (
    <header className={classes.root}>
      <p className={classes.kind}>
        {t('record.kind')} · <span className={classes.id}>{record.name}</span>
      </p>
      <div className={classes.row}>
        <h1 className={classes.title}>{record.title}</h1>
        {children}
      </div>
      <div className={classes.chips}>
        <StandingChip row={record} />
        <ReviewText row={record} />
        {record.pending && (
          <AttentionChip>{t('records.pending')}</AttentionChip>
        )}
      </div>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
