import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import LockIcon from '@material-ui/icons/Lock';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BlankState, Panel } from '@airworthy/plugin-readiness-react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';
import { TradeoffsProblem } from '../components';
import { parsePrefill } from '../hooks/newRecordAddress';
import { useResource } from '../hooks/useResource';
import { recordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import { RecordEditor } from './RecordEditor';
import { withHeading } from './withHeading';

/** The editor over a record that there is. */
export function EditRecordContent() {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const api = useApi(tradeoffsApiRef);
  const { id = '' } = useParams();
  const [query] = useSearchParams();
  const { heading } = parsePrefill(query);
  const navigate = useNavigate();
  const recordRoute = useRouteRef(recordRouteRef);
  // Not the cache's: what is edited has to be what is stored.
  const { value, problem, loading, reload, replace } = useResource(
    `record ${id}`,
    client => client.getRecord(id),
  );
  if (!value && problem) {
    return (
      <Panel title={t('record.kind')}>
        <TradeoffsProblem problem={problem} what="record" onRetry={reload} />
      </Panel>
    );
  }
  if (!value || (loading && !problem)) {
    return (
      <div role="status" aria-label={t('state.loading')}>
        <Skeleton variant="rect" height={480} animation={false} />
      </div>
    );
  }
  const to = recordRoute({ id: encodeURIComponent(id) });
  if (!value.editable) {
    return (
      <Panel title={value.title}>
        <BlankState icon={<LockIcon />} title={t('editor.notEditable')}>
          {value.truncated ? t('editor.tooLarge') : t('problem.noAccess.text')}
        </BlankState>
      </Panel>
    );
  }
  return (
    <RecordEditor
      title={t('editor.edit', { title: value.title })}
      note={t(value.origin === 'git' ? 'editor.toFile' : 'editor.toPortal')}
      entityRef={value.entityRefs[0]}
      source={{
        content: value.content,
        revision: value.revision,
        begin: heading ? withHeading(value.content, heading) : undefined,
      }}
      draftKey={id}
      cancelTo={to}
      save={(content, revision = value.revision) =>
        api.updateRecord(id, { content, revision })
      }
      onSaved={record => {
        replace(record);
        navigate(to);
      }}
    />
  );
}
