import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DiffHunk } from '@airworthy/plugin-tradeoffs-common';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        maxHeight: 480,
        overflow: 'auto',
        border: `1px solid ${tokens.line}`,
        borderRadius: 4,
        '&:focus-visible': { outline: `2px solid ${tokens.link}` },
      },
      table: {
        width: '100%',
        borderCollapse: 'collapse',
        fontFamily: tokens.fontMonospace,
        fontSize: 12,
        lineHeight: '18px',
        '& td': { padding: '0 8px', verticalAlign: 'top' },
      },
      place: {
        '& td': {
          padding: '2px 8px',
          color: tokens.textSecondary,
          backgroundColor: tokens.sunken,
        },
      },
      sign: { width: 20, color: tokens.textSecondary, userSelect: 'none' },
      text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
      added: { backgroundColor: tokens.selected },
      removed: {
        backgroundColor: tokens.tones.none.tint,
        color: tokens.textSecondary,
        '& $text': { textDecoration: 'line-through' },
      },
      same: {},
      hidden: { position: 'absolute', clipPath: 'inset(50%)' },
    };
  },
  { name: 'AirworthyDiffView' },
);

const signs = { same: '', added: '+', removed: '−' } as const;

/** @internal */
export interface DiffViewProps {
  hunks: readonly DiffHunk[];
  /** Names the difference, for those who do not see what stands around it. */
  label: string;
}

/** What differs between two texts, line by line. */
export function DiffView({ hunks, label }: DiffViewProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  if (hunks.length === 0) {
    return <p>{t('diff.same')}</p>;
  }
  return (
    // It scrolls: the keyboard has to reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- see above
    <div className={classes.root} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table} aria-label={label}>
        <tbody>
          {hunks.map((hunk, place) => [
            <tr key={`${place}`} className={classes.place}>
              <td colSpan={2}>
                {t('diff.place', {
                  from: String(hunk.fromLine),
                  to: String(hunk.toLine),
                })}
              </td>
            </tr>,
            ...hunk.lines.map((line, index) => (
              <tr key={`${place} ${index}`} className={classes[line.kind]}>
                <td className={classes.sign}>
                  <span aria-hidden>{signs[line.kind]}</span>
                  <span className={classes.hidden}>
                    {t(`diff.${line.kind}`)}
                  </span>
                </td>
                <td className={classes.text}>{line.text}</td>
              </tr>
            )),
          ])}
        </tbody>
      </table>
    </div>
  );
}
