import FlightIcon from '@material-ui/icons/Flight';
import {
  ApiBlueprint,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  PluginHeaderActionBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ReadinessClient } from '@airworthy/plugin-readiness-common';
import { readinessApiRef } from './api/readinessApiRef';
import {
  newRecordRouteRef,
  recordRouteRef,
  registerRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';

const title = 'Readiness';
const icon = <FlightIcon fontSize="inherit" />;

const readinessApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: readinessApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new ReadinessClient({ fetchApi }),
    }),
});

const readinessPage = PageBlueprint.make({
  params: { path: '/readiness', routeRef: rootRouteRef, title, icon },
});

const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: async () => {
      const { Frame } = await import('@airworthy/plugin-readiness-react');
      const { OverviewContent } = await import('./overview/OverviewContent');
      return (
        <Frame page>
          <OverviewContent />
        </Frame>
      );
    },
  },
});

const servicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: 'Services',
    loader: async () => {
      const { Frame } = await import('@airworthy/plugin-readiness-react');
      const { ServicesContent } = await import('./services/ServicesContent');
      return (
        <Frame page>
          <ServicesContent />
        </Frame>
      );
    },
  },
});

const checksPage = SubPageBlueprint.make({
  name: 'checks',
  params: {
    path: 'checks',
    title: 'Checks',
    loader: async () => {
      const { Frame } = await import('@airworthy/plugin-readiness-react');
      const { ChecksContent } = await import('./checks/ChecksContent');
      return (
        <Frame page>
          <ChecksContent />
        </Frame>
      );
    },
  },
});

const sourcesPage = SubPageBlueprint.make({
  name: 'sources',
  params: {
    path: 'sources',
    title: 'Sources',
    loader: async () => {
      const { Frame } = await import('@airworthy/plugin-readiness-react');
      const { SourcesContent } = await import('./sources/SourcesContent');
      return (
        <Frame page>
          <SourcesContent />
        </Frame>
      );
    },
  },
});

const evaluatedNote = PluginHeaderActionBlueprint.make({
  name: 'evaluated',
  params: {
    loader: async () => {
      const { EvaluatedNote } = await import('./page/EvaluatedNote');
      return <EvaluatedNote />;
    },
  },
});

const entityReadinessContent = EntityContentBlueprint.make({
  params: {
    path: '/readiness',
    title,
    icon,
    group: 'operation',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityReadinessContent } = await import(
        './entity/EntityReadinessContent'
      );
      return <EntityReadinessContent />;
    },
  },
});

const entityReadinessCard = EntityCardBlueprint.make({
  name: 'summary',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityReadinessCard } = await import(
        './card/EntityReadinessCard'
      );
      return <EntityReadinessCard />;
    },
  },
});

const entityDeploymentsCard = EntityCardBlueprint.make({
  name: 'deployments',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityDeploymentsCard } = await import(
        './card/EntityDeploymentsCard'
      );
      return <EntityDeploymentsCard />;
    },
  },
});

const entityAlertsCard = EntityCardBlueprint.make({
  name: 'alerts',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: async () => {
      const { EntityAlertsCard } = await import('./card/EntityAlertsCard');
      return <EntityAlertsCard />;
    },
  },
});

/**
 * The plugin for apps of the new frontend system.
 *
 * @alpha
 */
export default createFrontendPlugin({
  pluginId: 'readiness',
  title,
  icon,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  externalRoutes: {
    template: templateRouteRef,
    register: registerRouteRef,
    newRecord: newRecordRouteRef,
    record: recordRouteRef,
  },
  extensions: [
    readinessApi,
    readinessPage,
    overviewPage,
    servicesPage,
    checksPage,
    sourcesPage,
    evaluatedNote,
    entityReadinessContent,
    entityReadinessCard,
    entityDeploymentsCard,
    entityAlertsCard,
  ],
});

export { readinessTranslationRef } from './translation';
