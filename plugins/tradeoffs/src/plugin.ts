import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { TradeoffsClient } from '@airworthy/plugin-tradeoffs-common';
import { tradeoffsApiRef } from './api/tradeoffsApiRef';
import {
  editRecordRouteRef,
  newRecordRouteRef,
  recordRouteRef,
  rootRouteRef,
} from './routes';

/**
 * The plugin for apps of the classic frontend system.
 *
 * @public
 */
export const tradeoffsPlugin = createPlugin({
  id: 'tradeoffs',
  apis: [
    createApiFactory({
      api: tradeoffsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new TradeoffsClient({ fetchApi }),
    }),
  ],
  routes: {
    root: rootRouteRef,
    record: recordRouteRef,
    editRecord: editRecordRouteRef,
    newRecord: newRecordRouteRef,
  },
});

/**
 * The pages below `/tradeoffs`: all records, the fleet view, one record and
 * the editor.
 *
 * @public
 */
export const TradeoffsPage = tradeoffsPlugin.provide(
  createRoutableExtension({
    name: 'TradeoffsPage',
    component: () =>
      import('./page/TradeoffsPage').then(module => module.TradeoffsPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The content of an entity's tab "Tradeoffs", for the path `/tradeoffs`.
 *
 * @public
 */
export const EntityTradeoffsContent = tradeoffsPlugin.provide(
  createComponentExtension({
    name: 'EntityTradeoffsContent',
    component: {
      lazy: () =>
        import('./entity/EntityTradeoffsContent').then(
          module => module.EntityTradeoffsContent,
        ),
    },
  }),
);
