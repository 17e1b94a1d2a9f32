import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ActionButton,
  formatDate,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import type { ReactNode } from 'react';
import {
  CheckLink,
  ContradictionBox,
  RecordLink,
  ReviewText,
  Spectrum,
  StandingChip,
  standingOf,
} from '../components';
import { AttentionChip } from '../components/StandingChip';
import { prefillQuery } from '../hooks/newRecordAddress';
import { newRecordRouteRef, recordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import type { AxisView } from './axisViews';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 404px) minmax(0, 1fr)',
        gridTemplateRows: 'auto 1fr auto',
        gap: '0 28px',
        padding: '15px 20px 16px',
        borderTop: `1px solid ${tokens.line}`,
        scrollMarginTop: 16,
        [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
      },
      title: {
        gridColumn: 1,
        margin: '0 0 8px',
        fontSize: 14,
        lineHeight: '20px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      strip: { gridColumn: 1 },
      record: {
        gridColumn: 2,
        gridRow: '1 / span 2',
        display: 'grid',
        gap: 4,
        alignContent: 'start',
        minWidth: 0,
        overflowWrap: 'anywhere',
        [theme.breakpoints.down('xs')]: {
          gridColumn: 1,
          gridRow: 'auto',
          marginTop: 12,
        },
      },
      silence: { alignContent: 'center', justifyItems: 'start', gap: 8 },
      silent: { margin: 0, color: tokens.textSecondary },
      name: { fontWeight: 700 },
      small: { margin: 0, fontSize: 13, lineHeight: '18px' },
      state: {
        display: 'flex',
        flexWrap: 'wrap',
        gap: 6,
        alignItems: 'center',
        margin: 0,
        fontSize: 12.5,
        color: tokens.textSecondary,
      },
      facts: {
        margin: 0,
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      id: { fontFamily: tokens.fontMonospace, fontSize: 12 },
      wide: { gridColumn: '1 / -1', display: 'grid', gap: 12, marginTop: 12 },
    };
  },
  { name: 'AirworthyAxisRow' },
);

/** What a record is called beside others: the number that its name ends in. */
function shortName(row: RecordRow): string {
  return /(\d{3,})(?:-|$)/.exec(row.name)?.[1] ?? row.name;
}

/** @internal */
export interface AxisRowProps {
  entityRef: string;
  view: AxisView;
  /** The reader may record a tradeoff. */
  canCreate: boolean;
}

/** One axis: where the entity stands on it, and the record that says so. */
export function AxisRow({ entityRef, view, canCreate }: AxisRowProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const newRecord = useRouteRef(newRecordRouteRef);
  const recordRoute = useRouteRef(recordRouteRef);
  const { axis, current, record, previous, superseded } = view;
  return (
    <li className={classes.root} id={`axis-${axis.id}`}>
      <h3 className={classes.title}>{axis.title}</h3>
      <div className={classes.strip}>
        <Spectrum
          axis={axis}
          position={current?.position}
          previous={previous}
        />
      </div>
      {current && record ? (
        <div className={classes.record}>
          <span className={classes.name}>
            <RecordLink id={record.id}>{record.title}</RecordLink>
          </span>
          {current.rationale && (
            <p className={classes.small}>{current.rationale}</p>
          )}
          <div className={classes.state}>
            <StandingChip row={record} />
            {standingOf(record) === 'contradicted' && (
              <span>{t('axis.stillAccepted')}</span>
            )}
            <ReviewText row={record} />
            {record.state === 'unknown' && (
              <AttentionChip>{t('axis.unknown')}</AttentionChip>
            )}
          </div>
          <p className={classes.facts}>
            <Facts entityRef={entityRef} view={view} record={record}>
              {superseded.map((row, index) => (
                <span key={row.id}>
                  {index > 0 && ', '}
                  <RecordLink id={row.id}>{shortName(row)}</RecordLink>
                </span>
              ))}
            </Facts>
          </p>
        </div>
      ) : (
        <div className={`${classes.record} ${classes.silence}`}>
          <p className={classes.silent}>
            {t('axis.silent', {
              axis: axis.title.toLocaleLowerCase('en-US'),
            })}
          </p>
          {canCreate && (
            <ActionButton
              aria-label={t('axis.recordOneFor', { axis: axis.title })}
              to={`${newRecord()}${prefillQuery({
                entity: entityRef,
                axis: axis.id,
              })}`}
            >
              {t('axis.recordOne')}
            </ActionButton>
          )}
        </div>
      )}
      {record && view.contradicted.length > 0 && (
        <div className={classes.wide}>
          {view.contradicted.map(assumption => (
            <ContradictionBox
              key={assumption.id}
              assumption={assumption}
              actions={
                <>
                  <ActionButton
                    kind="primary"
                    to={recordRoute({ id: encodeURIComponent(record.id) })}
                  >
                    {t('axis.review')}
                  </ActionButton>
                  {canCreate && (
                    <ActionButton
                      to={`${newRecord()}${prefillQuery({
                        entity: entityRef,
                        supersedes: record.id,
                      })}`}
                    >
                      {t('axis.supersede')}
                    </ActionButton>
                  )}
                </>
              }
            />
          ))}
        </div>
      )}
    </li>
  );
}

interface FactsProps {
  entityRef: string;
  view: AxisView;
  record: RecordRow;
  children: ReactNode[];
}

/** Id, reversibility, accepted checks, what it replaced, where it is from. */
function Facts({ entityRef, view, record, children }: FactsProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const facts: ReactNode[] = [
    <span key="id" className={classes.id}>
      {record.name}
    </span>,
  ];
  if (record.reversibility) {
    facts.push(<span key="way">{t(`way.${record.reversibility}`)}</span>);
  }
  if (record.acceptedChecks.length > 0 && view.current?.from === 'entity') {
    facts.push(
      <span key="accepts">
        {t('axis.accepts')}{' '}
        {record.acceptedChecks.map((check, index) => (
          <span key={check}>
            {index > 0 && ', '}
            <CheckLink entityRef={entityRef} check={check} />
          </span>
        ))}
      </span>,
    );
  }
  if (children.length > 0) {
    facts.push(
      <span key="supersedes">
        {t('axis.supersedes')} {children}
      </span>,
    );
  }
  if (view.current?.from === 'system') {
    const [system] = record.entityRefs;
    facts.push(
      <span key="system">
        {t('axis.fromSystem')}{' '}
        {system && (
          <EntityRefLink entityRef={system} defaultKind="system" hideIcon />
        )}
      </span>,
    );
  } else if (record.date && standingOf(record) === 'contradicted') {
    facts.push(
      <span key="date">
        {t('axis.decided')}{' '}
        <time dateTime={record.date}>{formatDate(record.date)}</time>
      </span>,
    );
  }
  return (
    <>
      {facts.map((fact, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {fact}
        </span>
      ))}
    </>
  );
}
