import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ActionButton,
  AgeText,
  Panel,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { margin: 0, padding: '0 16px 12px', listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: '0 8px',
        alignItems: 'center',
        padding: '6px 0',
        borderTop: `1px solid ${tokens.line}`,
        fontSize: 13,
        lineHeight: '18px',
        overflowWrap: 'anywhere',
        '&:first-child': { borderTop: 0 },
      },
      sub: { color: tokens.textSecondary, fontSize: 12.5 },
    };
  },
  { name: 'AirworthyHistoryPanel' },
);

/** @internal */
export interface HistoryPanelProps {
  record: RecordDetail;
  /** The revision that the text is compared with. */
  compared?: number;
  onCompare: (revision: number | undefined) => void;
}

/** Who changed the record and when; each revision can be compared with. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { record, compared, onCompare } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return (
    <Panel
      dense
      title={t('history.title')}
      note={String(record.history.length)}
    >
      <ol className={classes.root}>
        {record.history.map(entry => (
          <li key={`${entry.revision} ${entry.at}`} className={classes.item}>
            <span>
              {t(`history.change.${entry.change}`)}{' '}
              <span className={classes.sub}>
                <AgeText moment={entry.at} />
                {entry.by && (
                  <>
                    {', '}
                    <EntityRefLink
                      entityRef={entry.by}
                      defaultKind="user"
                      hideIcon
                    />
                  </>
                )}
                {' · '}
                {t(`history.origin.${entry.origin}`)}
              </span>
            </span>
            {entry.revision !== record.revision && (
              <ActionButton
                kind="text"
                aria-label={t(
                  compared === entry.revision
                    ? 'history.closeFor'
                    : 'history.compareFor',
                  { revision: String(entry.revision) },
                )}
                onClick={() =>
                  onCompare(
                    compared === entry.revision ? undefined : entry.revision,
                  )
                }
              >
                {t(
                  compared === entry.revision
                    ? 'history.close'
                    : 'history.compare',
                )}
              </ActionButton>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
