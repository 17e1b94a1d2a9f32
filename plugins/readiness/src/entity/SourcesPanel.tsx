import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { AgeText, LinkStateChip, Panel, tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';
import { lastHeard } from './sourceAges';

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: '0 16px 14px', listStyle: 'none' },
    item: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) auto 66px',
      gap: '0 8px',
      alignItems: 'baseline',
      padding: '3px 0',
      fontSize: 13,
      lineHeight: '20px',
      overflowWrap: 'anywhere',
    },
    age: {
      textAlign: 'right',
      color: tokensOf(theme).textSecondary,
      fontSize: 12.5,
    },
    message: {
      gridColumn: '1 / -1',
      color: tokensOf(theme).textSecondary,
      fontSize: 12.5,
      lineHeight: '18px',
    },
  }),
  { name: 'AirworthySourcesPanel' },
);

/** A source that is linked and had nothing to say has no age. */
function LinkAge({ moment }: { moment: string | undefined }) {
  return moment ? <AgeText form="bare" moment={moment} /> : null;
}

/** @internal */
export interface SourcesPanelProps {
  scorecard: Scorecard;
}

/** Which sources speak about the service, and how long ago. */
export function SourcesPanel({ scorecard }: SourcesPanelProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { links } = scorecard;
  const heard = lastHeard(scorecard);
  return (
    <Panel
      dense
      title={t('sources.title')}
      note={t('sources.linked', {
        linked: String(links.filter(link => link.status === 'ok').length),
        total: String(links.length),
      })}
    >
      <ul className={classes.list}>
        {links.map(link => (
          <li key={link.source} className={classes.item}>
            <span>{link.title}</span>
            <LinkStateChip status={link.status} />
            <span className={classes.age}>
              <LinkAge
                moment={
                  link.status === 'ok' ? heard.get(link.source) : link.since
                }
              />
            </span>
            {link.status !== 'ok' && link.message && (
              <span className={classes.message}>{link.message}</span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
