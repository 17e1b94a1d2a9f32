import { dashboardsDetector } from './dashboards';
import { runDetector } from './testing/createTestContext';

function dashboard(...titles: string[]) {
  return JSON.stringify({
    title: 'payments-api',
    panels: titles.map(title => ({ type: 'row', title })),
  });
}

const complete = dashboard(
  'Is it healthy?',
  'What changed recently?',
  'Which dependency is slow or failing?',
  'Who is affected?',
);

function detect(files: Record<string, string>, manifests: string[] = []) {
  return runDetector(dashboardsDetector, { files, manifests });
}

describe('dashboardsDetector', () => {
  it('reads what a dashboard answers', async () => {
    const findings = await detect({ 'dashboards/a.json': complete });
    expect(findings.facts).toEqual({
      'dashboard.files': ['dashboards/a.json'],
      'dashboard.answers': ['healthy', 'changes', 'dependencies', 'affected'],
    });
    expect(findings.origins['dashboard.files']).toBe('dashboards/a.json:1');
  });

  it('reads panels inside rows, and annotations of deployments', async () => {
    const findings = await detect({
      'grafana/a.json': JSON.stringify({
        dashboard: {
          title: 'a',
          annotations: { list: [{ name: 'Deployments' }] },
          rows: [{ title: 'Overview', panels: [{ title: 'Error rate' }] }],
        },
      }),
    });
    expect(findings.facts['dashboard.answers']).toEqual(['healthy', 'changes']);
  });

  it('reads dashboards inside ConfigMaps', async () => {
    const findings = await detect(
      {
        'deploy/dashboard.yaml': `kind: ConfigMap\nmetadata: { name: a }\ndata:\n  a.json: '${complete}'\n`,
      },
      ['deploy/dashboard.yaml'],
    );
    expect(findings.facts['dashboard.answers']).toHaveLength(4);
    expect(findings.origins['dashboard.files']).toBe('deploy/dashboard.yaml:4');
  });

  it('states that there is none, and cannot tell what it answers', async () => {
    const findings = await detect({
      'dashboards/package.json': '{ "name": "a" }',
      'src/panels.json': complete,
    });
    expect(findings.facts).toEqual({ 'dashboard.files': [] });
    expect(findings.gaps['dashboard.answers']).toHaveLength(1);
  });

  it('does not run a program that makes a dashboard', async () => {
    const findings = await detect({ 'dashboards/a.jsonnet': 'local g = 1;' });
    expect(findings.facts).toEqual({
      'dashboard.files': ['dashboards/a.jsonnet'],
    });
    expect(findings.gaps['dashboard.answers'][0]).toContain(
      'dashboards/a.jsonnet is a program',
    );
  });
});
