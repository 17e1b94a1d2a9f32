import { applicationSchema } from '../api/schemas';
import { readDeployments } from './readDeployments';

const SHA = (digit: string) => digit.repeat(40);
const source = { repoURL: 'https://me:secret@git.example/shop/cards.git' };

function entry(id: number, revision: string, more: object = {}) {
  return {
    id,
    revision,
    source,
    deployStartedAt: `2026-11-0${id}T10:00:00Z`,
    deployedAt: `2026-11-0${id}T10:05:00Z`,
    ...more,
  };
}

function read(history: object[], operationState?: object) {
  return readDeployments(
    applicationSchema.parse({
      metadata: { name: 'cards' },
      status: { history, ...(operationState && { operationState }) },
    }),
  );
}

describe('readDeployments', () => {
  it('tells what the history holds, oldest first', () => {
    expect(
      read([
        entry(2, SHA('b'), { initiatedBy: { automated: true } }),
        entry(1, SHA('a'), { initiatedBy: { username: 'mei' } }),
      ]),
    ).toEqual([
      {
        startedAt: '2026-11-01T10:00:00.000Z',
        finishedAt: '2026-11-01T10:05:00.000Z',
        result: 'succeeded',
        rollback: false,
        commit: {
          sha: SHA('a'),
          url: `https://git.example/shop/cards/commit/${SHA('a')}`,
        },
        deployedBy: 'mei',
      },
      expect.objectContaining({
        deployedBy: 'Argo CD',
        commit: expect.objectContaining({ sha: SHA('b') }),
      }),
    ]);
  });

  it('sees a return to what was deployed before', () => {
    const told = read([
      entry(1, SHA('a')),
      entry(2, SHA('b')),
      entry(3, SHA('a')),
      entry(4, SHA('c')),
    ]);
    expect(told.map(({ rollback }) => rollback)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it('counts no repair of what somebody changed by hand', () => {
    const told = read([entry(1, SHA('a')), entry(2, SHA('a'))]);
    expect(told).toHaveLength(1);
    // Another parameter of the same commit is another deployment.
    const helm = { ...source, helm: { parameters: [{ name: 'a' }] } };
    expect(
      read([entry(1, SHA('a')), entry(2, SHA('a'), { source: helm })]),
    ).toHaveLength(2);
  });

  it('takes the version of a chart, and the first of several sources', () => {
    expect(
      read([
        entry(1, '', {
          revision: undefined,
          revisions: ['1.4.2', SHA('a')],
          source: undefined,
          sources: [{ repoURL: 'https://charts.example', chart: 'cards' }],
        }),
      ]),
    ).toMatchObject([{ version: '1.4.2' }]);
  });

  it.each([
    ['Failed', 'failed', '2026-11-05T09:02:00.000Z'],
    ['Error', 'failed', '2026-11-05T09:02:00.000Z'],
    ['Running', 'in-progress', undefined],
  ])('tells an operation that is %s as %s', (phase, result, finishedAt) => {
    const [, last] = read([entry(1, SHA('a'))], {
      phase,
      startedAt: '2026-11-05T09:00:00Z',
      ...(finishedAt ? { finishedAt: '2026-11-05T09:02:00Z' } : {}),
      operation: {
        sync: { revision: SHA('d') },
        initiatedBy: { username: 'noa' },
      },
      syncResult: { revision: SHA('d'), source },
    });
    expect(last).toEqual({
      startedAt: '2026-11-05T09:00:00.000Z',
      ...(finishedAt ? { finishedAt } : {}),
      result,
      rollback: false,
      commit: {
        sha: SHA('d'),
        url: `https://git.example/shop/cards/commit/${SHA('d')}`,
      },
      deployedBy: 'noa',
    });
  });

  it('tells an operation that succeeded by its history alone', () => {
    expect(
      read([entry(1, SHA('a'))], {
        phase: 'Succeeded',
        startedAt: '2026-11-01T10:00:00Z',
        finishedAt: '2026-11-01T10:05:00Z',
      }),
    ).toHaveLength(1);
    expect(read([])).toEqual([]);
  });
});
