import { makeStyles } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetTransition } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import {
  ActionButton,
  formatShortDate,
  Panel,
  StatusGlyph,
  tokensOf,
} from '../components';
import { useServiceLink } from '../fleet/useServiceLink';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: 0, listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr) auto',
        gap: '0 8px',
        padding: '9px 20px',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 14,
        lineHeight: '20px',
      },
      id: {
        marginLeft: 4,
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        color: tokens.textSecondary,
      },
      when: { fontSize: 12.5, color: tokens.textSecondary },
      why: {
        gridColumn: '2 / -1',
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
        overflowWrap: 'anywhere',
      },
      foot: {
        padding: '6px 12px',
        borderTop: `1px solid ${tokens.line}`,
      },
      none: {
        margin: 0,
        padding: '0 20px 16px',
        fontSize: 14,
        color: tokens.textSecondary,
      },
    };
  },
  { name: 'AirworthyRegressions' },
);

const SHOWN = 8;

function Transitions({ items }: { items: readonly FleetTransition[] }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const serviceLink = useServiceLink();
  return (
    <ul className={classes.list}>
      {items.map(item => (
        <li
          key={`${item.ref} ${item.check} ${item.at}`}
          className={classes.item}
        >
          <StatusGlyph status={item.to} size={14} />
          <span>
            <Link to={serviceLink(item.ref, item.check)} color="primary">
              {item.title}
            </Link>{' '}
            <span className={classes.id}>{item.check}</span>
          </span>
          <time className={classes.when} dateTime={item.at}>
            {formatShortDate(item.at)}
          </time>
          <span className={classes.why}>
            {t(`status.${item.to}`)}: {item.why}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** @internal */
export interface RegressionsPanelProps {
  regressions: { items: readonly FleetTransition[]; total: number };
  improvements?: { items: readonly FleetTransition[]; total: number };
}

/** What stopped passing this week, and how much began to. */
export function RegressionsPanel(props: RegressionsPanelProps) {
  const { regressions, improvements } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const [improved, setImproved] = useState(false);
  const shown = all ? regressions.items : regressions.items.slice(0, SHOWN);
  return (
    <Panel
      title={t('regressions.title')}
      note={t('regressions.count', { count: regressions.total })}
    >
      {regressions.total === 0 && (
        <p className={classes.none}>{t('regressions.none')}</p>
      )}
      <Transitions items={shown} />
      {shown.length < regressions.items.length && (
        <div className={classes.foot}>
          <ActionButton kind="text" onClick={() => setAll(true)}>
            {t('regressions.showAll', { count: regressions.items.length })}
          </ActionButton>
        </div>
      )}
      {improvements && improvements.total > 0 && (
        <>
          <div className={classes.foot}>
            <ActionButton
              kind="text"
              aria-expanded={improved}
              onClick={() => setImproved(!improved)}
            >
              {t('regressions.improved', { count: improvements.total })}
            </ActionButton>
          </div>
          {improved && <Transitions items={improvements.items} />}
        </>
      )}
    </Panel>
  );
}
