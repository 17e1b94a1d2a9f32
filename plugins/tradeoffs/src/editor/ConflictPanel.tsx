import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  ActionButton,
  AgeText,
  Panel,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import {
  diffTexts,
  type CurrentText,
} from '@airworthy/plugin-tradeoffs-common';
import { useMemo } from 'react';
import { DiffView } from '../components';
import { tradeoffsTranslationRef } from '../translation';
import { TextArea } from './TextArea';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 12, padding: '0 20px 20px' },
    text: { margin: 0 },
    sides: {
      display: 'grid',
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      gap: 16,
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: '1fr' },
    },
    title: {
      margin: '0 0 4px',
      fontSize: 13,
      lineHeight: '18px',
      fontWeight: 700,
      letterSpacing: 0,
    },
    by: { fontWeight: 400, color: tokensOf(theme).textSecondary },
    actions: { display: 'flex', flexWrap: 'wrap', gap: 8 },
  }),
  { name: 'AirworthyConflictPanel' },
);

/** @internal */
export interface ConflictPanelProps {
  mine: string;
  current: CurrentText;
  saving: boolean;
  /** The reader's text, edited here to take over what is wanted of theirs. */
  onMine: (content: string) => void;
  /** Saves the reader's text over theirs. */
  onKeepMine: () => void;
  /** Goes on with theirs. */
  onTakeTheirs: () => void;
}

/**
 * Two people edited one record, and the other was first. Both texts stand side
 * by side with what differs below; neither is written over unless the reader
 * says so.
 */
export function ConflictPanel(props: ConflictPanelProps) {
  const { mine, current, saving, onMine, onKeepMine, onTakeTheirs } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const hunks = useMemo(
    () => diffTexts(current.content, mine),
    [current.content, mine],
  );
  return (
    <Panel title={t('conflict.title')}>
      <div className={classes.root} role="alert">
        <p className={classes.text}>{t('conflict.text')}</p>
        <div className={classes.sides}>
          <div>
            <h3 className={classes.title}>{t('conflict.mine')}</h3>
            <TextArea
              label={t('conflict.mine')}
              value={mine}
              onChange={onMine}
              rows={16}
            />
          </div>
          <div>
            <h3 className={classes.title}>
              {t('conflict.theirs')}{' '}
              <span className={classes.by}>
                {current.by && (
                  <EntityRefLink entityRef={current.by} defaultKind="user" />
                )}{' '}
                {current.at && <AgeText moment={current.at} />}
              </span>
            </h3>
            <TextArea
              label={t('conflict.theirs')}
              value={current.content}
              rows={16}
            />
          </div>
        </div>
        <h3 className={classes.title}>{t('conflict.difference')}</h3>
        <DiffView hunks={hunks} label={t('conflict.difference')} />
        <div className={classes.actions}>
          <ActionButton kind="primary" disabled={saving} onClick={onKeepMine}>
            {t('conflict.keepMine')}
          </ActionButton>
          <ActionButton disabled={saving} onClick={onTakeTheirs}>
            {t('conflict.takeTheirs')}
          </ActionButton>
        </div>
      </div>
    </Panel>
  );
}
