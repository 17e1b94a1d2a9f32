import WarningIcon from '@material-ui/icons/Warning';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Frame,
  Notice,
  Panel,
  Refetching,
  RereadFailedNotice,
} from '@airworthy/plugin-readiness-react';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  AcceptanceList,
  RecordLink,
  standingOf,
  TradeoffsProblem,
} from '../components';
import { useAxes } from '../hooks/useAxes';
import { useResource } from '../hooks/useResource';
import { tradeoffsTranslationRef } from '../translation';
import { axisViews } from './axisViews';
import { BetweenRecordsPanel } from './BetweenRecordsPanel';
import { DesignPanel } from './DesignPanel';
import { EntitySkeleton } from './EntitySkeleton';
import {
  parseEntityTabState,
  withEntityTabState,
  type EntityTabState,
} from './entityTabState';
import { PositionsPanel } from './PositionsPanel';
import { SentencePanel } from './SentencePanel';
import { SupersessionPanel } from './SupersessionPanel';
import { useEntityLayout } from './useEntityLayout';

/**
 * The tab "Tradeoffs" of an entity.
 *
 * @public
 */
export function EntityTradeoffsContent() {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const layout = useEntityLayout();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const [query, setQuery] = useSearchParams();
  const axes = useAxes();
  const { value, problem, cold, loading, reload } = useResource(
    `entity ${entityRef}`,
    api => api.getEntityTradeoffs(entityRef),
  );
  const change = useCallback(
    (changes: Partial<EntityTabState>) =>
      setQuery(before => withEntityTabState(before, changes), {
        replace: true,
      }),
    [setQuery],
  );

  if (cold) {
    return <EntitySkeleton />;
  }
  if (!value) {
    return problem ? (
      <Frame>
        <Panel title={t('tab.title')}>
          <TradeoffsProblem problem={problem} what="entity" onRetry={reload} />
        </Panel>
      </Frame>
    ) : null;
  }
  const state = parseEntityTabState(query);
  const views = axisViews(value, axes);
  const contradicted = value.records.filter(
    row => standingOf(row) === 'contradicted',
  );
  const broken = value.records.filter(row => standingOf(row) === 'broken');
  const sentence = views.find(view => view.current?.from === 'entity');
  return (
    <Frame>
      <Refetching active={loading} />
      <div className={layout.grid}>
        <div className={layout.stack}>
          {problem && <RereadFailedNotice problem={problem} onRetry={reload} />}
          {contradicted.length > 0 && (
            <Notice tone="attention" icon={<WarningIcon />}>
              {t('tab.contradicted', { count: contradicted.length })}{' '}
              <RecordTitles records={contradicted} />
            </Notice>
          )}
          {broken.length > 0 && (
            <Notice tone="fail" icon={<WarningIcon />}>
              {t('tab.broken', { count: broken.length })}{' '}
              <RecordTitles records={broken} />
            </Notice>
          )}
          <PositionsPanel
            tradeoffs={value}
            axes={axes}
            views={views}
            layout={state.layout}
            onLayout={next => change({ layout: next })}
          />
        </div>
        <aside className={layout.stack} aria-label={t('tab.aside')}>
          <DesignPanel tradeoffs={value} views={views} />
          {value.acceptances.length > 0 && (
            <Panel
              dense
              title={t('accepted.title')}
              note={String(value.acceptances.length)}
            >
              <AcceptanceList
                acceptances={value.acceptances}
                entityRef={entityRef}
              />
            </Panel>
          )}
          {value.contradictions.length > 0 && (
            <BetweenRecordsPanel tradeoffs={value} />
          )}
          {sentence?.current && (
            <SentencePanel recordId={sentence.current.recordId} />
          )}
        </aside>
        {value.records.length > 0 && (
          <div className={layout.wide}>
            <SupersessionPanel
              entityRef={entityRef}
              axes={views.map(view => view.axis)}
              records={value.records}
              table={state.table}
              onTable={table => change({ table })}
            />
          </div>
        )}
      </div>
    </Frame>
  );
}

function RecordTitles({
  records,
}: {
  records: ReadonlyArray<{ id: string; title: string }>;
}) {
  return (
    <>
      {records.map((row, index) => (
        <span key={row.id}>
          {index > 0 && ', '}
          <RecordLink id={row.id}>{row.title}</RecordLink>
        </span>
      ))}
    </>
  );
}
