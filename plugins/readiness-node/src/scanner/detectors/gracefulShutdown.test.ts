import { gracefulShutdownDetector } from './gracefulShutdown';
import { runDetector } from './testing/createTestContext';

const manifests = ['deploy.yaml'];
const deploy =
  'kind: Deployment\nmetadata: { name: a, namespace: b }\n---\nkind: Job\nmetadata: { name: migrate }\n';

describe('gracefulShutdownDetector', () => {
  it.each([
    ["process.on('SIGTERM', stop);", true],
    ['listen();', false],
  ])(
    'states what %s does, for what runs until stopped',
    async (source, handled) => {
      const findings = await runDetector(gracefulShutdownDetector, {
        files: { 'deploy.yaml': deploy, 'src/server.ts': source },
        manifests,
      });
      expect(findings.members).toEqual({
        workloads: { 'Deployment/b/a': { gracefulShutdown: handled } },
      });
    },
  );

  it('cannot tell without the source', async () => {
    const findings = await runDetector(gracefulShutdownDetector, {
      files: { 'deploy.yaml': deploy },
      manifests,
    });
    expect(findings.members).toEqual({});
    expect(findings.memberGaps.workloads['Deployment/b/a']).toHaveLength(1);
  });
});
