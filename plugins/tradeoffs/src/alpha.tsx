import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { TradeoffsClient } from '@airworthy/plugin-tradeoffs-common';
import { tradeoffsApiRef } from './api/tradeoffsApiRef';
import { ScalesIcon } from './components/ScalesIcon';
import {
  editRecordRouteRef,
  newRecordRouteRef,
  recordRouteRef,
  rootRouteRef,
} from './routes';

const title = 'Tradeoffs';
const icon = <ScalesIcon fontSize="inherit" />;

const tradeoffsApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: tradeoffsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new TradeoffsClient({ fetchApi }),
    }),
});

const tradeoffsPage = PageBlueprint.make({
  params: {
    path: '/tradeoffs',
    routeRef: rootRouteRef,
    title,
    icon,
    loader: async () => {
      const { Frame } = await import('@airworthy/plugin-readiness-react');
      const { TradeoffsRoutes } = await import('./page/TradeoffsRoutes');
      return (
        <Frame page>
          <TradeoffsRoutes />
        </Frame>
      );
    },
  },
});

const entityTradeoffsContent = EntityContentBlueprint.make({
  params: {
    path: '/tradeoffs',
    title,
    icon,
    filter: { kind: { $in: ['component', 'system'] } },
    loader: async () => {
      const { EntityTradeoffsContent } = await import(
        './entity/EntityTradeoffsContent'
      );
      return <EntityTradeoffsContent />;
    },
  },
});

/**
 * The plugin for apps of the new frontend system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'tradeoffs',
  title,
  icon,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    record: recordRouteRef,
    editRecord: editRecordRouteRef,
    newRecord: newRecordRouteRef,
  },
  extensions: [tradeoffsApi, tradeoffsPage, entityTradeoffsContent],
});

export { tradeoffsTranslationRef } from './translation';
