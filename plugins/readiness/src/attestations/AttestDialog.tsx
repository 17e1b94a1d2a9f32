import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  AttestableFact,
  AttestationRequest,
} from '@airworthy/plugin-readiness-common';
import { problemOf } from '@airworthy/plugin-readiness-react';
import { useState, type ChangeEvent } from 'react';
import { ActionButton, DialogFrame, Notice, tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';
import {
  newDraft,
  readAttestation,
  type AttestationDraft,
  type DraftProblems,
} from './attestationDraft';

const useStyles = makeStyles(
  theme => ({
    fields: { display: 'grid', gap: 14, padding: '4px 20px 8px' },
    note: {
      margin: 0,
      color: tokensOf(theme).textSecondary,
      fontSize: 13,
      lineHeight: '18px',
    },
    pair: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      gap: 14,
    },
  }),
  { name: 'AirworthyAttestDialog' },
);

/** What the browser offers to type a value with. */
const inputTypes = {
  bool: 'text',
  string: 'text',
  strings: 'text',
  int: 'number',
  double: 'number',
  timestamp: 'date',
} as const;

/** @internal */
export interface AttestDialogProps {
  entityRef: string;
  /** What the check asks. */
  title: string;
  /** At least one. */
  facts: readonly AttestableFact[];
  onAttest: (request: AttestationRequest) => Promise<void>;
  onClose: () => void;
}

/** Where a person vouches for a fact: value, link, note, and until when. */
export function AttestDialog(props: AttestDialogProps) {
  const { entityRef, title, facts, onAttest, onClose } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const [draft, setDraft] = useState(() => newDraft(facts[0], Date.now()));
  const [problems, setProblems] = useState<DraftProblems>({});
  const [failure, setFailure] = useState<string | undefined>();
  const [saving, setSaving] = useState(false);
  const { fact } = draft;

  const set =
    (field: 'value' | 'url' | 'note' | 'until') =>
    (event: ChangeEvent<HTMLInputElement>) => {
      setDraft(before => ({ ...before, [field]: event.target.value }));
      setProblems(before => ({ ...before, [field]: undefined }));
    };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = facts.find(option => option.fact === event.target.value);
    if (chosen) {
      setDraft(
        (before): AttestationDraft => ({
          ...before,
          fact: chosen,
          value: newDraft(chosen, Date.now()).value,
        }),
      );
    }
  };
  const save = async () => {
    const read = readAttestation(entityRef, draft, Date.now());
    if (read.problems) {
      setProblems(read.problems);
      return;
    }
    setSaving(true);
    setFailure(undefined);
    try {
      await onAttest(read.request);
      onClose();
    } catch (error) {
      setFailure(problemOf(error, Date.now()).message);
      setSaving(false);
    }
  };
  const field = {
    variant: 'outlined',
    size: 'small',
    fullWidth: true,
  } as const;
  const date = { ...field, InputLabelProps: { shrink: true } } as const;
  const valueHint = fact.type === 'strings' ? t('attest.listHint') : fact.unit;
  return (
    <DialogFrame
      title={t('attest.title', { title })}
      maxWidth="sm"
      onSubmit={save}
      onClose={onClose}
      actions={
        <>
          <ActionButton onClick={onClose}>{t('attest.cancel')}</ActionButton>
          <ActionButton kind="primary" type="submit" disabled={saving}>
            {saving ? t('attest.saving') : t('attest.save')}
          </ActionButton>
        </>
      }
    >
      <div className={classes.fields}>
        <p className={classes.note}>{t('attest.note')}</p>
        <TextField
          {...field}
          select
          id="attest-fact"
          label={t('attest.fact')}
          value={fact.fact}
          onChange={choose}
          helperText={fact.description}
          disabled={facts.length === 1}
        >
          {facts.map(option => (
            <MenuItem key={option.fact} value={option.fact}>
              {option.fact}
            </MenuItem>
          ))}
        </TextField>
        <div className={classes.pair}>
          {fact.type === 'bool' ? (
            <TextField
              {...field}
              select
              id="attest-value"
              label={t('attest.value')}
              value={draft.value}
              onChange={set('value')}
            >
              <MenuItem value="true">{t('attest.yes')}</MenuItem>
              <MenuItem value="false">{t('attest.no')}</MenuItem>
            </TextField>
          ) : (
            <TextField
              {...(fact.type === 'timestamp' ? date : field)}
              id="attest-value"
              type={inputTypes[fact.type]}
              label={t('attest.value')}
              value={draft.value}
              onChange={set('value')}
              error={Boolean(problems.value)}
              helperText={
                problems.value
                  ? t(`attest.problem.${problems.value}`)
                  : valueHint
              }
            />
          )}
          <TextField
            {...date}
            id="attest-until"
            type="date"
            label={t('attest.until')}
            value={draft.until}
            onChange={set('until')}
            error={Boolean(problems.until)}
            helperText={
              problems.until
                ? t(`attest.problem.${problems.until}`)
                : t('attest.untilHint')
            }
          />
        </div>
        <TextField
          {...field}
          id="attest-url"
          type="url"
          label={t('attest.url')}
          value={draft.url}
          onChange={set('url')}
          error={Boolean(problems.url)}
          helperText={
            problems.url
              ? t(`attest.problem.${problems.url}`)
              : t('attest.urlHint')
          }
        />
        <TextField
          {...field}
          id="attest-note"
          multiline
          minRows={2}
          label={t('attest.comment')}
          value={draft.note}
          onChange={set('note')}
        />
        {failure && (
          <Notice tone="fail" role="alert" icon={<ErrorOutlineIcon />}>
            {t('attest.failed', { message: failure })}
          </Notice>
        )}
      </div>
    </DialogFrame>
  );
}
