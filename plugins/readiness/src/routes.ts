import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** `/readiness`. */
export const rootRouteRef = createRouteRef({ id: 'readiness' });

/** The matrix. */
export const servicesRouteRef = createSubRouteRef({
  id: 'readiness/services',
  parent: rootRouteRef,
  path: '/services',
});

/** Each rule and its pass rate. */
export const checksRouteRef = createSubRouteRef({
  id: 'readiness/checks',
  parent: rootRouteRef,
  path: '/checks',
});

/** A template's form in the scaffolder, where that is installed. */
export const templateRouteRef = createExternalRouteRef({
  id: 'readiness/template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** Where components are registered, where the catalog import is installed. */
export const registerRouteRef = createExternalRouteRef({
  id: 'readiness/register',
  optional: true,
  defaultTarget: 'catalog-import.importPage',
});

/** The editor over a new tradeoff record, where that plugin is installed. */
export const newRecordRouteRef = createExternalRouteRef({
  id: 'readiness/new-record',
  optional: true,
  defaultTarget: 'tradeoffs.newRecord',
});

/** The page of one tradeoff record, where that plugin is installed. */
export const recordRouteRef = createExternalRouteRef({
  id: 'readiness/record',
  params: ['id'],
  optional: true,
  defaultTarget: 'tradeoffs.record',
});
