import { makeStyles } from '@material-ui/core/styles';
import NotificationsActiveIcon from '@material-ui/icons/NotificationsActive';
import NotificationsIcon from '@material-ui/icons/Notifications';
import NotificationsOffIcon from '@material-ui/icons/NotificationsOff';
import PhoneIcon from '@material-ui/icons/Phone';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AlertItem,
  AlertState,
  Scorecard,
} from '@airworthy/plugin-readiness-common';
import { useState, type ReactNode } from 'react';
import {
  ActionButton,
  AgeText,
  formatShortMoment,
  LinkStateChip,
  OutsideLink,
  Panel,
  useToneStyles,
} from '../components';
import { useResource } from '../hooks/useResource';
import { useScorecardsSignal } from '../hooks/useScorecardsSignal';
import { readinessTranslationRef } from '../translation';
import { PanelSkeleton } from './PanelSkeleton';
import { useLiveStyles } from './useLiveStyles';
import { useTellers } from './useTellers';

const useStyles = makeStyles(
  {
    sources: {
      display: 'grid',
      gap: 3,
      margin: '4px 0 0',
      padding: 0,
      listStyle: 'none',
    },
    source: { display: 'flex', flexWrap: 'wrap', gap: '0 8px' },
    more: { padding: '4px 8px 8px' },
    end: { paddingBottom: 10 },
  },
  { name: 'AirworthyAlertsPanel' },
);

const SHOWN = 5;
/** Milliseconds between two reads that the back end gives reason for. */
const LIVE_EVERY = 5000;

function AlertGlyph({ state }: { state: AlertState }) {
  const classes = useLiveStyles();
  const tones = useToneStyles();
  switch (state) {
    case 'firing':
      return (
        <NotificationsActiveIcon
          aria-hidden
          className={`${classes.icon} ${tones.fail}`}
        />
      );
    case 'silenced':
    case 'inhibited':
      return <NotificationsOffIcon aria-hidden className={classes.icon} />;
    default:
      return <NotificationsIcon aria-hidden className={classes.icon} />;
  }
}

/** `firing for 12 min`, `silenced until 18:00 by Luca Ferrari`. */
function AlertStateText({ alert }: { alert: AlertItem }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  if (alert.state === 'silenced' && alert.silence) {
    const { until, by, comment } = alert.silence;
    return (
      <>
        {t('alerts.silenced')}{' '}
        <time dateTime={until}>{formatShortMoment(until)}</time>{' '}
        {t('alerts.silencedBy', { who: by })}
        {comment && `: ${comment}`}
      </>
    );
  }
  if (alert.state === 'resolved') {
    return (
      <>
        {t('alerts.resolved')}{' '}
        <AgeText moment={alert.resolvedAt ?? alert.since} />
      </>
    );
  }
  if (alert.state === 'silenced') {
    return <>{t('alerts.state.silenced')}</>;
  }
  return (
    <>
      {t(`alerts.${alert.state}`)} <AgeText form="bare" moment={alert.since} />
    </>
  );
}

function AlertLine({ alert }: { alert: AlertItem }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useLiveStyles();
  const severity =
    alert.labels.severity ??
    (alert.pages ? t('alerts.pages') : t('alerts.doesNotPage'));
  return (
    <li className={classes.item}>
      <AlertGlyph state={alert.state} />
      <span className={alert.state === 'firing' ? classes.strong : undefined}>
        <OutsideLink quiet to={alert.url}>
          {alert.name}
        </OutsideLink>
      </span>
      <span />
      <span className={classes.second}>
        {severity} · <AlertStateText alert={alert} /> ·{' '}
        {alert.runbookUrl ? (
          <OutsideLink
            to={alert.runbookUrl}
            aria-label={t('alerts.runbookFor', { name: alert.name })}
          >
            {t('alerts.runbook')}
          </OutsideLink>
        ) : (
          t('alerts.noRunbook')
        )}
        {alert.summary && alert.state === 'firing' && (
          <>
            <br />
            {alert.summary}
          </>
        )}
      </span>
    </li>
  );
}

/** No alert is good news only where somebody looks. */
function NoAlerts({ entityRef, links }: AlertsPanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const shared = useLiveStyles();
  const tellers = useTellers('alerts');
  const scorecard = useResource(
    links ? undefined : `scorecard ${entityRef} `,
    api => api.getScorecard(entityRef),
  );
  const known = links ?? scorecard.value?.links;
  if (!tellers || (!known && !scorecard.problem)) {
    return <PanelSkeleton label={t('alerts.loading')} />;
  }
  if (tellers.length === 0) {
    return <p className={shared.text}>{t('alerts.noSource')}</p>;
  }
  const ids = new Set(tellers.map(({ id }) => id));
  const theirs = known?.filter(link => ids.has(link.source)) ?? [];
  const answering = theirs.filter(({ status }) => status === 'ok');
  if (answering.length > 0) {
    return (
      <p className={shared.text}>
        {t('alerts.nothing', {
          sources: answering.map(({ title }) => title).join(', '),
        })}
      </p>
    );
  }
  return (
    <div className={shared.text}>
      {t('alerts.notLinked')}
      <ul className={classes.sources}>
        {theirs.map(link => (
          <li key={link.source} className={classes.source}>
            <LinkStateChip status={link.status} />
            <span>
              {link.title}
              {link.message && `: ${link.message}`}
            </span>
          </li>
        ))}
        {theirs.length === 0 &&
          tellers.map(({ id, title }) => <li key={id}>{title}</li>)}
      </ul>
    </div>
  );
}

/** `1 firing, 1 silenced`; what was resolved is history. */
function useCountWords(items: readonly AlertItem[]): string {
  const { t } = useTranslationRef(readinessTranslationRef);
  const words = (['firing', 'silenced', 'inhibited', 'pending'] as const)
    .map(state => ({
      state,
      count: items.filter(alert => alert.state === state).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) =>
      t('alerts.counted', {
        number: String(count),
        state: t(`alerts.state.${state}`),
      }),
    );
  return words.length > 0 ? words.join(', ') : t('alerts.quiet');
}

/** @internal */
export interface AlertsPanelProps {
  entityRef: string;
  /** How each source is linked, where that is known already. */
  links?: Scorecard['links'];
  /** Who is on call, in the words of the check. */
  onCall?: string;
  title?: string;
}

/** What fires, what is kept quiet and by whom, and what was lately. */
export function AlertsPanel(props: AlertsPanelProps) {
  const { entityRef, onCall, title } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const shared = useLiveStyles();
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const alerts = useResource(`alerts ${entityRef}`, api =>
    api.listAlerts(entityRef),
  );
  useScorecardsSignal(alerts.reload, { every: LIVE_EVERY });
  const { value, problem } = alerts;
  const items = value?.items ?? [];
  const counted = useCountWords(items);
  const shown = all ? items : items.slice(0, SHOWN);

  let body: ReactNode = <PanelSkeleton label={t('alerts.loading')} />;
  if (items.length > 0) {
    body = (
      <ul className={`${shared.list} ${classes.end}`}>
        {shown.map(alert => (
          <AlertLine key={`${alert.source} ${alert.key}`} alert={alert} />
        ))}
      </ul>
    );
  } else if (value) {
    body = <NoAlerts {...props} />;
  } else if (problem) {
    body = (
      <p className={shared.text} role="alert">
        {t('alerts.failed', { message: problem.message })}
      </p>
    );
  }
  return (
    <Panel
      dense
      title={title ?? t('alerts.title')}
      note={items.length > 0 ? counted : undefined}
    >
      {body}
      {shown.length < items.length && (
        <div className={classes.more}>
          <ActionButton kind="text" onClick={() => setAll(true)}>
            {t('alerts.showAll', { count: items.length })}
          </ActionButton>
        </div>
      )}
      {onCall && (
        <ul className={`${shared.list} ${classes.end}`}>
          <li className={shared.item}>
            <PhoneIcon aria-hidden className={shared.icon} />
            <span>{t('alerts.onCall', { words: onCall })}</span>
          </li>
        </ul>
      )}
    </Panel>
  );
}
