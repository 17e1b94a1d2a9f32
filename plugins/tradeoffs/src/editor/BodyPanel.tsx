import { makeStyles } from '@material-ui/core/styles';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel, tokensOf } from '@airworthy/plugin-readiness-react';
import { useState } from 'react';
import { RecordMarkdown } from '../components';
import { tradeoffsTranslationRef } from '../translation';
import { TextArea } from './TextArea';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      body: { padding: '0 20px 20px' },
      preview: {
        minHeight: 320,
        padding: 12,
        border: `1px solid ${tokens.line}`,
        borderRadius: 4,
      },
      toggle: {
        height: 28,
        padding: '0 10px',
        fontSize: 12.5,
        letterSpacing: 0,
        textTransform: 'none',
        color: tokens.text,
        borderColor: tokens.control,
        '&.Mui-selected': {
          color: tokens.text,
          fontWeight: 700,
          backgroundColor: tokens.selected,
        },
      },
    };
  },
  { name: 'AirworthyBodyPanel' },
);

/** @internal */
export interface BodyPanelProps {
  body: string;
  onChange: (body: string) => void;
}

/** The Markdown of a record, to write and to look at as it will be shown. */
export function BodyPanel({ body, onChange }: BodyPanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const [mode, setMode] = useState<'write' | 'preview'>('write');
  return (
    <Panel
      title={t('editor.body')}
      actions={
        <ToggleButtonGroup
          exclusive
          size="small"
          value={mode}
          aria-label={t('editor.bodyMode')}
          onChange={(_event, value: 'write' | 'preview' | null) =>
            value && setMode(value)
          }
        >
          <ToggleButton value="write" className={classes.toggle}>
            {t('editor.write')}
          </ToggleButton>
          <ToggleButton value="preview" className={classes.toggle}>
            {t('editor.preview')}
          </ToggleButton>
        </ToggleButtonGroup>
      }
    >
      <div className={classes.body}>
        {mode === 'write' ? (
          <TextArea
            label={t('editor.body')}
            value={body}
            onChange={onChange}
            rows={24}
          />
        ) : (
          <div className={classes.preview}>
            <RecordMarkdown markdown={body} />
          </div>
        )}
      </div>
    </Panel>
  );
}
