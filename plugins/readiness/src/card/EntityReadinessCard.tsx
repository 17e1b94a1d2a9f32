import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import RefreshIcon from '@material-ui/icons/Refresh';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { useId, type ReactNode } from 'react';
import {
  AgeText,
  applicable,
  Frame,
  LevelBadge,
  levelRank,
  ProblemState,
  Refetching,
  Ring,
  StatusGlyph,
  tokensOf,
} from '../components';
import { nextChecks } from '../entity/checkFilter';
import { useNoAccessHelp } from '../entity/useNoAccessHelp';
import { SilentSourceNotice } from '../entity/SilentSourceNotice';
import { lastHeard, silentSources } from '../entity/sourceAges';
import { useTemplateLink } from '../entity/useTemplateLink';
import { useServiceLink } from '../fleet/useServiceLink';
import { useRefresh } from '../hooks/useRefresh';
import { useResource } from '../hooks/useResource';
import { useScorecardsSignal } from '../hooks/useScorecardsSignal';
import { readinessTranslationRef } from '../translation';
import { CardSkeleton } from './CardSkeleton';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'flex',
        flexDirection: 'column',
        // One size in every state, so that the page does not jump.
        height: 324,
        borderRadius: tokens.radius,
        backgroundColor: tokens.paper,
        color: tokens.text,
        fontVariantNumeric: 'tabular-nums',
        overflow: 'hidden',
      },
      header: {
        display: 'flex',
        alignItems: 'center',
        minHeight: 54,
        boxSizing: 'border-box',
        padding: '10px 12px 6px 18px',
      },
      title: {
        flex: 1,
        margin: 0,
        fontSize: 16,
        lineHeight: '22px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      refresh: { padding: 6, '& svg': { fontSize: 19 } },
      notice: { margin: '0 18px 12px' },
      summary: {
        display: 'grid',
        gridTemplateColumns: 'auto 1fr',
        columnGap: 16,
        alignItems: 'center',
        padding: '2px 18px 14px',
      },
      tally: {
        margin: '4px 0 0',
        fontSize: 13,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      next: { flex: 1, minHeight: 0, overflow: 'hidden', padding: '0 18px' },
      nextTitle: {
        margin: 0,
        padding: '9px 0 5px',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 13,
        lineHeight: '20px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      list: { margin: 0, padding: 0, listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr) auto',
        gap: 6,
        alignItems: 'center',
        padding: '4px 0',
        fontSize: 13.5,
        lineHeight: '20px',
      },
      itemText: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      more: { color: tokens.textSecondary },
      footer: {
        display: 'flex',
        alignItems: 'center',
        gap: 8,
        padding: '9px 18px',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 12.5,
        lineHeight: '20px',
        color: tokens.textSecondary,
      },
      grow: { flex: 1 },
    };
  },
  { name: 'AirworthyEntityCard' },
);

/** Milliseconds between two reads that the back end gives reason for. */
const LIVE_EVERY = 5000;

function CardBody({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const serviceLink = useServiceLink();
  const templateLink = useTemplateLink();
  const { counts, levels, next, entityRef } = scorecard;
  const rank = levelRank(levels, scorecard.level);
  const silent = silentSources(scorecard).length > 0;
  const checks = nextChecks(scorecard);
  // The notice takes the room of two lines.
  const lines = silent ? 1 : 3;
  const shown = checks.slice(
    0,
    checks.length > lines ? Math.max(1, lines - 1) : lines,
  );
  const tally = (['accepted', 'unknown', 'fail'] as const)
    .filter(status => counts[status] > 0)
    .map(status => `${counts[status]} ${t(`status.${status}`)}`)
    .join(', ');
  const heard = [...lastHeard(scorecard).values()].sort();
  return (
    <>
      {silent && (
        <div className={classes.notice}>
          <SilentSourceNotice scorecard={scorecard} brief />
        </div>
      )}
      <div className={classes.summary}>
        <Ring counts={counts} size={84} />
        <div>
          <LevelBadge
            variant="medium"
            rank={rank}
            title={rank === 0 ? t('level.noneYet') : levels[rank - 1].title}
          />
          <p className={classes.tally}>
            {t('counts.applicablePass', {
              pass: String(counts.pass),
              applicable: String(applicable(counts)),
            })}
            <br />
            {tally}
          </p>
        </div>
      </div>
      <div className={classes.next}>
        <h3 className={classes.nextTitle}>
          {next
            ? t('next.title', { count: next.checks.length, level: next.title })
            : t('next.none')}
        </h3>
        <ul className={classes.list}>
          {shown.map(check => (
            <li key={check.id} className={classes.item}>
              <StatusGlyph status={check.status} size={15} />
              <span className={classes.itemText}>{check.fix.title}</span>
              <Link
                color="primary"
                aria-label={t('card.fixFor', { title: check.fix.title })}
                to={
                  templateLink(check.fix.template, {
                    entityRef,
                    check: check.id,
                  }) ?? serviceLink(entityRef, check.id)
                }
              >
                {t('card.fix')}
              </Link>
            </li>
          ))}
          {shown.length < checks.length && !silent && (
            <li className={`${classes.item} ${classes.more}`}>
              <span />
              <span>
                {t('card.more', { count: checks.length - shown.length })}
              </span>
            </li>
          )}
        </ul>
      </div>
      <footer className={classes.footer}>
        <span className={classes.grow}>
          {heard.length > 0 && (
            <>
              {t('card.evidence')}{' '}
              <AgeText form="old" moment={heard[heard.length - 1]} />
            </>
          )}
        </span>
        <Link to={serviceLink(entityRef)} color="primary">
          {t('card.open')}
        </Link>
      </footer>
    </>
  );
}

/**
 * The card "Readiness": level, next steps, how old the evidence is.
 *
 * @public
 */
export function EntityReadinessCard() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const noAccess = useNoAccessHelp();
  const scorecard = useResource<Scorecard>(`scorecard ${entityRef} `, api =>
    api.getScorecard(entityRef),
  );
  const refresh = useRefresh(scorecard.value, scorecard.replace);
  useScorecardsSignal(scorecard.reload, { every: LIVE_EVERY });
  const { value, problem } = scorecard;

  let body: ReactNode = <CardSkeleton />;
  if (value) {
    body = <CardBody scorecard={value} />;
  } else if (problem) {
    body = (
      <ProblemState
        what="scorecard"
        problem={problem}
        onRetry={scorecard.reload}
        noAccess={noAccess}
      />
    );
  }
  const action = value ? refresh.run : scorecard.reload;
  const actionName = value ? t('refresh.ask') : t('problem.retry');
  return (
    <Frame>
      <Paper
        component="section"
        elevation={0}
        className={classes.root}
        aria-labelledby={titleId}
      >
        <Refetching
          active={Boolean(value) && (scorecard.loading || refresh.running)}
        />
        <header className={classes.header}>
          <h2 id={titleId} className={classes.title}>
            {t('card.title')}
          </h2>
          {!scorecard.cold && problem?.kind !== 'no-access' && (
            <Tooltip title={actionName}>
              <span>
                <IconButton
                  className={classes.refresh}
                  aria-label={actionName}
                  onClick={action}
                  disabled={refresh.running || scorecard.loading}
                >
                  <RefreshIcon />
                </IconButton>
              </span>
            </Tooltip>
          )}
        </header>
        {body}
      </Paper>
    </Frame>
  );
}
