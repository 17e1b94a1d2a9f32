// Derived from openapi.yaml of readiness-backend: `yarn generate:api` writes it.
import type { internal } from '@backstage/backend-openapi-utils';

export const openapiDocument: internal.ImmutableOpenAPIObject = {
  openapi: '3.1.0',
  info: {
    title: 'Airworthy readiness',
    version: '1.0.0',
    description:
      'Scorecards of the services in the catalog. Every read shows what the caller may see, and nothing else: lists, counts and histories leave the rest out. Errors have the shape of @backstage/errors. Times are ISO 8601 in UTC.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    '/checklist': {
      get: {
        operationId: 'getChecklist',
        summary: 'The checklist in force and its versions',
        parameters: [
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
        ],
        responses: {
          '200': {
            description: 'The checklist.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Checklist' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/scorecards': {
      get: {
        operationId: 'listScorecards',
        summary: 'A page of the matrix, one packed row for each entity',
        parameters: [
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
          {
            name: 'sort',
            in: 'query',
            description:
              '`gain` puts those first that are fewest checks from their next level, and those at the highest level last. `-` turns an order round.',
            schema: {
              type: 'string',
              enum: [
                'name',
                '-name',
                'gain',
                '-gain',
                'level',
                '-level',
                'score',
                '-score',
              ],
              default: 'name',
            },
          },
          {
            name: 'limit',
            in: 'query',
            description:
              'Rows in one page. The whole fleet may be asked for at once.',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 50000,
              default: 100,
            },
          },
          {
            name: 'after',
            in: 'query',
            allowReserved: true,
            description:
              'The `nextCursor` of the page before, with the same sort.',
            schema: { type: 'string', maxLength: 2000 },
          },
        ],
        responses: {
          '200': {
            description: 'The page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ScorecardPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/scorecards/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getScorecard',
        summary: 'One scorecard, explained',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
        ],
        responses: {
          '200': {
            description: 'The scorecard.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Scorecard' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/scorecards/{kind}/{namespace}/{name}/transitions': {
      get: {
        operationId: 'listEntityTransitions',
        summary: 'What changed on one scorecard, the newest first',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          {
            name: 'check',
            in: 'query',
            allowReserved: true,
            description: 'Only this check.',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
              default: 100,
            },
          },
        ],
        responses: {
          '200': {
            description: 'The transitions.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/EntityTransition' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/refresh/{kind}/{namespace}/{name}': {
      post: {
        operationId: 'refreshScorecard',
        summary:
          'Ask the sources again about one entity, and evaluate it again',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
        ],
        responses: {
          '202': {
            description: 'The sources are being asked.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['sources'],
                  properties: {
                    sources: {
                      type: 'array',
                      description: 'Ids of the sources that are asked.',
                      items: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/rollups': {
      get: {
        operationId: 'getRollup',
        summary: 'Services, levels and statuses by group',
        description:
          'Previews are left out and counted apart. `change30d` compares with the fleet as it was 30 days ago, whoever owned it then.',
        parameters: [
          {
            name: 'by',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/RollupBy' },
          },
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
        ],
        responses: {
          '200': {
            description: 'The rollup.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Rollup' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/fixes': {
      get: {
        operationId: 'listFixes',
        summary: 'Checks by how many services would rise if they passed',
        parameters: [
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
        ],
        responses: {
          '200': {
            description: 'The fixes, those that lift the most services first.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Fix' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/trends': {
      get: {
        operationId: 'getTrend',
        summary: 'Levels and statuses at moments in the past',
        parameters: [
          {
            name: 'entity',
            in: 'query',
            allowReserved: true,
            description: 'Only this entity, as an entity reference.',
            schema: { type: 'string', maxLength: 1000 },
          },
          {
            name: 'from',
            in: 'query',
            allowReserved: true,
            description: '30 days before `to` unless told.',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'to',
            in: 'query',
            allowReserved: true,
            description: 'Now unless told.',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'points',
            in: 'query',
            schema: { type: 'integer', minimum: 2, maximum: 200, default: 31 },
          },
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
        ],
        responses: {
          '200': {
            description: 'The trend.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Trend' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/transitions': {
      get: {
        operationId: 'listTransitions',
        summary: 'What changed in the fleet, the newest first',
        description:
          'First evaluations and changes of the checklist are left out: neither is news about a service.',
        parameters: [
          {
            name: 'since',
            in: 'query',
            allowReserved: true,
            description: 'Seven days ago unless told.',
            schema: { type: 'string', format: 'date-time' },
          },
          {
            name: 'direction',
            in: 'query',
            description:
              'A regression leaves pass or accepted for fail or unknown; an improvement is the reverse.',
            schema: { type: 'string', enum: ['regression', 'improvement'] },
          },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
              default: 100,
            },
          },
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
        ],
        responses: {
          '200': {
            description: 'The transitions.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'total'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/FleetTransition' },
                    },
                    total: {
                      type: 'integer',
                      description: 'How many there are, beyond the limit too.',
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/checks': {
      get: {
        operationId: 'listChecks',
        summary: 'Each check, its rule and how the fleet answers it',
        parameters: [
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
        ],
        responses: {
          '200': {
            description: 'The checks.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items', 'inactive'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/CheckSummary' },
                    },
                    inactive: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/InactiveCheck' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/checks/draft': {
      post: {
        operationId: 'tryDraftCheck',
        summary:
          'Hold a check that does not count yet against the fleet the caller sees',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['check'],
                additionalProperties: false,
                properties: {
                  id: {
                    type: 'string',
                    maxLength: 200,
                    description:
                      'The check it would replace. Keys that the draft leaves out are taken from it.',
                  },
                  environment: { type: 'string', maxLength: 200 },
                  check: {
                    type: 'object',
                    description:
                      'A check in the shape of `readiness.checklist.checks`.',
                    additionalProperties: true,
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'How the fleet would answer.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DraftResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/sources': {
      get: {
        operationId: 'listSources',
        summary: 'The evidence sources and their health',
        responses: {
          '200': {
            description: 'The sources.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/SourceHealth' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/sources/{id}/unlinked': {
      get: {
        operationId: 'listUnlinkedEntities',
        summary:
          'Entities that a source says nothing about, and what would link them',
        parameters: [
          { $ref: '#/components/parameters/sourceId' },
          {
            name: 'limit',
            in: 'query',
            schema: {
              type: 'integer',
              minimum: 1,
              maximum: 1000,
              default: 100,
            },
          },
          {
            name: 'after',
            in: 'query',
            allowReserved: true,
            description: 'The `nextCursor` of the page before.',
            schema: { type: 'string', maxLength: 2000 },
          },
        ],
        responses: {
          '200': {
            description: 'The page, ordered by reference.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/UnlinkedPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/sources/{id}/run': {
      post: {
        operationId: 'runSource',
        summary: 'Run a source now, for all entities',
        description:
          'Needs `readiness.source.run`. One that runs already runs on.',
        parameters: [{ $ref: '#/components/parameters/sourceId' }],
        responses: {
          '202': {
            description: 'It runs, or will within seconds.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['source', 'started'],
                  properties: {
                    source: { type: 'string' },
                    started: {
                      type: 'boolean',
                      description: 'False where it was running already.',
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/deployments': {
      post: {
        operationId: 'pushDeployments',
        summary: 'Record deployments',
        description:
          'For service tokens and users with `readiness.evidence.push`; which caller may speak of which entities is `readiness.push.callers` of the config. What is pushed again changes nothing.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/DeploymentPush' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/deployments/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'listDeployments',
        summary: 'The last deployments of one entity, and its delivery metrics',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
          { $ref: '#/components/parameters/environment' },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 200, default: 20 },
          },
        ],
        responses: {
          '200': {
            description: 'The deployments, the newest first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeploymentList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/alerts/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'listAlerts',
        summary: 'What is wrong with one entity, and was lately',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
        ],
        responses: {
          '200': {
            description:
              'Firing first, then silenced, inhibited, pending and lately resolved.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Alert' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/attestations': {
      post: {
        operationId: 'createAttestation',
        summary: 'Vouch for a fact of an entity, until a date',
        description:
          'Needs `readiness.attestation.create` on the entity. The same fact attested again replaces what was attested before.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/AttestationRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What is attested now.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Attestation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/attestations/{id}': {
      delete: {
        operationId: 'deleteAttestation',
        summary: 'Take an attestation back',
        parameters: [
          {
            name: 'id',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'It counts no more.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Attestation' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/attestations/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'listAttestations',
        summary: 'What is attested of one entity, and what may be',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
        ],
        responses: {
          '200': {
            description:
              'Those that count first, then those that expired lately.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/AttestationList' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/evidence': {
      post: {
        operationId: 'pushEvidence',
        summary: 'Push facts',
        description:
          'For service tokens and users with `readiness.evidence.push`; which caller may speak of which entities is `readiness.push.callers` of the config. An item whose idempotency key was seen before changes nothing.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/EvidencePush' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/cdevents': {
      post: {
        operationId: 'pushCdEvent',
        summary: 'Record a deployment told as a CDEvent',
        description:
          'A CloudEvent in structured or binary mode whose type begins with `dev.cdevents.service.deployed`, `.upgraded`, `.rolledback` or `.removed`. For the same callers as `/deployments`.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CdEvent' },
            },
            'application/cloudevents+json': {
              schema: { $ref: '#/components/schemas/CdEvent' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/webhooks/evidence': {
      post: {
        operationId: 'pushSignedEvidence',
        summary: 'As /evidence, signed instead of with a token',
        security: [],
        parameters: [{ $ref: '#/components/parameters/signature' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/EvidencePush' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/webhooks/deployments': {
      post: {
        operationId: 'pushSignedDeployments',
        summary: 'As /deployments, signed instead of with a token',
        security: [],
        parameters: [{ $ref: '#/components/parameters/signature' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/DeploymentPush' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/webhooks/cdevents': {
      post: {
        operationId: 'pushSignedCdEvent',
        summary: 'As /cdevents, signed instead of with a token',
        security: [],
        parameters: [{ $ref: '#/components/parameters/signature' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/CdEvent' },
            },
            'application/cloudevents+json': {
              schema: { $ref: '#/components/schemas/CdEvent' },
            },
          },
        },
        responses: {
          '200': {
            description: 'What became of it.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PushResult' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership': {
      get: {
        operationId: 'listOwnershipFindings',
        summary: 'What is doubtful about owners, the most severe first',
        description:
          'Over every kind that has an owner. Ranked by severity, then by tier, then by reference.',
        parameters: [
          { $ref: '#/components/parameters/finding' },
          { $ref: '#/components/parameters/severity' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          {
            name: 'limit',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 500, default: 50 },
          },
          {
            name: 'after',
            in: 'query',
            allowReserved: true,
            description: 'The `nextCursor` of the page before.',
            schema: { type: 'string', maxLength: 2000 },
          },
        ],
        responses: {
          '200': {
            description: 'The page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipFindingPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/groups': {
      get: {
        operationId: 'groupOwnershipFindings',
        summary:
          'The findings by owner, system, domain or kind, the first of each',
        parameters: [
          {
            name: 'by',
            in: 'query',
            required: true,
            schema: { $ref: '#/components/schemas/OwnershipGrouping' },
          },
          {
            name: 'top',
            in: 'query',
            description:
              'Findings of each group; the others are asked for by a filter.',
            schema: { type: 'integer', minimum: 0, maximum: 50, default: 4 },
          },
          { $ref: '#/components/parameters/finding' },
          { $ref: '#/components/parameters/severity' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
        ],
        responses: {
          '200': {
            description:
              'The groups, those with the most severe findings first.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/OwnershipGroup' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/summary': {
      get: {
        operationId: 'getOwnershipSummary',
        summary:
          'How many entities have an owner that can answer, and what is doubtful',
        parameters: [
          { $ref: '#/components/parameters/finding' },
          { $ref: '#/components/parameters/severity' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
        ],
        responses: {
          '200': {
            description:
              'Counts of what the reader may see. Each list of counts leaves out the filter that it would offer.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/OwnershipSummary' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/trend': {
      get: {
        operationId: 'getOwnershipTrend',
        summary:
          'How many entities had no owner, and a doubtful one, over time',
        parameters: [
          {
            name: 'days',
            in: 'query',
            schema: { type: 'integer', minimum: 1, maximum: 365, default: 90 },
          },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
        ],
        responses: {
          '200': {
            description: 'One point for the end of each day, the last one now.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/OwnershipPoint' },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/export.csv': {
      get: {
        operationId: 'exportOwnershipFindings',
        summary: 'The findings that the filters leave, as CSV',
        parameters: [
          { $ref: '#/components/parameters/finding' },
          { $ref: '#/components/parameters/severity' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/group' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
        ],
        responses: {
          '200': {
            description: 'One row for each finding, streamed.',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/ownership/confirmations': {
      post: {
        operationId: 'confirmOwnership',
        summary:
          'Says that the owner of entities is the right one, until a day',
        description:
          'Needs `readiness.ownership.confirm` on each of the entities: all are confirmed, or none.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                $ref: '#/components/schemas/OwnershipConfirmationRequest',
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'What is on record now.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/OwnershipConfirmation',
                      },
                    },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/export.csv': {
      get: {
        operationId: 'exportScorecards',
        summary: 'One row for each entity, one column for each check',
        parameters: [
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/domain' },
          { $ref: '#/components/parameters/tier' },
          { $ref: '#/components/parameters/lifecycle' },
          { $ref: '#/components/parameters/level' },
          { $ref: '#/components/parameters/kind' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/status' },
        ],
        responses: {
          '200': {
            description: 'The rows, streamed.',
            content: { 'text/csv': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/badge/{kind}/{namespace}/{name}.svg': {
      get: {
        operationId: 'getBadge',
        summary: 'The level of one entity as a picture',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
        ],
        responses: {
          '200': {
            description: 'The badge.',
            content: { 'image/svg+xml': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/gate/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getGate',
        summary: 'Whether one entity holds a level, and what blocks it',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
          { $ref: '#/components/parameters/checklist' },
          { $ref: '#/components/parameters/environment' },
          {
            name: 'level',
            in: 'query',
            allowReserved: true,
            description: 'The level that is required; the lowest unless told.',
            schema: { type: 'string', maxLength: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer, whether it passes or not.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Gate' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
  },
  components: {
    parameters: {
      sourceId: {
        name: 'id',
        in: 'path',
        required: true,
        description: 'Id of the source, such as `argocd:main`.',
        schema: { type: 'string', minLength: 1, maxLength: 200 },
      },
      signature: {
        name: 'X-Airworthy-Signature',
        in: 'header',
        required: false,
        description:
          '`sha256=` and the HMAC-SHA256 of the body as it is sent, in hexadecimal, with the secret of one of `readiness.push.callers`.',
        schema: { type: 'string', maxLength: 200 },
      },
      pathKind: {
        name: 'kind',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 200 },
      },
      pathNamespace: {
        name: 'namespace',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 200 },
      },
      pathName: {
        name: 'name',
        in: 'path',
        required: true,
        schema: { type: 'string', maxLength: 200 },
      },
      checklist: {
        name: 'checklist',
        in: 'query',
        allowReserved: true,
        description: 'Id of the checklist; the one in force unless told.',
        schema: { type: 'string', maxLength: 200 },
      },
      environment: {
        name: 'environment',
        in: 'query',
        allowReserved: true,
        description:
          'The first of `readiness.environments`, `production`, unless told.',
        schema: { type: 'string', maxLength: 200 },
      },
      q: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description: 'Part of a name or a title, in any case.',
        schema: { type: 'string', maxLength: 200 },
      },
      owner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description:
          'Owners, as entity references; an empty one stands for none.',
        schema: {
          type: 'array',
          maxItems: 200,
          items: { type: 'string', maxLength: 1000 },
        },
      },
      group: {
        name: 'group',
        in: 'query',
        allowReserved: true,
        description:
          'Groups, as entity references; what their child groups own counts.',
        schema: {
          type: 'array',
          maxItems: 200,
          items: { type: 'string', maxLength: 1000 },
        },
      },
      finding: {
        name: 'finding',
        in: 'query',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { $ref: '#/components/schemas/OwnershipFindingType' },
        },
      },
      severity: {
        name: 'severity',
        in: 'query',
        schema: {
          type: 'array',
          maxItems: 3,
          items: { $ref: '#/components/schemas/OwnershipSeverity' },
        },
      },
      system: {
        name: 'system',
        in: 'query',
        allowReserved: true,
        description:
          'Systems, as entity references; an empty one stands for none.',
        schema: {
          type: 'array',
          maxItems: 200,
          items: { type: 'string', maxLength: 1000 },
        },
      },
      domain: {
        name: 'domain',
        in: 'query',
        allowReserved: true,
        description:
          'Domains, as entity references; an empty one stands for none.',
        schema: {
          type: 'array',
          maxItems: 200,
          items: { type: 'string', maxLength: 1000 },
        },
      },
      tier: {
        name: 'tier',
        in: 'query',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'integer', minimum: 0, maximum: 99 },
        },
      },
      lifecycle: {
        name: 'lifecycle',
        in: 'query',
        allowReserved: true,
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 200 },
        },
      },
      level: {
        name: 'level',
        in: 'query',
        allowReserved: true,
        description: 'Levels held; `none` for those without one.',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 200 },
        },
      },
      kind: {
        name: 'kind',
        in: 'query',
        allowReserved: true,
        description: 'Entity kinds, in any case.',
        schema: {
          type: 'array',
          maxItems: 20,
          items: { type: 'string', maxLength: 200 },
        },
      },
      scope: {
        name: 'scope',
        in: 'query',
        description: '`mine`: owned by the caller or by a group of the caller.',
        schema: { type: 'string', enum: ['mine', 'all'], default: 'all' },
      },
      status: {
        name: 'status',
        in: 'query',
        allowReserved: true,
        description:
          '`<check>:<status>`; several on one check widen, on several checks narrow.',
        schema: {
          type: 'array',
          maxItems: 50,
          items: {
            type: 'string',
            maxLength: 250,
            pattern: '^[^:]+:(pass|fail|unknown|not-applicable|accepted)$',
          },
        },
      },
    },
    responses: {
      Error: {
        description: 'An error in the shape of @backstage/errors.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    schemas: {
      Error: {
        type: 'object',
        required: ['error', 'response'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
          request: {
            type: 'object',
            properties: { method: { type: 'string' }, url: { type: 'string' } },
          },
          response: {
            type: 'object',
            required: ['statusCode'],
            properties: { statusCode: { type: 'integer' } },
          },
        },
      },
      Status: {
        type: 'string',
        enum: ['pass', 'fail', 'unknown', 'not-applicable', 'accepted'],
      },
      Strength: { type: 'string', enum: ['observed', 'declared', 'attested'] },
      LinkStatus: {
        type: 'string',
        enum: [
          'ok',
          'not-linked',
          'not-found',
          'disabled',
          'denied',
          'stale',
          'error',
        ],
      },
      Quality: {
        type: 'string',
        enum: ['availability', 'performance', 'security', 'maintainability'],
      },
      FactValue: {
        oneOf: [
          { type: 'boolean' },
          { type: 'number' },
          { type: 'string' },
          { type: 'array', items: { type: 'string' } },
        ],
      },
      StatusCounts: {
        type: 'object',
        required: ['pass', 'fail', 'unknown', 'not-applicable', 'accepted'],
        properties: {
          pass: { type: 'integer' },
          fail: { type: 'integer' },
          unknown: { type: 'integer' },
          'not-applicable': { type: 'integer' },
          accepted: { type: 'integer' },
        },
      },
      LevelCounts: {
        type: 'object',
        description:
          'Services by the level they hold; `none` for those without one.',
        additionalProperties: { type: 'integer' },
      },
      Checklist: {
        type: 'object',
        required: [
          'id',
          'title',
          'version',
          'environments',
          'levels',
          'questions',
          'columns',
          'inactive',
          'versions',
        ],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          version: { type: 'integer' },
          evaluatedAt: {
            type: 'string',
            description: 'The latest evaluation of any entity.',
          },
          environments: {
            type: 'array',
            description: 'Those that are evaluated; the first is what counts.',
            items: { type: 'string' },
          },
          levels: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'title'],
              properties: { id: { type: 'string' }, title: { type: 'string' } },
            },
          },
          questions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'title', 'shortTitle', 'quality'],
              properties: {
                id: { type: 'string' },
                title: { type: 'string' },
                shortTitle: { type: 'string' },
                quality: { $ref: '#/components/schemas/Quality' },
                number: { type: 'integer' },
              },
            },
          },
          columns: {
            type: 'array',
            description:
              'The active checks, in the order of the packed statuses.',
            items: { $ref: '#/components/schemas/CheckColumn' },
          },
          inactive: {
            type: 'array',
            items: { $ref: '#/components/schemas/InactiveCheck' },
          },
          versions: {
            type: 'array',
            description: 'The newest first.',
            items: { $ref: '#/components/schemas/ChecklistVersion' },
          },
        },
      },
      CheckColumn: {
        type: 'object',
        required: [
          'id',
          'question',
          'level',
          'title',
          'expected',
          'sameAs',
          'rules',
          'acceptable',
        ],
        properties: {
          id: { type: 'string' },
          question: { type: 'string' },
          level: { type: 'string' },
          title: { type: 'string' },
          expected: { type: 'string' },
          ruleOwner: { type: 'string' },
          sameAs: { type: 'array', items: { type: 'string' } },
          rules: {
            type: 'array',
            description: 'As written.',
            items: { type: 'string' },
          },
          acceptable: { type: 'boolean' },
        },
      },
      ChecklistVersion: {
        type: 'object',
        required: ['version', 'at', 'title', 'added', 'removed', 'changed'],
        properties: {
          version: {
            type: 'integer',
            description: 'Counts the changes of this installation.',
          },
          at: { type: 'string' },
          title: { type: 'string' },
          added: { type: 'array', items: { type: 'string' } },
          removed: { type: 'array', items: { type: 'string' } },
          changed: { type: 'array', items: { type: 'string' } },
        },
      },
      InactiveCheck: {
        type: 'object',
        required: ['id', 'question', 'level', 'title', 'activatedBy'],
        properties: {
          id: { type: 'string' },
          question: { type: 'string' },
          level: { type: 'string' },
          title: { type: 'string' },
          activatedBy: {
            type: 'array',
            description: 'Source kinds of which one would activate it.',
            items: { type: 'string' },
          },
        },
      },
      ScorecardPage: {
        type: 'object',
        required: ['items', 'total', 'checklist'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/ScorecardRow' },
          },
          total: { type: 'integer' },
          nextCursor: { type: 'string' },
          checklist: {
            type: 'object',
            required: ['id', 'version'],
            properties: {
              id: { type: 'string' },
              version: { type: 'integer' },
            },
          },
        },
      },
      ScorecardRow: {
        type: 'object',
        required: [
          'ref',
          'kind',
          'namespace',
          'name',
          'tier',
          'level',
          'score',
          'counts',
          'toNextLevel',
          'statuses',
          'preview',
          'evaluatedAt',
          'stale',
        ],
        properties: {
          ref: { type: 'string' },
          kind: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          title: { type: 'string' },
          type: { type: 'string' },
          lifecycle: { type: 'string' },
          tier: { type: 'integer' },
          owner: { type: 'string' },
          system: { type: 'string' },
          domain: { type: 'string' },
          level: { type: 'string' },
          score: { type: 'number', description: '0 to 1.' },
          counts: { $ref: '#/components/schemas/StatusCounts' },
          toNextLevel: { type: 'integer' },
          statuses: {
            type: 'string',
            description:
              'One character for each column of the checklist: p pass, f fail, u unknown, n not applicable, a accepted; upper case on drift.',
          },
          preview: { type: 'boolean' },
          evaluatedAt: { type: 'string' },
          stale: {
            type: 'boolean',
            description:
              'Evidence is past its freshness limit, or a source that speaks about it fails.',
          },
        },
      },
      Scorecard: {
        type: 'object',
        required: [
          'schemaVersion',
          'entityRef',
          'checklist',
          'environment',
          'evaluatedAt',
          'level',
          'score',
          'counts',
          'levels',
          'preview',
          'questions',
          'inactive',
          'links',
        ],
        properties: {
          schemaVersion: { type: 'integer', enum: [1] },
          entityRef: { type: 'string' },
          checklist: {
            type: 'object',
            required: ['id', 'title', 'version'],
            properties: {
              id: { type: 'string' },
              title: { type: 'string' },
              version: { type: 'integer' },
            },
          },
          environment: { type: 'string' },
          evaluatedAt: { type: 'string' },
          level: { type: 'string' },
          levelSince: { type: 'string' },
          score: { type: 'number' },
          counts: { $ref: '#/components/schemas/StatusCounts' },
          levels: {
            type: 'array',
            items: {
              type: 'object',
              required: ['id', 'title', 'counts', 'toGo', 'held'],
              properties: {
                id: { type: 'string' },
                title: { type: 'string' },
                counts: { $ref: '#/components/schemas/StatusCounts' },
                toGo: { type: 'integer' },
                held: { type: 'boolean' },
              },
            },
          },
          next: {
            type: 'object',
            required: ['level', 'title', 'checks'],
            properties: {
              level: { type: 'string' },
              title: { type: 'string' },
              checks: { type: 'array', items: { type: 'string' } },
            },
          },
          preview: { type: 'boolean' },
          questions: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'id',
                'title',
                'quality',
                'status',
                'counts',
                'checks',
              ],
              properties: {
                id: { type: 'string' },
                title: { type: 'string' },
                quality: { $ref: '#/components/schemas/Quality' },
                number: { type: 'integer' },
                status: { $ref: '#/components/schemas/Status' },
                counts: { $ref: '#/components/schemas/StatusCounts' },
                checks: {
                  type: 'array',
                  items: { $ref: '#/components/schemas/CheckExplanation' },
                },
              },
            },
          },
          inactive: {
            type: 'array',
            items: { $ref: '#/components/schemas/InactiveCheck' },
          },
          links: {
            type: 'array',
            items: {
              type: 'object',
              required: ['source', 'status', 'since', 'title'],
              properties: {
                source: { type: 'string' },
                title: { type: 'string' },
                status: { $ref: '#/components/schemas/LinkStatus' },
                since: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
      CheckExplanation: {
        type: 'object',
        required: [
          'id',
          'level',
          'status',
          'title',
          'message',
          'expected',
          'evidence',
          'missing',
          'members',
          'drift',
          'fix',
          'acceptable',
          'rules',
          'sameAs',
        ],
        properties: {
          id: { type: 'string' },
          level: { type: 'string' },
          status: { $ref: '#/components/schemas/Status' },
          title: { type: 'string' },
          message: { type: 'string' },
          found: { type: 'string' },
          expected: { type: 'string' },
          evidence: {
            type: 'array',
            items: { $ref: '#/components/schemas/Evidence' },
          },
          missing: {
            type: 'array',
            items: { $ref: '#/components/schemas/MissingFact' },
          },
          members: {
            type: 'array',
            items: {
              type: 'object',
              required: ['member', 'name', 'status'],
              properties: {
                member: { type: 'string' },
                name: { type: 'string' },
                status: { $ref: '#/components/schemas/Status' },
                found: { type: 'string' },
                faultOn: { type: 'string' },
              },
            },
          },
          drift: {
            type: 'array',
            items: {
              type: 'object',
              required: [
                'fact',
                'declared',
                'observed',
                'declaredSource',
                'observedSource',
              ],
              properties: {
                fact: { type: 'string' },
                member: { type: 'string' },
                declared: { $ref: '#/components/schemas/FactValue' },
                observed: { $ref: '#/components/schemas/FactValue' },
                declaredSource: { type: 'string' },
                observedSource: { type: 'string' },
                file: { type: 'string' },
                line: { type: 'integer' },
                url: { type: 'string' },
              },
            },
          },
          fix: {
            type: 'object',
            required: ['title', 'steps'],
            properties: {
              title: { type: 'string' },
              steps: { type: 'array', items: { type: 'string' } },
              template: { type: 'string' },
              url: { type: 'string' },
            },
          },
          acceptance: {
            type: 'object',
            required: ['check', 'until', 'recordId', 'recordTitle'],
            properties: {
              check: { type: 'string' },
              until: { type: 'string' },
              recordId: { type: 'string' },
              recordTitle: { type: 'string' },
              recordUrl: { type: 'string' },
              reason: { type: 'string' },
            },
          },
          acceptable: { type: 'boolean' },
          rules: { type: 'array', items: { type: 'string' } },
          ruleOwner: { type: 'string' },
          sameAs: { type: 'array', items: { type: 'string' } },
          since: { type: 'string' },
        },
      },
      Evidence: {
        type: 'object',
        required: [
          'fact',
          'value',
          'strength',
          'source',
          'sourceTitle',
          'decided',
          'stale',
          'observedAt',
        ],
        properties: {
          fact: { type: 'string' },
          member: { type: 'string' },
          value: { $ref: '#/components/schemas/FactValue' },
          strength: { $ref: '#/components/schemas/Strength' },
          source: { type: 'string' },
          sourceTitle: { type: 'string' },
          decided: { type: 'boolean' },
          stale: { type: 'boolean' },
          observedAt: { type: 'string' },
          expiresAt: { type: 'string' },
          file: { type: 'string' },
          line: { type: 'integer' },
          url: { type: 'string' },
        },
      },
      MissingFact: {
        type: 'object',
        required: ['fact', 'reason', 'sources'],
        properties: {
          fact: { type: 'string' },
          member: { type: 'string' },
          reason: { type: 'string' },
          sources: {
            type: 'array',
            items: {
              type: 'object',
              required: ['source', 'title', 'status'],
              properties: {
                source: { type: 'string' },
                title: { type: 'string' },
                status: { $ref: '#/components/schemas/LinkStatus' },
                since: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
      EntityTransition: {
        type: 'object',
        required: [
          'check',
          'to',
          'at',
          'why',
          'firstEvaluation',
          'checklistChange',
        ],
        properties: {
          check: {
            type: 'string',
            description: 'Id of the check; empty where the level changed.',
          },
          from: {
            type: 'string',
            description:
              'A status, or a level where `check` is empty; absent at first.',
          },
          to: { type: 'string' },
          at: { type: 'string' },
          why: { type: 'string' },
          firstEvaluation: { type: 'boolean' },
          checklistChange: {
            type: 'boolean',
            description: 'The rules changed, not the service.',
          },
        },
      },
      FleetTransition: {
        type: 'object',
        required: ['ref', 'title', 'check', 'from', 'to', 'at', 'why'],
        properties: {
          ref: { type: 'string' },
          title: { type: 'string' },
          check: { type: 'string' },
          from: { $ref: '#/components/schemas/Status' },
          to: { $ref: '#/components/schemas/Status' },
          at: { type: 'string' },
          why: { type: 'string' },
          levelChange: {
            type: 'object',
            description: 'The level changed in the same evaluation.',
            required: ['from', 'to'],
            properties: { from: { type: 'string' }, to: { type: 'string' } },
          },
        },
      },
      RollupBy: {
        type: 'string',
        enum: [
          'owner',
          'system',
          'domain',
          'tier',
          'lifecycle',
          'question',
          'level',
        ],
      },
      Rollup: {
        type: 'object',
        required: ['by', 'total', 'previews', 'groups'],
        properties: {
          by: { $ref: '#/components/schemas/RollupBy' },
          total: {
            type: 'integer',
            description: 'Services counted, previews left out.',
          },
          previews: { type: 'integer' },
          groups: {
            type: 'array',
            items: { $ref: '#/components/schemas/RollupGroup' },
          },
        },
      },
      RollupGroup: {
        type: 'object',
        required: [
          'key',
          'services',
          'levels',
          'counts',
          'passRate',
          'nearNext',
        ],
        properties: {
          key: {
            type: 'string',
            description:
              'The value that the group shares; empty where it is not given.',
          },
          title: {
            type: 'string',
            description:
              'The title of the owner, system or domain, or the question.',
          },
          exists: {
            type: 'boolean',
            description:
              'False where the owner, system or domain is not in the catalog.',
          },
          services: { type: 'integer' },
          levels: { $ref: '#/components/schemas/LevelCounts' },
          counts: { $ref: '#/components/schemas/StatusCounts' },
          passRate: {
            type: 'number',
            description:
              '(pass + accepted) ÷ applicable, 0 to 1; 0 without any.',
          },
          nearNext: {
            type: 'integer',
            description: 'Services one or two checks from their next level.',
          },
          change30d: {
            type: 'number',
            description:
              'Pass rate now minus 30 days ago, in percentage points; absent without a history.',
          },
          levelsChange30d: { $ref: '#/components/schemas/LevelCounts' },
        },
      },
      Fix: {
        type: 'object',
        required: [
          'check',
          'title',
          'level',
          'fails',
          'unknown',
          'lifts',
          'services',
        ],
        properties: {
          check: { type: 'string' },
          title: {
            type: 'string',
            description: 'What to do, of no service in particular.',
          },
          level: { type: 'string' },
          template: { type: 'string' },
          fails: { type: 'integer', description: 'Services that fail it.' },
          unknown: {
            type: 'integer',
            description:
              'Services of which nobody can tell whether they pass it.',
          },
          lifts: {
            type: 'integer',
            description:
              'Services that would reach a higher level if it alone passed.',
          },
          liftsTo: {
            type: 'string',
            description: 'The level that most of them would reach.',
          },
          services: {
            type: 'array',
            description: 'References of those lifted, the first 50.',
            items: { type: 'string' },
          },
        },
      },
      Trend: {
        type: 'object',
        required: ['points', 'checklistChanges'],
        properties: {
          points: {
            type: 'array',
            items: {
              type: 'object',
              required: ['at', 'levels', 'services', 'counts'],
              properties: {
                at: { type: 'string' },
                levels: { $ref: '#/components/schemas/LevelCounts' },
                services: { type: 'integer' },
                counts: { $ref: '#/components/schemas/StatusCounts' },
              },
            },
          },
          checklistChanges: {
            type: 'array',
            items: {
              type: 'object',
              required: ['at', 'version', 'title'],
              properties: {
                at: { type: 'string' },
                version: { type: 'integer' },
                title: { type: 'string' },
                effect: {
                  type: 'object',
                  description:
                    'What the change alone did to the services of this trend.',
                  required: ['passRate', 'levels'],
                  properties: {
                    passRate: {
                      type: 'number',
                      description: 'Percentage points.',
                    },
                    levels: { $ref: '#/components/schemas/LevelCounts' },
                  },
                },
              },
            },
          },
        },
      },
      CheckSummary: {
        type: 'object',
        required: [
          'id',
          'question',
          'level',
          'title',
          'rules',
          'expected',
          'sameAs',
          'acceptable',
          'params',
          'counts',
          'passRate',
          'facts',
          'sources',
          'attestable',
        ],
        properties: {
          id: { type: 'string' },
          question: { type: 'string' },
          level: { type: 'string' },
          title: { type: 'string' },
          rules: { type: 'array', items: { type: 'string' } },
          expected: { type: 'string' },
          sameAs: { type: 'array', items: { type: 'string' } },
          ruleOwner: { type: 'string' },
          acceptable: { type: 'boolean' },
          params: {
            type: 'object',
            description: 'As configured.',
            additionalProperties: true,
          },
          counts: { $ref: '#/components/schemas/StatusCounts' },
          passRate: { type: 'number' },
          facts: {
            type: 'array',
            description: 'Names of the facts that its rules read.',
            items: { type: 'string' },
          },
          sources: {
            type: 'array',
            description:
              'Kinds of source that can supply them, strongest first.',
            items: { type: 'string' },
          },
          attestable: {
            type: 'array',
            description: 'Names of the facts that a person may vouch for.',
            items: { type: 'string' },
          },
          error: {
            type: 'string',
            description:
              'What went wrong when its rule was run, where something did.',
          },
        },
      },
      DraftResult: {
        type: 'object',
        required: ['counts', 'failing'],
        properties: {
          counts: { $ref: '#/components/schemas/StatusCounts' },
          failing: {
            type: 'array',
            description: 'The first 100.',
            items: {
              type: 'object',
              required: ['ref', 'message'],
              properties: {
                ref: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
          error: {
            type: 'string',
            description:
              'What went wrong when the rule was run, where something did.',
          },
        },
      },
      Deployment: {
        type: 'object',
        required: [
          'entityRef',
          'source',
          'key',
          'environment',
          'result',
          'rollback',
        ],
        properties: {
          entityRef: { type: 'string' },
          source: { type: 'string', description: 'The source instance.' },
          key: { type: 'string' },
          environment: { type: 'string' },
          version: { type: 'string' },
          commit: { $ref: '#/components/schemas/DeployedCommit' },
          deployedBy: { type: 'string' },
          startedAt: { type: 'string' },
          finishedAt: {
            type: 'string',
            description: 'Absent while it is in progress.',
          },
          result: { $ref: '#/components/schemas/DeploymentResult' },
          rollback: { type: 'boolean' },
          rework: { type: 'boolean' },
          url: { type: 'string' },
        },
      },
      DeploymentResult: {
        type: 'string',
        enum: ['succeeded', 'failed', 'in-progress'],
      },
      DeployedCommit: {
        type: 'object',
        required: ['sha'],
        additionalProperties: false,
        properties: {
          sha: { type: 'string', minLength: 1, maxLength: 100 },
          url: { type: 'string', maxLength: 2000, pattern: '^https?://' },
          committedAt: { type: 'string', format: 'date-time' },
        },
      },
      DeploymentList: {
        type: 'object',
        required: ['items', 'metrics'],
        properties: {
          items: {
            type: 'array',
            items: {
              allOf: [
                { $ref: '#/components/schemas/Deployment' },
                {
                  type: 'object',
                  required: ['sourceTitle'],
                  properties: {
                    sourceTitle: { type: 'string' },
                    leadTimeSeconds: {
                      type: 'number',
                      description:
                        'From the commit to the end of the deployment.',
                    },
                  },
                },
              ],
            },
          },
          metrics: { $ref: '#/components/schemas/DoraMetrics' },
        },
      },
      DoraMetrics: {
        type: 'object',
        required: [
          'leadTime',
          'deploymentFrequency',
          'failedDeploymentRecoveryTime',
          'changeFailRate',
          'deploymentReworkRate',
        ],
        properties: {
          leadTime: { $ref: '#/components/schemas/DoraMetric' },
          deploymentFrequency: { $ref: '#/components/schemas/DoraMetric' },
          failedDeploymentRecoveryTime: {
            $ref: '#/components/schemas/DoraMetric',
          },
          changeFailRate: { $ref: '#/components/schemas/DoraMetric' },
          deploymentReworkRate: { $ref: '#/components/schemas/DoraMetric' },
        },
      },
      DoraMetric: {
        type: 'object',
        required: ['unit', 'words', 'from'],
        properties: {
          value: {
            type: 'number',
            description: 'In `unit`; absent where `missing` says why.',
          },
          unit: {
            type: 'string',
            enum: ['seconds', 'deployments per day', 'ratio'],
          },
          words: { type: 'string' },
          from: {
            type: 'object',
            description: 'Which deployments and incidents went into it.',
            required: ['deployments', 'incidents', 'since', 'until'],
            properties: {
              deployments: { type: 'integer' },
              incidents: { type: 'integer' },
              since: { type: 'string' },
              until: { type: 'string' },
            },
          },
          missing: { type: 'string' },
        },
      },
      Alert: {
        type: 'object',
        required: [
          'entityRef',
          'source',
          'sourceTitle',
          'key',
          'environment',
          'name',
          'labels',
          'state',
          'since',
          'pages',
          'receivers',
          'url',
        ],
        properties: {
          entityRef: { type: 'string' },
          source: { type: 'string' },
          sourceTitle: { type: 'string' },
          key: { type: 'string' },
          environment: { type: 'string' },
          name: { type: 'string' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          state: {
            type: 'string',
            enum: ['pending', 'firing', 'silenced', 'inhibited', 'resolved'],
          },
          since: { type: 'string' },
          resolvedAt: { type: 'string' },
          pages: { type: 'boolean' },
          summary: { type: 'string' },
          runbookUrl: { type: 'string' },
          receivers: { type: 'array', items: { type: 'string' } },
          silence: {
            type: 'object',
            required: ['by', 'until', 'comment'],
            properties: {
              by: { type: 'string' },
              until: { type: 'string' },
              comment: { type: 'string' },
            },
          },
          url: { type: 'string' },
        },
      },
      Attestation: {
        type: 'object',
        required: [
          'id',
          'entityRef',
          'fact',
          'value',
          'url',
          'author',
          'createdAt',
          'expiresAt',
        ],
        properties: {
          id: { type: 'string' },
          entityRef: { type: 'string' },
          fact: { type: 'string' },
          value: { $ref: '#/components/schemas/FactValue' },
          url: { type: 'string' },
          note: { type: 'string' },
          author: { type: 'string' },
          createdAt: { type: 'string' },
          expiresAt: { type: 'string' },
        },
      },
      AttestationRequest: {
        type: 'object',
        required: ['entityRef', 'fact', 'value', 'url', 'expiresAt'],
        additionalProperties: false,
        properties: {
          entityRef: { type: 'string', minLength: 1, maxLength: 1000 },
          fact: {
            type: 'string',
            maxLength: 200,
            description: 'One of `attestable` of the check.',
          },
          value: { $ref: '#/components/schemas/FactValue' },
          url: {
            type: 'string',
            maxLength: 2000,
            pattern: '^https?://',
            description: 'Where a person can see that it is so.',
          },
          note: { type: 'string', maxLength: 2000 },
          expiresAt: {
            type: 'string',
            format: 'date-time',
            description:
              'In the future, and at most as far as `readiness.attestations.maxAge`.',
          },
        },
      },
      AttestationList: {
        type: 'object',
        required: ['items', 'attestable'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Attestation' },
          },
          attestable: {
            type: 'array',
            description: 'Facts that may be attested of it.',
            items: { $ref: '#/components/schemas/AttestableFact' },
          },
          mayAttest: {
            type: 'boolean',
            description: 'Whether the caller may.',
          },
        },
      },
      AttestableFact: {
        type: 'object',
        required: ['fact', 'type', 'description'],
        properties: {
          fact: { type: 'string' },
          type: {
            type: 'string',
            enum: ['bool', 'int', 'double', 'string', 'timestamp', 'strings'],
          },
          description: { type: 'string' },
          unit: { type: 'string' },
        },
      },
      EvidencePush: {
        type: 'object',
        required: ['items'],
        additionalProperties: false,
        properties: {
          items: {
            type: 'array',
            minItems: 1,
            maxItems: 1000,
            items: {
              type: 'object',
              required: ['entityRef', 'facts', 'idempotencyKey'],
              additionalProperties: false,
              properties: {
                entityRef: { type: 'string', minLength: 1, maxLength: 1000 },
                idempotencyKey: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                  description: 'The same for what is sent again.',
                },
                facts: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 100,
                  items: { $ref: '#/components/schemas/PushedFact' },
                },
              },
            },
          },
        },
      },
      PushedFact: {
        type: 'object',
        required: ['name', 'value'],
        additionalProperties: false,
        properties: {
          name: {
            type: 'string',
            maxLength: 200,
            description:
              'A fact that the kind `pushed` may supply, such as `loadTest.performedAt`.',
          },
          environment: {
            type: 'string',
            maxLength: 200,
            description: 'All environments unless told.',
          },
          value: { $ref: '#/components/schemas/FactValue' },
          url: { type: 'string', maxLength: 2000, pattern: '^https?://' },
          observedAt: {
            type: 'string',
            format: 'date-time',
            description:
              'Now unless told. What is older than what is known changes nothing.',
          },
          expiresAt: {
            type: 'string',
            format: 'date-time',
            description:
              'After it the value is stale; as long as `readiness.push.maxAge` unless told.',
          },
        },
      },
      DeploymentPush: {
        type: 'object',
        required: ['deployments'],
        additionalProperties: false,
        properties: {
          deployments: {
            type: 'array',
            minItems: 1,
            maxItems: 1000,
            items: {
              type: 'object',
              required: ['entityRef', 'key', 'result'],
              additionalProperties: false,
              properties: {
                entityRef: { type: 'string', minLength: 1, maxLength: 1000 },
                key: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                  description:
                    'The idempotency key; the same deployment told again has the same.',
                },
                environment: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                  description: 'The environment that counts unless told.',
                },
                version: { type: 'string', maxLength: 200 },
                commit: { $ref: '#/components/schemas/DeployedCommit' },
                deployedBy: { type: 'string', maxLength: 200 },
                startedAt: { type: 'string', format: 'date-time' },
                finishedAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'Now unless told, where it ended.',
                },
                result: { $ref: '#/components/schemas/DeploymentResult' },
                rollback: { type: 'boolean', default: false },
                rework: { type: 'boolean', default: false },
                url: { type: 'string', maxLength: 2000, pattern: '^https?://' },
              },
            },
          },
        },
      },
      CdEvent: {
        type: 'object',
        description:
          'A CloudEvent in structured mode, or the `context` and `subject` of a CDEvent whose CloudEvents attributes are headers.',
        additionalProperties: true,
      },
      PushResult: {
        type: 'object',
        required: ['accepted', 'repeated'],
        properties: {
          accepted: { type: 'integer', description: 'Items that were new.' },
          repeated: {
            type: 'integer',
            description: 'Items that were known already, and changed nothing.',
          },
        },
      },
      Coverage: {
        type: 'object',
        description:
          'Entities with a scorecard that the caller sees, by link state.',
        required: ['linked', 'entities', 'statuses'],
        properties: {
          linked: { type: 'integer' },
          entities: { type: 'integer' },
          statuses: {
            type: 'object',
            description:
              'Entities by the state of their link; `none` for those not looked at yet.',
            additionalProperties: { type: 'integer' },
          },
        },
      },
      UnlinkedPage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/UnlinkedEntity' },
          },
          total: { type: 'integer' },
          nextCursor: { type: 'string' },
        },
      },
      UnlinkedEntity: {
        type: 'object',
        required: ['ref', 'title', 'status'],
        properties: {
          ref: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          status: { $ref: '#/components/schemas/LinkStatus' },
          message: { type: 'string' },
          annotation: {
            type: 'string',
            description:
              'The line of `metadata.annotations` that would link it.',
          },
        },
      },
      SourceHealth: {
        type: 'object',
        required: [
          'id',
          'kind',
          'title',
          'strength',
          'status',
          'calls',
          'linked',
          'entities',
          'coverage',
          'emits',
          'mayRun',
          'errors',
        ],
        properties: {
          id: { type: 'string' },
          kind: { type: 'string' },
          title: { type: 'string' },
          strength: { $ref: '#/components/schemas/Strength' },
          status: {
            type: 'string',
            enum: ['ok', 'running', 'failing', 'never'],
          },
          lastStartedAt: { type: 'string' },
          lastSucceededAt: { type: 'string' },
          durationMs: { type: 'integer' },
          calls: {
            type: 'integer',
            description: 'Calls to the upstream in the last run.',
          },
          linked: {
            type: 'integer',
            description: 'Entities it speaks about, of those the caller sees.',
          },
          entities: {
            type: 'integer',
            description: 'Entities with a scorecard that the caller sees.',
          },
          coverage: { $ref: '#/components/schemas/Coverage' },
          emits: {
            type: 'array',
            description: 'What it tells besides facts.',
            items: {
              type: 'string',
              enum: ['deployments', 'alerts', 'incidents'],
            },
          },
          mayRun: {
            type: 'boolean',
            description: 'Whether the caller may run it now.',
          },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['message'],
              properties: {
                message: { type: 'string' },
                file: { type: 'string' },
                line: { type: 'integer' },
                entityRef: { type: 'string' },
              },
            },
          },
          nextRunAt: { type: 'string' },
        },
      },
      Gate: {
        type: 'object',
        required: ['pass', 'level', 'required', 'blocking'],
        properties: {
          pass: { type: 'boolean' },
          level: { type: 'string', description: 'The level held.' },
          required: { type: 'string' },
          blocking: {
            type: 'array',
            items: {
              type: 'object',
              required: ['check', 'status', 'message'],
              properties: {
                check: { type: 'string' },
                status: { $ref: '#/components/schemas/Status' },
                message: { type: 'string' },
              },
            },
          },
        },
      },
      OwnershipFindingType: {
        type: 'string',
        enum: [
          'no-owner',
          'owner-not-found',
          'owner-is-person',
          'empty-group',
          'single-member-group',
          'no-contact',
          'no-on-call',
          'on-call-differs',
          'codeowners-differs',
          'codeowners-invalid',
          'owner-not-deploying',
          'not-confirmed',
          'orphan',
        ],
      },
      OwnershipSeverity: { type: 'string', enum: ['high', 'medium', 'low'] },
      OwnershipGrouping: {
        type: 'string',
        enum: ['owner', 'system', 'domain', 'kind'],
      },
      OwnershipFinding: {
        type: 'object',
        required: [
          'ref',
          'kind',
          'namespace',
          'name',
          'tier',
          'finding',
          'severity',
          'since',
          'evidence',
          'confirmable',
        ],
        properties: {
          ref: { type: 'string' },
          kind: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          title: { type: 'string' },
          type: { type: 'string' },
          tier: { type: 'integer' },
          owner: {
            type: 'string',
            description: 'As the catalog has it now, whether it exists or not.',
          },
          system: { type: 'string' },
          domain: { type: 'string' },
          finding: { $ref: '#/components/schemas/OwnershipFindingType' },
          severity: { $ref: '#/components/schemas/OwnershipSeverity' },
          since: { type: 'string', description: 'When it was first found.' },
          evidence: {
            type: 'object',
            required: ['text', 'source'],
            properties: {
              text: { type: 'string', description: 'What was seen, in words.' },
              source: { type: 'string', description: 'Title of who says so.' },
              url: {
                type: 'string',
                description: 'Where a person can see it.',
              },
            },
          },
          suggestion: { $ref: '#/components/schemas/OwnerSuggestion' },
          editUrl: {
            type: 'string',
            description: "Where the entity's file of the catalog is edited.",
          },
          confirmable: {
            type: 'boolean',
            description: 'Confirming the owner ends it.',
          },
        },
      },
      OwnerSuggestion: {
        type: 'object',
        required: ['owner', 'from', 'text'],
        properties: {
          owner: {
            type: 'string',
            description:
              'Entity reference of a group that exists and has members.',
          },
          from: {
            type: 'string',
            enum: [
              'deployments',
              'codeowners',
              'on-call',
              'provider',
              'system',
            ],
          },
          text: {
            type: 'string',
            description: 'Why, such as "14 of 20 deployments".',
          },
        },
      },
      OwnershipFindingPage: {
        type: 'object',
        required: ['items', 'total'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipFinding' },
          },
          total: { type: 'integer' },
          nextCursor: { type: 'string' },
        },
      },
      OwnershipGroup: {
        type: 'object',
        required: ['key', 'findings', 'high', 'entities', 'items'],
        properties: {
          key: {
            type: 'string',
            description:
              'An entity reference or a kind; empty for what has none.',
          },
          title: { type: 'string' },
          findings: { type: 'integer' },
          high: { type: 'integer' },
          entities: {
            type: 'integer',
            description: 'Entities with a finding.',
          },
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/OwnershipFinding' },
          },
        },
      },
      OwnershipShare: {
        type: 'object',
        required: ['count', 'of'],
        properties: { count: { type: 'integer' }, of: { type: 'integer' } },
      },
      OwnershipSummary: {
        type: 'object',
        required: [
          'entities',
          'findings',
          'withFindings',
          'unowned',
          'doubtful',
          'coverage',
          'confirmedWithinDays',
          'bySeverity',
          'byFinding',
          'byKind',
        ],
        properties: {
          entities: {
            type: 'integer',
            description: 'Of a kind that has an owner.',
          },
          findings: { type: 'integer' },
          withFindings: {
            type: 'integer',
            description: 'Entities with a finding.',
          },
          unowned: {
            type: 'integer',
            description: 'Entities without an owner that exists.',
          },
          doubtful: {
            type: 'integer',
            description:
              'Entities with an owner, of which something else is found.',
          },
          coverage: {
            type: 'object',
            required: ['ownerIsGroup', 'hasMember', 'hasContact', 'confirmed'],
            properties: {
              ownerIsGroup: { $ref: '#/components/schemas/OwnershipShare' },
              hasMember: { $ref: '#/components/schemas/OwnershipShare' },
              hasContact: { $ref: '#/components/schemas/OwnershipShare' },
              onCall: {
                allOf: [{ $ref: '#/components/schemas/OwnershipShare' }],
                description:
                  'Of the services that a source of on-call knows; absent without one.',
              },
              confirmed: { $ref: '#/components/schemas/OwnershipShare' },
            },
          },
          confirmedWithinDays: {
            type: 'integer',
            description:
              'How long a confirmation without a day of its own counts.',
          },
          bySeverity: {
            type: 'array',
            items: {
              type: 'object',
              required: ['severity', 'findings'],
              properties: {
                severity: { $ref: '#/components/schemas/OwnershipSeverity' },
                findings: { type: 'integer' },
              },
            },
          },
          byFinding: {
            type: 'array',
            description: 'Every type, those without a finding too.',
            items: {
              type: 'object',
              required: ['finding', 'findings'],
              properties: {
                finding: { $ref: '#/components/schemas/OwnershipFindingType' },
                findings: { type: 'integer' },
              },
            },
          },
          byKind: {
            type: 'array',
            items: {
              type: 'object',
              required: ['kind', 'findings'],
              properties: {
                kind: { type: 'string' },
                findings: { type: 'integer' },
              },
            },
          },
          auditedAt: {
            type: 'string',
            description: 'The latest audit of any entity.',
          },
        },
      },
      OwnershipPoint: {
        type: 'object',
        required: ['at', 'entities', 'unowned', 'doubtful'],
        properties: {
          at: { type: 'string' },
          entities: { type: 'integer' },
          unowned: { type: 'integer' },
          doubtful: { type: 'integer' },
        },
      },
      OwnershipConfirmationRequest: {
        type: 'object',
        required: ['entityRefs'],
        additionalProperties: false,
        properties: {
          entityRefs: {
            type: 'array',
            minItems: 1,
            maxItems: 500,
            items: { type: 'string', minLength: 1, maxLength: 1000 },
          },
          until: {
            type: 'string',
            format: 'date',
            pattern: '^\\d{4}-\\d{2}-\\d{2}$',
            description:
              'The last day on which it counts, UTC; `readiness.ownership.confirmFor` from now unless told, and at most two years from now.',
          },
          note: { type: 'string', maxLength: 2000 },
        },
      },
      OwnershipConfirmation: {
        type: 'object',
        required: ['entityRef', 'owner', 'until', 'confirmedBy', 'confirmedAt'],
        properties: {
          entityRef: { type: 'string' },
          owner: { type: 'string' },
          until: { type: 'string' },
          confirmedBy: { type: 'string' },
          confirmedAt: { type: 'string' },
          note: { type: 'string' },
        },
      },
    },
  },
};
