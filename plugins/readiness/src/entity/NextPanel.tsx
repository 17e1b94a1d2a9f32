import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  CheckExplanation,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import { useId, useState } from 'react';
import { useCopy } from '@airworthy/plugin-readiness-react';
import { ActionButton, Panel, StatusChip, tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';
import { nextChecks } from './checkFilter';
import { FixActions } from './FixActions';
import { FixSteps } from './FixSteps';
import { taskMarkdown } from './taskMarkdown';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0 },
      item: {
        listStyle: 'none',
        display: 'grid',
        gridTemplateColumns: '98px minmax(0, 1fr) auto',
        columnGap: 12,
        alignItems: 'start',
        padding: '12px 20px',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 14,
        lineHeight: '20px',
        [theme.breakpoints.down('xs')]: {
          gridTemplateColumns: 'minmax(0, 1fr)',
          rowGap: 8,
        },
      },
      what: { display: 'grid', gap: 1 },
      title: { fontWeight: 700 },
      message: {
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
        overflowWrap: 'anywhere',
      },
      actions: { display: 'flex', gap: 8 },
      steps: {
        gridColumn: '2 / -1',
        paddingTop: 8,
        [theme.breakpoints.down('xs')]: { gridColumn: 1 },
      },
      more: { padding: '8px 20px', borderTop: `1px solid ${tokens.line}` },
    };
  },
  { name: 'AirworthyNextPanel' },
);

/** More than this and the list hides the questions below it. */
const SHOWN_AT_FIRST = 5;

function NextCheck(props: { entityRef: string; check: CheckExplanation }) {
  const { entityRef, check } = props;
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  const stepsId = useId();
  return (
    <li className={classes.item}>
      <span>
        <StatusChip status={check.status} />
      </span>
      <div className={classes.what}>
        <span className={classes.title}>{check.fix.title}</span>
        <span className={classes.message}>{check.message}</span>
      </div>
      <div className={classes.actions}>
        <FixActions
          entityRef={entityRef}
          check={check}
          prominent
          stepsOpen={open}
          onToggleSteps={() => setOpen(!open)}
          stepsId={stepsId}
        />
      </div>
      <div className={classes.steps} id={stepsId} hidden={!open}>
        {open && <FixSteps fix={check.fix} />}
      </div>
    </li>
  );
}

/** @internal */
export interface NextPanelProps {
  scorecard: Scorecard;
  /** What people call the service. */
  title: string;
  /** Where the scorecard is seen. */
  address: string;
}

/** The checks that stand between the service and its next level. */
export function NextPanel({ scorecard, title, address }: NextPanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { outcome, copy } = useCopy();
  const [all, setAll] = useState(false);
  const { next } = scorecard;
  if (!next) {
    return null;
  }
  const checks = nextChecks(scorecard);
  const shown = all ? checks : checks.slice(0, SHOWN_AT_FIRST);
  const copyTask = () =>
    copy(
      taskMarkdown(
        scorecard,
        {
          heading: t('next.taskHeading', {
            title,
            count: next.checks.length,
            level: next.title,
          }),
          found: t('check.found'),
          expected: t('check.expected'),
          evidence: t('check.evidence'),
        },
        address,
      ),
    );
  return (
    <Panel
      title={t('next.title', { count: next.checks.length, level: next.title })}
      actions={
        <>
          <span role="status" aria-live="polite">
            {outcome && t(`copy.${outcome}`)}
          </span>
          <ActionButton kind="text" onClick={copyTask}>
            {t('next.copy')}
          </ActionButton>
        </>
      }
    >
      <ol className={classes.list}>
        {shown.map(check => (
          <NextCheck
            key={check.id}
            entityRef={scorecard.entityRef}
            check={check}
          />
        ))}
      </ol>
      {shown.length < checks.length && (
        <div className={classes.more}>
          <ActionButton kind="text" onClick={() => setAll(true)}>
            {t('next.showAll', { count: checks.length })}
          </ActionButton>
        </div>
      )}
    </Panel>
  );
}
