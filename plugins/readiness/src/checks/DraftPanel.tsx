import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ChecklistResponse,
  CheckSummary,
  DraftResult,
} from '@airworthy/plugin-readiness-common';
import { useEffect, useId, useRef, useState, type FormEvent } from 'react';
import { problemOf, useCopy } from '@airworthy/plugin-readiness-react';
import { readinessApiRef } from '../api/readinessApiRef';
import {
  ActionButton,
  applicable,
  FilterSelect,
  Meter,
  MeterKey,
  Notice,
  Panel,
  tokensOf,
} from '../components';
import { shortRef } from '../fleet/entityNames';
import { useServiceLink } from '../fleet/useServiceLink';
import { readinessTranslationRef } from '../translation';
import {
  draftAsConfig,
  draftExample,
  readDraft,
  replacingExample,
} from './draft';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      form: { display: 'grid', gap: 12, padding: '0 20px 20px' },
      note: {
        margin: 0,
        fontSize: 13,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      editor: {
        '& textarea': {
          fontFamily: tokens.fontMonospace,
          fontSize: 12.5,
          lineHeight: '18px',
          whiteSpace: 'pre',
          overflowX: 'auto',
        },
      },
      row: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 8,
      },
      verdict: { margin: 0, fontSize: 16, lineHeight: '22px', fontWeight: 700 },
      list: {
        margin: 0,
        padding: 0,
        listStyle: 'none',
        fontSize: 13,
        lineHeight: '20px',
        maxHeight: 260,
        overflow: 'auto',
      },
      message: { color: tokens.textSecondary },
    };
  },
  { name: 'AirworthyDraft' },
);

/** @internal */
export interface DraftPanelProps {
  checklist: ChecklistResponse;
  checks: readonly CheckSummary[];
  /** The check that the draft replaces; absent for a new one. */
  replaces?: string;
  onReplaces: (check: string | undefined) => void;
}

/** Tries a check against the fleet before it counts. */
export function DraftPanel(props: DraftPanelProps) {
  const { checklist, checks, replaces, onReplaces } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const api = useApi(readinessApiRef);
  const serviceLink = useServiceLink();
  const { outcome, copy } = useCopy();
  const replaced = checks.find(check => check.id === replaces);
  const example = replaced
    ? replacingExample(replaced)
    : draftExample(
        checklist.questions[0]?.id ?? '',
        checklist.levels[0]?.id ?? '',
      );
  const [text, setText] = useState(example);
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<string | undefined>();
  const [result, setResult] = useState<DraftResult | undefined>();
  const editorId = useId();
  const editorRef = useRef<HTMLTextAreaElement>(null);

  const exampleRef = useRef(example);
  useEffect(() => {
    if (exampleRef.current !== example) {
      exampleRef.current = example;
      setText(example);
      setResult(undefined);
      setError(undefined);
      editorRef.current?.focus();
    }
  }, [example]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setResult(undefined);
    const read = readDraft(text, replaces);
    if (!read.ok) {
      setError(
        read.message === 'notMap'
          ? t('draft.notMap')
          : t('draft.notYaml', { message: read.message }),
      );
      return;
    }
    setError(undefined);
    setRunning(true);
    try {
      setResult(await api.tryDraftCheck(read.draft));
    } catch (caught) {
      setError(problemOf(caught, Date.now()).message);
    }
    setRunning(false);
  };

  return (
    <Panel title={t('draft.title')} note={t('draft.note')}>
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.row}>
          <FilterSelect
            label={t('draft.replaces')}
            value={replaces ?? ''}
            options={[
              { value: '', label: t('draft.nothing') },
              ...checks.map(({ id }) => ({ value: id, label: id })),
            ]}
            onChange={value => onReplaces(value || undefined)}
          />
        </div>
        <TextField
          multiline
          fullWidth
          minRows={10}
          maxRows={24}
          variant="outlined"
          size="small"
          id={editorId}
          label={t('draft.editor')}
          value={text}
          error={error !== undefined}
          className={classes.editor}
          inputRef={editorRef}
          inputProps={{ spellCheck: false }}
          onChange={event => setText(event.target.value)}
        />
        {error && (
          <Notice tone="fail" role="alert" icon={<ErrorOutlineIcon />}>
            {error}
          </Notice>
        )}
        <div className={classes.row}>
          <ActionButton kind="primary" type="submit" disabled={running}>
            {running ? t('draft.running') : t('draft.run')}
          </ActionButton>
          <ActionButton
            onClick={() => copy(draftAsConfig(replaces ?? 'my-check', text))}
          >
            {t('draft.copy')}
          </ActionButton>
          <span role="status" className={classes.note}>
            {outcome && t(`copy.${outcome}`)}
          </span>
        </div>
        <div role="status">
          {result && (
            <>
              {result.error && (
                <Notice tone="fail" icon={<ErrorOutlineIcon />}>
                  <strong>{t('checks.ruleError')}</strong> {result.error}
                </Notice>
              )}
              <p className={classes.verdict}>
                {t('draft.wouldFail', {
                  count: result.counts.fail,
                  applicable: String(applicable(result.counts)),
                })}
              </p>
              <MeterKey />
              <Meter counts={result.counts} height={10} />
            </>
          )}
        </div>
        {result && result.failing.length > 0 && (
          <ul className={classes.list} aria-label={t('draft.failing')}>
            {result.failing.map(({ ref, message }) => (
              <li key={ref}>
                <Link to={serviceLink(ref)} color="primary">
                  {shortRef(ref)}
                </Link>{' '}
                <span className={classes.message}>{message}</span>
              </li>
            ))}
          </ul>
        )}
        {result && result.failing.length < result.counts.fail && (
          <p className={classes.note}>
            {t('draft.firstOnly', { count: result.failing.length })}
          </p>
        )}
      </form>
    </Panel>
  );
}
