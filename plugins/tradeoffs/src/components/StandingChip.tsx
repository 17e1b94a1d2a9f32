import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/Error';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RecordRow } from '@airworthy/plugin-tradeoffs-common';
import {
  formatDate,
  Glyph,
  tokensOf,
  useNow,
} from '@airworthy/plugin-readiness-react';
import type { ReactNode } from 'react';
import { tradeoffsTranslationRef } from '../translation';
import { reviewNoteOf, standingOf, type Standing } from './standing';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const { attention, fail, none } = tokens.tones;
    return {
      chip: {
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        height: 22,
        padding: '0 9px 0 6px',
        borderRadius: 4,
        fontSize: 12.5,
        lineHeight: '16px',
        fontWeight: 700,
        whiteSpace: 'nowrap',
        '& svg': { fontSize: 15 },
      },
      force: { color: tokens.link, backgroundColor: tokens.selected },
      attention: { color: attention.on, backgroundColor: attention.tint },
      fail: { color: fail.on, backgroundColor: fail.tint },
      plain: { color: none.on, backgroundColor: none.tint },
      note: { fontSize: 12.5, color: tokens.textSecondary },
    };
  },
  { name: 'AirworthyStandingChip' },
);

type Look = 'force' | 'attention' | 'fail' | 'plain';

const looks: Record<Standing, { look: Look; icon: ReactNode }> = {
  'in-force': { look: 'force', icon: <Glyph name="tick" size={15} /> },
  contradicted: { look: 'attention', icon: <WarningIcon aria-hidden /> },
  broken: { look: 'fail', icon: <ErrorIcon aria-hidden /> },
  draft: { look: 'plain', icon: <Glyph name="missing" size={15} /> },
  proposed: { look: 'plain', icon: <Glyph name="missing" size={15} /> },
  rejected: { look: 'plain', icon: <Glyph name="not-applicable" size={15} /> },
  deprecated: {
    look: 'plain',
    icon: <Glyph name="not-applicable" size={15} />,
  },
  superseded: {
    look: 'plain',
    icon: <Glyph name="not-applicable" size={15} />,
  },
};

/** @internal */
export interface StandingChipProps {
  row: Pick<RecordRow, 'status' | 'state'>;
}

/** How a record stands, in glyph, word and tint. */
export function StandingChip({ row }: StandingChipProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const standing = standingOf(row);
  const { look, icon } = looks[standing];
  return (
    <span className={`${classes.chip} ${classes[look]}`}>
      {icon}
      {t(`standing.${standing}`)}
    </span>
  );
}

/** @internal */
export interface ReviewTextProps {
  row: Pick<RecordRow, 'status' | 'state' | 'review'>;
}

/** When a record in force has to be looked at again: amber once that is near. */
export function ReviewText({ row }: ReviewTextProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const note = reviewNoteOf(row, useNow());
  if (!note) {
    return null;
  }
  if (note.kind === 'later') {
    // What is contradicted is to be looked at now.
    return row.state === 'contradicted' ? null : (
      <span className={classes.note}>
        {t('review.next')}{' '}
        <time dateTime={note.due}>{formatDate(note.due)}</time>
      </span>
    );
  }
  return (
    <span className={`${classes.chip} ${classes.attention}`}>
      <WarningIcon aria-hidden />
      {note.days === 0
        ? t('review.today')
        : t(`review.${note.kind}`, { count: note.days })}
    </span>
  );
}

/** An amber remark beside the state of a record. */
export function AttentionChip({ children }: { children: ReactNode }) {
  const classes = useStyles();
  return (
    <span className={`${classes.chip} ${classes.attention}`}>
      <WarningIcon aria-hidden />
      {children}
    </span>
  );
}
