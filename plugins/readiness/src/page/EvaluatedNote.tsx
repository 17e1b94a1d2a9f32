import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { AgeText, tokensOf } from '../components';
import { useResource } from '../hooks/useResource';
import { readinessTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => ({
    root: {
      fontSize: 12.5,
      lineHeight: '18px',
      color: tokensOf(theme).textSecondary,
      fontVariantNumeric: 'tabular-nums',
    },
  }),
  { name: 'AirworthyEvaluatedNote' },
);

/** Which checklist, and how old the latest evaluation is. */
export function EvaluatedNote() {
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const { value } = useResource('checklist ', api => api.getChecklist({}));
  if (!value?.evaluatedAt) {
    return null;
  }
  return (
    <span className={classes.root}>
      {t('page.evaluated', {
        title: value.title,
        version: String(value.version),
      })}{' '}
      <AgeText moment={value.evaluatedAt} />
    </span>
  );
}
