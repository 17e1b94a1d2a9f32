import type { JsonObject } from '@backstage/types';
import { readRunningPods } from './RunningPods';

const NOW = Date.parse('2026-11-24T12:00:00Z');

function pod(options: {
  owner?: { kind: string; name: string };
  hash?: string;
  ready?: boolean;
  /** Minutes since it became what it is. */
  since?: number;
  node?: string;
  more?: JsonObject;
}): JsonObject {
  const { owner, hash, ready = true, since = 60, node, more } = options;
  return {
    kind: 'Pod',
    metadata: {
      name: 'pod',
      namespace: 'shop',
      ...(hash ? { labels: { 'pod-template-hash': hash } } : {}),
      ...(owner ? { ownerReferences: [{ ...owner, controller: true }] } : {}),
    },
    spec: node ? { nodeName: node } : {},
    status: {
      phase: 'Running',
      conditions: [
        {
          type: 'Ready',
          status: ready ? 'True' : 'False',
          lastTransitionTime: new Date(NOW - since * 60_000).toISOString(),
        },
      ],
      containerStatuses: [{ restartCount: 2 }, { restartCount: 1 }],
      ...more,
    },
  };
}

const cards = { kind: 'ReplicaSet', name: 'cards-7d4' };

function read(...pods: JsonObject[]) {
  const zones: Record<string, string> = { n1: 'a', n2: 'b' };
  return readRunningPods(pods, { zoneOf: node => zones[node], now: NOW });
}

describe('readRunningPods', () => {
  it('counts the pods of a Deployment through its ReplicaSets', () => {
    const running = read(
      pod({ owner: cards, hash: '7d4', node: 'n1' }),
      pod({ owner: cards, hash: '7d4', node: 'n2' }),
    );
    expect(running.get('Deployment/shop/cards')).toEqual({
      ready: 2,
      counted: 2,
      restarts: 6,
      zones: new Set(['a', 'b']),
    });
    expect(running.get('Rollout/shop/cards')).toBeDefined();
  });

  it('counts those of a StatefulSet, and a pod that nothing controls', () => {
    const running = read(
      pod({ owner: { kind: 'StatefulSet', name: 'db' } }),
      pod({}),
    );
    expect(running.get('StatefulSet/shop/db')?.ready).toBe(1);
    expect(running.get('Pod/shop/pod')?.ready).toBe(1);
  });

  it('misses a pod only after it had time to be ready', () => {
    const running = read(
      pod({ owner: cards, hash: '7d4', node: 'n1' }),
      pod({ owner: cards, hash: '7d4', ready: false, since: 4 }),
      pod({ owner: cards, hash: '7d4', ready: false, since: 6 }),
    );
    expect(running.get('Deployment/shop/cards')).toMatchObject({
      ready: 1,
      counted: 2,
      zones: new Set(['a']),
    });
  });

  it('leaves out what is over', () => {
    expect(
      read(
        pod({ owner: cards, hash: '7d4', more: { phase: 'Succeeded' } }),
        pod({ owner: cards, hash: '7d4', more: { phase: 'Failed' } }),
      ).size,
    ).toBe(0);
  });

  it('knows no zones where that of a node is not known', () => {
    const running = read(
      pod({ owner: cards, hash: '7d4', node: 'n1' }),
      pod({ owner: cards, hash: '7d4', node: 'n9' }),
    );
    expect(running.get('Deployment/shop/cards')?.zones).toBeUndefined();
  });
});
