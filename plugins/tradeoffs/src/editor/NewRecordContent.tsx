import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import LockIcon from '@material-ui/icons/Lock';
import Skeleton from '@material-ui/lab/Skeleton';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { BlankState, Panel } from '@airworthy/plugin-readiness-react';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';
import { TradeoffsProblem } from '../components';
import { parsePrefill, type NewRecordPrefill } from '../hooks/newRecordAddress';
import { useAxes } from '../hooks/useAxes';
import { useResource } from '../hooks/useResource';
import { recordRouteRef, rootRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import { EntityChoice } from './EntityChoice';
import { newRecordText } from './newRecordText';
import { RecordEditor } from './RecordEditor';

/** The editor over a new record, filled with what the address tells. */
export function NewRecordContent() {
  const [query, setQuery] = useSearchParams();
  const prefill = parsePrefill(query);
  return prefill.entity ? (
    <NewRecordOf
      // Another prefill is another record: the editor begins anew.
      key={JSON.stringify(prefill)}
      prefill={prefill}
      entityRef={prefill.entity}
    />
  ) : (
    <EntityChoice
      onChoose={entity =>
        setQuery(before => {
          const next = new URLSearchParams(before);
          next.set('entity', entity);
          return next;
        })
      }
    />
  );
}

interface NewRecordOfProps {
  prefill: NewRecordPrefill;
  entityRef: string;
}

function NewRecordOf({ prefill, entityRef }: NewRecordOfProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const api = useApi(tradeoffsApiRef);
  const navigate = useNavigate();
  const root = useRouteRef(rootRouteRef);
  const recordRoute = useRouteRef(recordRouteRef);
  const axes = useAxes();
  const { supersedes } = prefill;
  const entity = useResource(`entity ${entityRef}`, client =>
    client.getEntityTradeoffs(entityRef),
  );
  const before = useResource(supersedes && `record ${supersedes}`, client =>
    client.getRecord(supersedes ?? ''),
  );
  const known = entity.value && (!supersedes || before.value);
  const content = useMemo(
    () =>
      entity.value && known
        ? newRecordText({
            ...prefill,
            entityRef,
            owner: entity.value.owner,
            names: entity.value.records.map(row => row.name),
            axes: [...axes.values()],
            today: new Date().toISOString().slice(0, 10),
            supersedes: before.value,
          })
        : undefined,
    // What is read again later must not write over what was begun.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
    [known === undefined],
  );
  const problem = entity.value ? before.problem : entity.problem;
  if (!known && problem) {
    return (
      <Panel title={t('positions.record')}>
        <TradeoffsProblem
          problem={problem}
          what={entity.value ? 'record' : 'entity'}
          onRetry={entity.value ? before.reload : entity.reload}
        />
      </Panel>
    );
  }
  if (!entity.value || content === undefined) {
    return (
      <div role="status" aria-label={t('state.loading')}>
        <Skeleton variant="rect" height={480} animation={false} />
      </div>
    );
  }
  if (!entity.value.canCreate) {
    return (
      <Panel title={t('positions.record')}>
        <BlankState icon={<LockIcon />} title={t('editor.notAllowed')}>
          {t('problem.noAccess.text')}
        </BlankState>
      </Panel>
    );
  }
  return (
    <RecordEditor
      title={t('editor.new', {
        entity: entity.value.title ?? entityRef.split('/').pop() ?? entityRef,
      })}
      note={t('editor.toPortal')}
      entityRef={entityRef}
      source={{ content }}
      draftKey={`new ${JSON.stringify(prefill)}`}
      cancelTo={root()}
      save={async text => ({
        outcome: 'saved',
        result: await api.createRecord({ entityRef, content: text }),
      })}
      onSaved={record =>
        navigate(recordRoute({ id: encodeURIComponent(record.id) }), {
          replace: true,
        })
      }
    />
  );
}
