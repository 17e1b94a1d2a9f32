import {
  DEFAULT_NAMESPACE,
  type Entity,
  RELATION_HAS_MEMBER,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
} from '@backstage/catalog-model';
import type { Company, CompanyService } from '../model';

/**
 * The company's services, teams and people as a catalog would hold them, with
 * the annotations that link them to its upstreams.
 */
export function createCatalogEntities(company: Company): Entity[] {
  const owned = new Map<string, string[]>();
  for (const service of company.services) {
    owned.set(service.team, [
      ...(owned.get(service.team) ?? []),
      service.entityRef,
    ]);
  }
  const teamsOf = new Map<string, string[]>();
  for (const team of company.teams) {
    for (const member of team.members) {
      teamsOf.set(member, [...(teamsOf.get(member) ?? []), team.name]);
    }
  }
  return [
    ...company.services.map(service =>
      createComponent(service, company.github.environmentsOf(service)),
    ),
    ...company.teams.map(
      (team): Entity => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Group',
        metadata: {
          name: team.name,
          namespace: DEFAULT_NAMESPACE,
          uid: `group-${team.name}`,
          title: team.title,
          annotations: {
            'github.com/team-slug': `${company.organisation}/${team.name}`,
            'pagerduty.com/team-id': company.pagerduty.teamIdOf(team.name),
          },
        },
        spec: { type: 'team', children: [], members: team.members },
        relations: [
          ...(owned.get(team.name) ?? []).map(targetRef => ({
            type: RELATION_OWNER_OF,
            targetRef,
          })),
          ...team.members.map(member => ({
            type: RELATION_HAS_MEMBER,
            targetRef: `user:default/${member}`,
          })),
        ],
      }),
    ),
    ...company.people.map(
      (person): Entity => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'User',
        metadata: {
          name: person.name,
          namespace: DEFAULT_NAMESPACE,
          uid: `user-${person.name}`,
          annotations: { 'github.com/user-login': person.login },
        },
        spec: {
          profile: { displayName: person.displayName, email: person.email },
        },
        relations: (teamsOf.get(person.name) ?? []).map(team => ({
          type: RELATION_MEMBER_OF,
          targetRef: `group:default/${team}`,
        })),
      }),
    ),
  ];
}

function createComponent(
  service: CompanyService,
  environments: string[],
): Entity {
  const { name, repository, runtime, application, pagerService } = service;
  const annotations: Record<string, string | undefined> = {
    'github.com/project-slug': repository?.slug,
    'airworthy.dev/source-path': repository?.path,
    'airworthy.dev/github-environments': environments.join(',') || undefined,
    'backstage.io/kubernetes-id': runtime && name,
    'argocd/app-name': application,
    'pagerduty.com/service-id': pagerService,
  };
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: DEFAULT_NAMESPACE,
      uid: `component-${name}`,
      labels: service.tier ? { 'airworthy.dev/tier': `${service.tier}` } : {},
      annotations: Object.fromEntries(
        Object.entries(annotations).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      ),
    },
    spec: {
      type: 'service',
      lifecycle: service.lifecycle,
      owner: service.team,
    },
    relations: [
      { type: RELATION_OWNED_BY, targetRef: `group:default/${service.team}` },
    ],
  };
}
