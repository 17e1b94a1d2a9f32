import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { Company } from './Company';

const examples = resolve(__dirname, '../../../../examples');
const componentSchema = z.object({
  kind: z.literal('Component'),
  metadata: z.object({
    name: z.string(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
  spec: z.object({ lifecycle: z.string() }),
});

const groupSchema = z.object({
  metadata: componentSchema.shape.metadata,
});

function readComponents() {
  const files = [
    `${examples}/org/components.yaml`,
    ...readdirSync(`${examples}/repositories`).map(
      name => `${examples}/repositories/${name}/catalog-info.yaml`,
    ),
  ];
  return files.flatMap(file =>
    parseAllDocuments(readFileSync(file, 'utf8')).map(document =>
      componentSchema.parse(document.toJS()),
    ),
  );
}

const now = () => new Date('2026-11-24T12:00:00Z');

describe('Company', () => {
  it('deploys and tells of it', () => {
    const company = Company.demo({ now });
    const { version } = company;
    const before = company.deploymentsOf('cart').length;
    const { id } = company.deploy({
      service: 'cart',
      environment: 'production',
      version: '9.9.9',
      commit: {
        sha: 'a'.repeat(40),
        message: 'x',
        committedAt: '2026-11-24T09:00:00Z',
      },
      deployedBy: 'somebody',
      result: 'in-progress',
      rollback: false,
      via: 'argocd',
    });
    expect(company.deploymentsOf('cart')).toHaveLength(before + 1);
    expect(company.deployments.at(-1)).toMatchObject({
      id,
      startedAt: '2026-11-24T12:00:00.000Z',
    });
    expect(company.version).toBeGreaterThan(version);
  });

  it('opens and resolves incidents', () => {
    const company = Company.demo({ now });
    const { id } = company.openIncident({
      service: 'cart',
      title: 'Carts are empty',
      urgency: 'high',
    });
    expect(company.incidents.at(-1)).not.toHaveProperty('resolvedAt');
    company.resolveIncident(id);
    expect(company.incidents.at(-1)?.resolvedAt).toBe(
      '2026-11-24T12:00:00.000Z',
    );
    expect(company.resolveIncident('Q9999')).toBeUndefined();
  });

  it('tells of the same past tomorrow', () => {
    const today = Company.demo({ now });
    const tomorrow = Company.demo({
      now: () => new Date('2026-11-25T12:00:00Z'),
    });
    const kept = new Map(tomorrow.deployments.map(item => [item.id, item]));
    const payments = today.deploymentsOf('payments-api');
    expect(payments.length).toBeGreaterThan(50);
    for (const deployment of payments) {
      expect(kept.get(deployment.id)).toEqual(deployment);
    }
  });

  it('numbers each deployment once, and none lies in the future', () => {
    const company = Company.demo({ now });
    const ids = company.deployments.map(item => item.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { commit, startedAt, finishedAt } of company.deployments) {
      expect(commit.committedAt < startedAt).toBe(true);
      expect(startedAt < String(finishedAt)).toBe(true);
      expect(String(finishedAt) <= now().toISOString()).toBe(true);
    }
  });

  it('knows the services of the examples under the names that link them', () => {
    const linked = readComponents().map(({ metadata, spec }) => ({
      name: metadata.name,
      lifecycle: spec.lifecycle,
      repository: metadata.annotations?.['github.com/project-slug'],
      application: metadata.annotations?.['argocd/app-name'],
      pagerService: metadata.annotations?.['pagerduty.com/service-id'],
    }));
    const known = Company.demo({ now }).services.map(service => ({
      name: service.name,
      lifecycle: service.lifecycle,
      repository: service.repository?.slug,
      application: service.application,
      pagerService: service.pagerService,
      // These lead nowhere, to be seen.
      ...(service.states.includes('link-not-found') && {
        application: 'catalog-importer',
        pagerService: 'PGONE99',
      }),
    }));
    const byName = (a: { name: string }, b: { name: string }) =>
      a.name.localeCompare(b.name);
    expect(linked.sort(byName)).toEqual(known.sort(byName));
  });

  it('knows the teams of the examples under their ids', () => {
    const company = Company.demo({ now });
    const ids = parseAllDocuments(
      readFileSync(`${examples}/org/groups.yaml`, 'utf8'),
    ).flatMap(document => {
      const group = groupSchema.parse(document.toJS());
      const { name, annotations = {} } = group.metadata;
      const id = annotations['pagerduty.com/team-id'];
      return id === undefined ? [] : [[name, id]];
    });
    expect(ids).toEqual(
      company.teams.map(({ name }) => [name, company.pagerduty.teamIdOf(name)]),
    );
  });

  it('generates the same company again, of the size asked for', () => {
    const options = { services: 50, now };
    const company = Company.generate(options);
    expect(company.services).toHaveLength(50);
    expect(company.clusters).toHaveLength(3);
    expect(
      new Set(company.services.map(item => item.repository?.slug)).size,
    ).toBe(20);
    expect(Company.generate(options).deployments).toEqual(company.deployments);
  });
});
