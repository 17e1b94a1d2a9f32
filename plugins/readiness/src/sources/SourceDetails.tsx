import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  LinkStatus,
  SourceHealth,
} from '@airworthy/plugin-readiness-common';
import { LinkStateChip, tokensOf } from '../components';
import { shortRef } from '../fleet/entityNames';
import { readinessTranslationRef } from '../translation';
import { UnlinkedServices } from './UnlinkedServices';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 300px) minmax(0, 1fr)',
        gap: '16px 32px',
        padding: '12px 20px 18px 48px',
        backgroundColor: tokens.sunken,
        fontSize: 13,
        lineHeight: '19px',
        '& code': { backgroundColor: tokens.paper },
        [theme.breakpoints.down('md')]: {
          gridTemplateColumns: 'minmax(0, 1fr)',
          padding: '12px 20px 18px',
        },
      },
      column: { display: 'grid', gap: 14, alignContent: 'start' },
      heading: {
        margin: '0 0 4px',
        fontSize: 13,
        lineHeight: '18px',
        fontWeight: 700,
        letterSpacing: 0,
      },
      list: {
        display: 'grid',
        gap: 4,
        margin: 0,
        padding: 0,
        listStyle: 'none',
        overflowWrap: 'anywhere',
      },
      state: { display: 'flex', gap: 8, alignItems: 'center' },
      place: { color: tokens.textSecondary },
      text: { margin: 0, color: tokens.textSecondary },
    };
  },
  { name: 'AirworthySourceDetails' },
);

const order: LinkStatus[] = [
  'ok',
  'stale',
  'error',
  'denied',
  'not-found',
  'not-linked',
  'disabled',
];
/** How the coverage names services that were not looked at yet. */
const NOT_LOOKED = 'none';
const ERRORS_SHOWN = 8;

function SourceError({ error }: { error: SourceHealth['errors'][number] }) {
  const classes = useStyles();
  const { message, file, line, entityRef } = error;
  const place = [
    ...(entityRef ? [shortRef(entityRef)] : []),
    ...(file ? [line === undefined ? file : `${file}:${line}`] : []),
  ].join(', ');
  return (
    <li>
      {message}
      {place && (
        <>
          <br />
          <span className={classes.place}>{place}</span>
        </>
      )}
    </li>
  );
}

/** What the last run met, how services are linked, and how to link the rest. */
export function SourceDetails({ source }: { source: SourceHealth }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { errors, coverage } = source;
  const statuses = order.filter(status => coverage.statuses[status] > 0);
  const notLooked = coverage.statuses[NOT_LOOKED] ?? 0;
  return (
    <div className={classes.root}>
      <div className={classes.column}>
        <section>
          <h3 className={classes.heading}>{t('sourcesPage.lastErrors')}</h3>
          {errors.length === 0 && (
            <p className={classes.text}>{t('sourcesPage.noErrors')}</p>
          )}
          <ul className={classes.list}>
            {errors.slice(0, ERRORS_SHOWN).map((error, index) => (
              <SourceError key={index} error={error} />
            ))}
            {errors.length > ERRORS_SHOWN && (
              <li className={classes.place}>
                {t('sourcesPage.moreErrors', {
                  count: errors.length - ERRORS_SHOWN,
                })}
              </li>
            )}
          </ul>
        </section>
        <section>
          <h3 className={classes.heading}>{t('sourcesPage.links')}</h3>
          <ul className={classes.list}>
            {statuses.map(status => (
              <li key={status} className={classes.state}>
                <LinkStateChip status={status} /> {coverage.statuses[status]}
              </li>
            ))}
            {notLooked > 0 && (
              <li>
                {t('sourcesPage.notLooked')}: {notLooked}
              </li>
            )}
          </ul>
        </section>
      </div>
      <section>
        <h3 className={classes.heading}>{t('sourcesPage.unlinked')}</h3>
        <p className={classes.text}>{t('sourcesPage.annotationHint')}</p>
        <UnlinkedServices source={source.id} />
      </section>
    </div>
  );
}
