import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import ViewColumnIcon from '@material-ui/icons/ViewColumn';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ChecklistResponse } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import { ActionButton, tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      paper: {
        width: 340,
        maxHeight: '70vh',
        padding: '8px 14px',
        backgroundColor: tokens.paper,
      },
      group: { border: 0, margin: '0 0 6px', padding: 0, minWidth: 0 },
      question: {
        padding: 0,
        fontSize: 13,
        fontWeight: 700,
        color: tokens.text,
      },
      check: { display: 'flex', margin: '0 0 0 -4px' },
      label: { fontSize: 13 },
      box: { padding: 3 },
      foot: {
        position: 'sticky',
        bottom: -8,
        display: 'flex',
        justifyContent: 'space-between',
        padding: '6px 0',
        backgroundColor: tokens.paper,
      },
    };
  },
  { name: 'AirworthyColumnChooser' },
);

/** @internal */
export interface ColumnChooserProps {
  checklist: ChecklistResponse;
  folded: readonly string[];
  hidden: readonly string[];
  onChange: (change: { folded?: string[]; hidden?: string[] }) => void;
}

/** Which checks have a column, and which questions are one. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { checklist, folded, hidden, onChange } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [anchor, setAnchor] = useState<HTMLElement | undefined>();
  const questions = checklist.questions
    .map(question => ({
      question,
      checks: checklist.columns.filter(check => check.question === question.id),
    }))
    .filter(({ checks }) => checks.length > 0);
  const toggle = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter(item => item !== id) : [...list, id];
  return (
    <>
      <ActionButton
        tall
        icon={<ViewColumnIcon />}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {t('columns.action')}
      </ActionButton>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        PaperProps={{
          className: classes.paper,
          role: 'dialog',
          'aria-label': t('columns.title'),
        }}
        disableScrollLock
      >
        {questions.map(({ question, checks }) => (
          <fieldset key={question.id} className={classes.group}>
            <legend className={classes.question}>{question.shortTitle}</legend>
            {checks.length > 1 && (
              <FormControlLabel
                className={classes.check}
                classes={{ label: classes.label }}
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    className={classes.box}
                    checked={folded.includes(question.id)}
                    onChange={() =>
                      onChange({ folded: toggle(folded, question.id) })
                    }
                  />
                }
                label={t('columns.fold', { count: checks.length })}
              />
            )}
            {checks.map(check => (
              <FormControlLabel
                key={check.id}
                className={classes.check}
                classes={{ label: classes.label }}
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    className={classes.box}
                    checked={!hidden.includes(check.id)}
                    onChange={() =>
                      onChange({ hidden: toggle(hidden, check.id) })
                    }
                  />
                }
                label={check.id}
              />
            ))}
          </fieldset>
        ))}
        <div className={classes.foot}>
          <ActionButton
            kind="text"
            onClick={() =>
              onChange({ folded: questions.map(({ question }) => question.id) })
            }
          >
            {t('columns.foldAll')}
          </ActionButton>
          <ActionButton
            kind="text"
            onClick={() => onChange({ folded: [], hidden: [] })}
          >
            {t('columns.reset')}
          </ActionButton>
        </div>
      </Popover>
    </>
  );
}
