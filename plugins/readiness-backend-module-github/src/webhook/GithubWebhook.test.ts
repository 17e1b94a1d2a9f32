import examples from '@octokit/webhooks-examples';
import type {
  SourceEntity,
  WebhookContext,
} from '@airworthy/plugin-readiness-node';
import {
  RecordingLogger,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import type { AccountConfig } from '../config';
import { GithubWebhook } from './GithubWebhook';

const account: AccountConfig = {
  name: 'main',
  organization: 'Codertocat',
  host: 'github.com',
  apiBaseUrl: 'https://api.github.com',
  secrets: [],
  environments: new Map([['production', 'production']]),
  alerts: [],
  timeout: 1,
  freshness: 1,
  settingsEvery: 1,
  history: 1,
  schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
};

const REF = 'component:default/hello-world';

/** What GitHub posts, by its own examples. */
function exampleOf(name: string) {
  const found = examples.find(example => example.name === name);
  if (!found) {
    throw new Error(`There is no example of ${name}`);
  }
  return JSON.parse(JSON.stringify(found.examples[0]));
}

function contextOf(...entities: SourceEntity[]): WebhookContext {
  return {
    findByAnnotation: async (name, value) =>
      entities.filter(
        ({ annotations }) =>
          annotations[name]?.toLowerCase() === value.toLowerCase(),
      ),
    find: async () => [],
    logger: new RecordingLogger(),
    now: 0,
  };
}

const known = contextOf(
  testEntity('hello-world', {
    'github.com/project-slug': 'Codertocat/Hello-World',
  }),
);

describe('GithubWebhook', () => {
  const webhook = new GithubWebhook({ accounts: [account] });

  const handle = (kind: string, eventPayload: unknown, context = known) =>
    webhook.handle(
      { topic: 'github', eventPayload, metadata: { 'x-github-event': kind } },
      context,
    );

  it.each([
    ['success', 'succeeded', true],
    ['failure', 'failed', true],
    ['in_progress', 'in-progress', false],
  ])('tells a deployment that is %s at once', async (state, result, ended) => {
    const payload = exampleOf('deployment_status');
    payload.deployment_status.state = state;
    const [outcome] = await handle('deployment_status', payload);
    expect(outcome).toMatchObject({ source: 'github:main', refresh: [REF] });
    expect(outcome.deployments).toEqual([
      expect.objectContaining({
        entityRef: REF,
        key: payload.deployment.node_id,
        environment: 'production',
        commit: {
          sha: payload.deployment.sha,
          url: `https://github.com/Codertocat/Hello-World/commit/${payload.deployment.sha}`,
        },
        deployedBy: 'Codertocat',
        result,
      }),
    ]);
    expect(outcome.deployments?.[0].finishedAt !== undefined).toBe(ended);
  });

  it('tells nothing of a deployment that another one replaced, or elsewhere', async () => {
    const payload = exampleOf('deployment_status');
    payload.deployment_status.state = 'inactive';
    expect(await handle('deployment_status', payload)).toEqual([
      { source: 'github:main', deployments: [], refresh: [REF] },
    ]);
    payload.deployment.environment = 'staging';
    payload.deployment.original_environment = 'staging';
    expect(await handle('deployment_status', payload)).toEqual([]);
  });

  it('asks again about a repository that changed', async () => {
    const again = [{ source: 'github:main', refresh: [REF] }];
    const push = exampleOf('push');
    push.ref = 'refs/heads/master';
    expect(await handle('push', push)).toEqual(again);
    expect(await handle('push', { ...push, ref: 'refs/heads/x' })).toEqual([]);
    for (const kind of ['secret_scanning_alert', 'repository']) {
      expect(await handle(kind, { repository: push.repository })).toEqual(
        again,
      );
    }
    expect(
      await handle('workflow_run', {
        action: 'completed',
        repository: push.repository,
      }),
    ).toEqual(again);
    expect(await handle('star', { repository: push.repository })).toEqual([]);
  });

  it('leaves alone what is of nobody here', async () => {
    const payload = exampleOf('deployment_status');
    expect(await handle('deployment_status', payload, contextOf())).toEqual([]);
    payload.repository.html_url = 'https://ghe.test/Codertocat/Hello-World';
    expect(await handle('deployment_status', payload)).toEqual([]);
  });

  it('refuses another shape by name', async () => {
    await expect(handle('push', { ref: 1 })).rejects.toThrow(
      'The event push of GitHub has another shape',
    );
  });
});
