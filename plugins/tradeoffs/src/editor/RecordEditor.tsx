import { makeStyles } from '@material-ui/core/styles';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  formatShortMoment,
  Notice,
  PageHead,
  Panel,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import { useState, type ReactNode } from 'react';
import { ProblemList, SummarySentence } from '../components';
import { useAxes } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import { shownText } from './applyTextChange';
import { BodyPanel } from './BodyPanel';
import { ConflictPanel } from './ConflictPanel';
import { titleOf } from './recordForm';
import { StructuredForm } from './StructuredForm';
import { TextArea } from './TextArea';
import { useEditor, type EditorOptions } from './useEditor';
import { useLeaveGuard } from './useLeaveGuard';
import { useValidation } from './useValidation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { display: 'grid', gap: 16, minWidth: 0 },
      grid: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        gap: 20,
        alignItems: 'start',
        [theme.breakpoints.down('sm')]: {
          gridTemplateColumns: 'minmax(0, 1fr)',
        },
      },
      stack: { display: 'grid', gap: 16, alignContent: 'start', minWidth: 0 },
      body: { padding: '0 20px 20px' },
      toggle: {
        height: 32,
        padding: '0 10px',
        fontSize: 13,
        letterSpacing: 0,
        textTransform: 'none',
        color: tokens.text,
        borderColor: tokens.control,
        backgroundColor: tokens.paper,
        '&.Mui-selected': {
          color: tokens.text,
          fontWeight: 700,
          backgroundColor: tokens.selected,
        },
      },
    };
  },
  { name: 'AirworthyRecordEditor' },
);

/** @internal */
export interface RecordEditorProps extends EditorOptions {
  title: string;
  /** Where it goes when it is saved. */
  note?: ReactNode;
  entityRef?: string;
  /** Where "Cancel" leads. */
  cancelTo: string;
}

/** The editor: fields beside Markdown, or the whole file. */
export function RecordEditor(props: RecordEditorProps) {
  const { title, note, entityRef, cancelTo } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const axes = useAxes();
  const editor = useEditor(props);
  const { content, form, conflict } = editor;
  const [mode, setMode] = useState<'form' | 'file'>('form');
  const validation = useValidation(content, entityRef);
  const guard = useLeaveGuard(editor.dirty && !editor.saving);
  const shown = form ? mode : 'file';
  return (
    <div className={classes.root}>
      <PageHead title={title} note={note}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={shown}
          aria-label={t('editor.mode')}
          onChange={(_event, value: 'form' | 'file' | null) =>
            value && setMode(value)
          }
        >
          <ToggleButton
            value="form"
            className={classes.toggle}
            disabled={!form}
          >
            {t('editor.form')}
          </ToggleButton>
          <ToggleButton value="file" className={classes.toggle}>
            {t('editor.file')}
          </ToggleButton>
        </ToggleButtonGroup>
        <ActionButton tall to={cancelTo}>
          {t('editor.cancel')}
        </ActionButton>
        <ActionButton
          tall
          kind="primary"
          disabled={
            editor.saving ||
            conflict !== undefined ||
            (editor.dirty && validation.errors > 0)
          }
          onClick={editor.save}
        >
          {t(editor.saving ? 'editor.saving' : 'editor.save')}
        </ActionButton>
      </PageHead>
      {editor.restored && (
        <Notice tone="unknown" icon={<InfoIcon />} role="status">
          {t('editor.restored', {
            at: formatShortMoment(editor.restored.at),
          })}{' '}
          <ActionButton kind="text" onClick={editor.discard}>
            {t('editor.discard')}
          </ActionButton>
        </Notice>
      )}
      {editor.problem && (
        <Notice tone="fail" icon={<ErrorIcon />} role="alert">
          {t('editor.saveFailed', { message: editor.problem.message })}
        </Notice>
      )}
      {conflict && (
        <ConflictPanel
          mine={shownText(content)}
          current={conflict}
          saving={editor.saving}
          onMine={editor.changeFile}
          onKeepMine={editor.keepMine}
          onTakeTheirs={editor.takeTheirs}
        />
      )}
      <div className={classes.grid}>
        <div className={classes.stack}>
          {!form && (
            <Notice tone="attention" icon={<InfoIcon />}>
              {t('editor.noForm')}
            </Notice>
          )}
          {shown === 'form' && form ? (
            <Panel title={t('editor.decision')}>
              <StructuredForm
                form={form}
                axes={axes}
                onChange={editor.changeForm}
              />
            </Panel>
          ) : (
            <Panel title={t('editor.file')}>
              <div className={classes.body}>
                <TextArea
                  label={t('editor.file')}
                  value={shownText(content)}
                  onChange={editor.changeFile}
                  rows={36}
                />
              </div>
            </Panel>
          )}
        </div>
        <div className={classes.stack}>
          <Panel
            title={t('problems.title')}
            note={
              validation.problems.length === 0
                ? t('problems.none')
                : t('problems.note', { count: validation.problems.length })
            }
          >
            <div className={classes.body} role="status" aria-live="polite">
              <ProblemList problems={validation.problems} />
            </div>
          </Panel>
          {validation.answer?.record?.summary && (
            <Panel title={t('sentence.title')}>
              <div className={classes.body}>
                <SummarySentence summary={validation.answer.record.summary} />
              </div>
            </Panel>
          )}
          {shown === 'form' && form && (
            <BodyPanel
              body={form.body}
              onChange={body =>
                editor.changeForm({ body, title: titleOf(body) ?? form.title })
              }
            />
          )}
        </div>
      </div>
      <Dialog
        open={guard.target !== undefined}
        onClose={guard.stay}
        aria-labelledby="airworthy-leave-title"
      >
        <DialogTitle id="airworthy-leave-title">
          {t('editor.leaveTitle')}
        </DialogTitle>
        <DialogContent>{t('editor.leaveText')}</DialogContent>
        <DialogActions>
          <Button onClick={guard.leave}>{t('editor.leave')}</Button>
          {/* The safe answer is the one that Enter gives. */}
          {/* eslint-disable-next-line jsx-a11y/no-autofocus -- see above */}
          <Button autoFocus color="primary" onClick={guard.stay}>
            {t('editor.stay')}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}
