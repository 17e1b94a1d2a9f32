import { apiVersionOf, servedResources } from './servedResources';

const GROUPS = [...new Set(servedResources.map(({ group }) => group))].filter(
  Boolean,
);

function groupOf(name: string) {
  const versions = [
    ...new Set(
      servedResources
        .filter(({ group }) => group === name)
        .map(resource => resource.version),
    ),
  ].map(version => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}

/** `/api`: meta/v1 APIVersions. */
export function coreVersions() {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:443' },
    ],
  };
}

/** `/apis`: meta/v1 APIGroupList. */
export function groupList() {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: GROUPS.map(groupOf),
  };
}

/** `/apis/<group>`: meta/v1 APIGroup; undefined where it is not served. */
export function groupNamed(name: string) {
  return GROUPS.includes(name)
    ? { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(name) }
    : undefined;
}

/** `/api/v1` and `/apis/<group>/<version>`: meta/v1 APIResourceList. */
export function resourceList(groupVersion: string) {
  const resources = servedResources.filter(
    resource => apiVersionOf(resource) === groupVersion,
  );
  return resources.length === 0
    ? undefined
    : {
        kind: 'APIResourceList',
        apiVersion: 'v1',
        groupVersion,
        resources: resources.map(
          ({ plural, singular, namespaced, kind, shortNames }) => ({
            name: plural,
            singularName: singular,
            namespaced,
            kind,
            verbs: ['get', 'list'],
            ...(shortNames ? { shortNames } : {}),
          }),
        ),
      };
}
