// Derived from openapi.yaml of tradeoffs-backend: `yarn generate:api` writes it.
import type { internal } from '@backstage/backend-openapi-utils';

export const openapiDocument: internal.ImmutableOpenAPIObject = {
  openapi: '3.1.0',
  info: {
    title: 'Airworthy tradeoff records',
    version: '1.0.0',
    description:
      'Tradeoff records of the entities in the catalog. A record is seen by whoever sees the first entity it names; what a caller may not see is left out of lists, counts and searches, and other entities of a record that the caller may not see are redacted. Errors have the shape of @backstage/errors. Times are ISO 8601 in UTC; days are YYYY-MM-DD.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  paths: {
    '/axes': {
      get: {
        operationId: 'listAxes',
        summary: 'The axes and the design steps that records speak of',
        responses: {
          '200': {
            description: 'The axes.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['axes', 'designSteps'],
                  properties: {
                    axes: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Axis' },
                    },
                    designSteps: {
                      type: 'array',
                      items: {
                        type: 'object',
                        required: ['id', 'title'],
                        properties: {
                          id: { type: 'string' },
                          title: { type: 'string' },
                        },
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
    '/records': {
      get: {
        operationId: 'listRecords',
        summary: 'A page of records, contradicted ones first',
        parameters: [
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/axis' },
          { $ref: '#/components/parameters/entity' },
          { $ref: '#/components/parameters/state' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/limit' },
          { $ref: '#/components/parameters/after' },
        ],
        responses: {
          '200': {
            description: 'The page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'createRecord',
        summary: 'Write a record in the portal',
        description: 'The entity has to be one of those that the record names.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['entityRef', 'content'],
                additionalProperties: false,
                properties: {
                  entityRef: { type: 'string', maxLength: 1000 },
                  content: { $ref: '#/components/schemas/Content' },
                },
              },
            },
          },
        },
        responses: {
          '201': {
            description: 'The record.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}': {
      get: {
        operationId: 'getRecord',
        summary: 'One record with everything that is known of it',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '200': {
            description: 'The record.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordDetail' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      put: {
        operationId: 'updateRecord',
        summary: 'Save a new text of a record',
        description:
          'Of a record whose truth is a file, the new text is kept in the portal as a revision that waits to be proposed or exported; the file stays what counts.',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['content', 'revision'],
                additionalProperties: false,
                properties: {
                  content: { $ref: '#/components/schemas/Content' },
                  revision: { $ref: '#/components/schemas/Revision' },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The record as saved.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordDetail' },
              },
            },
          },
          '409': { $ref: '#/components/responses/Conflict' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/status': {
      post: {
        operationId: 'setRecordStatus',
        summary: 'Move a record along its life',
        description:
          'Accepting is for decision makers and the owner group. For a record whose truth is a file the changed text waits to be proposed, as on saving.',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['status', 'revision'],
                additionalProperties: false,
                properties: {
                  status: { $ref: '#/components/schemas/Status' },
                  revision: { $ref: '#/components/schemas/Revision' },
                  supersededBy: {
                    type: 'string',
                    maxLength: 500,
                    description:
                      'Id of the record that replaces it; with `superseded`.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The record as saved.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordDetail' },
              },
            },
          },
          '409': { $ref: '#/components/responses/Conflict' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/review': {
      post: {
        operationId: 'reviewRecord',
        summary: 'Say that a record was looked at today and still stands',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: { $ref: '#/components/requestBodies/AtRevision' },
        responses: {
          '200': {
            description: 'The record as saved.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordDetail' },
              },
            },
          },
          '409': { $ref: '#/components/responses/Conflict' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/acceptances/confirm': {
      post: {
        operationId: 'confirmAcceptances',
        summary:
          "Confirm the checks that a record's file accepts, so that they count",
        description:
          'Anyone can commit a status. What a file accepts counts once a person who may accept says so; a change of what it means asks again.',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: { $ref: '#/components/requestBodies/AtRevision' },
        responses: {
          '200': {
            description: 'The record, its acceptances confirmed.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RecordDetail' },
              },
            },
          },
          '409': { $ref: '#/components/responses/Conflict' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/propose': {
      post: {
        operationId: 'proposeRecord',
        summary: 'Open a pull request with the text that the portal holds',
        parameters: [{ $ref: '#/components/parameters/id' }],
        requestBody: { $ref: '#/components/requestBodies/AtRevision' },
        responses: {
          '200': {
            description: 'Where the pull request is.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['url'],
                  properties: { url: { type: 'string' } },
                },
              },
            },
          },
          '409': { $ref: '#/components/responses/Conflict' },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/revisions': {
      get: {
        operationId: 'listRevisions',
        summary: 'The history of a record, the newest first',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '200': {
            description: 'The revisions, without their texts.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/RevisionEntry' },
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
    '/records/{id}/revisions/{revision}': {
      get: {
        operationId: 'getRevision',
        summary: 'One revision with its text',
        parameters: [
          { $ref: '#/components/parameters/id' },
          {
            name: 'revision',
            in: 'path',
            required: true,
            schema: { type: 'integer', minimum: 1 },
          },
        ],
        responses: {
          '200': {
            description: 'The revision.',
            content: {
              'application/json': {
                schema: {
                  allOf: [
                    { $ref: '#/components/schemas/RevisionEntry' },
                    {
                      type: 'object',
                      required: ['content'],
                      properties: { content: { type: 'string' } },
                    },
                  ],
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/diff': {
      get: {
        operationId: 'diffRecord',
        summary:
          'What differs from another record, or from an earlier revision',
        parameters: [
          { $ref: '#/components/parameters/id' },
          {
            name: 'against',
            in: 'query',
            allowReserved: true,
            description:
              'Id of the other record; the one that this record supersedes unless told. Or give `revision`.',
            schema: { type: 'string', maxLength: 500 },
          },
          {
            name: 'revision',
            in: 'query',
            description: 'A revision of this record.',
            schema: { type: 'integer', minimum: 1 },
          },
        ],
        responses: {
          '200': {
            description: 'The difference, line by line.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Diff' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/records/{id}/export': {
      get: {
        operationId: 'exportRecord',
        summary: 'The file of a record, byte for byte',
        parameters: [{ $ref: '#/components/parameters/id' }],
        responses: {
          '200': {
            description: 'The file.',
            content: { 'text/markdown': { schema: { type: 'string' } } },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getEntityTradeoffs',
        summary: 'What one entity decided, axis by axis',
        parameters: [
          { $ref: '#/components/parameters/pathKind' },
          { $ref: '#/components/parameters/pathNamespace' },
          { $ref: '#/components/parameters/pathName' },
        ],
        responses: {
          '200': {
            description: 'The decisions, and where it is silent.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityTradeoffs' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/fleet': {
      get: {
        operationId: 'getFleet',
        summary: 'Entities by axes',
        parameters: [
          { $ref: '#/components/parameters/q' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/system' },
          { $ref: '#/components/parameters/axis' },
          { $ref: '#/components/parameters/state' },
          { $ref: '#/components/parameters/scope' },
          { $ref: '#/components/parameters/limit' },
          { $ref: '#/components/parameters/after' },
        ],
        responses: {
          '200': {
            description: 'The page.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/FleetPage' },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/validate': {
      post: {
        operationId: 'validateRecord',
        summary: 'Say what is wrong with a text, without saving it',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['content'],
                additionalProperties: false,
                properties: {
                  content: { $ref: '#/components/schemas/Content' },
                  entityRef: {
                    type: 'string',
                    maxLength: 1000,
                    description: 'The entity that it is written for.',
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The problems, and the record where there is one.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['problems'],
                  properties: {
                    problems: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/Problem' },
                    },
                    record: {
                      type: 'object',
                      required: [
                        'name',
                        'title',
                        'status',
                        'format',
                        'tradeoffs',
                      ],
                      properties: {
                        name: { type: 'string' },
                        title: { type: 'string' },
                        status: { $ref: '#/components/schemas/Status' },
                        format: { $ref: '#/components/schemas/Format' },
                        summary: { $ref: '#/components/schemas/Summary' },
                        tradeoffs: {
                          type: 'array',
                          items: { $ref: '#/components/schemas/Tradeoff' },
                        },
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
    '/service/acceptances': {
      get: {
        operationId: 'listAcceptances',
        summary: 'The acceptances that count now, for other back ends',
        parameters: [
          { $ref: '#/components/parameters/entity' },
          { $ref: '#/components/parameters/limit' },
          { $ref: '#/components/parameters/after' },
        ],
        responses: {
          '200': {
            description: 'The acceptances.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: {
                        $ref: '#/components/schemas/CountingAcceptance',
                      },
                    },
                    nextCursor: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/service/designs': {
      post: {
        operationId: 'readDesigns',
        summary: 'What records in force say of the design of entities',
        description:
          'Those of the entity and of its system, for the back end that evaluates checks. An entity that the catalog does not have is left out.',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['entityRefs'],
                additionalProperties: false,
                properties: {
                  entityRefs: {
                    type: 'array',
                    maxItems: 500,
                    items: { type: 'string', maxLength: 1000 },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The designs, in no particular order.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/EntityDesign' },
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
    '/service/documents': {
      get: {
        operationId: 'listDocuments',
        summary: 'The texts of all records, for the index of a search',
        parameters: [
          { $ref: '#/components/parameters/limit' },
          { $ref: '#/components/parameters/after' },
        ],
        responses: {
          '200': {
            description: 'The texts.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/RecordDocument' },
                    },
                    nextCursor: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
    },
    '/service/assumptions': {
      get: {
        operationId: 'listAssumptions',
        summary:
          'What records in force assume, for the back end that knows the facts',
        parameters: [
          { $ref: '#/components/parameters/entity' },
          { $ref: '#/components/parameters/limit' },
          { $ref: '#/components/parameters/after' },
        ],
        responses: {
          '200': {
            description: 'The assumptions.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['items'],
                  properties: {
                    items: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/OpenAssumption' },
                    },
                    nextCursor: { type: 'string' },
                  },
                },
              },
            },
          },
          default: { $ref: '#/components/responses/Error' },
        },
      },
      post: {
        operationId: 'reportAssumptions',
        summary: 'Say what the facts make of assumptions',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['items'],
                additionalProperties: false,
                properties: {
                  items: {
                    type: 'array',
                    maxItems: 1000,
                    items: { $ref: '#/components/schemas/AssumptionReport' },
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'How many were new.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  required: ['changed'],
                  properties: { changed: { type: 'integer' } },
                },
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
      id: {
        name: 'id',
        in: 'path',
        required: true,
        schema: { type: 'string', minLength: 1, maxLength: 500 },
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
      q: {
        name: 'q',
        in: 'query',
        allowReserved: true,
        description: "Part of a title, an id or an entity's name, in any case.",
        schema: { type: 'string', maxLength: 200 },
      },
      status: {
        name: 'status',
        in: 'query',
        description: 'Statuses; `unparsable` for files that could not be read.',
        schema: {
          type: 'array',
          maxItems: 10,
          items: { $ref: '#/components/schemas/RowStatus' },
        },
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
      axis: {
        name: 'axis',
        in: 'query',
        allowReserved: true,
        description: 'Ids of axes that the record takes a position on.',
        schema: {
          type: 'array',
          maxItems: 50,
          items: { type: 'string', maxLength: 200 },
        },
      },
      entity: {
        name: 'entity',
        in: 'query',
        allowReserved: true,
        description: 'Entities that the record names, as entity references.',
        schema: {
          type: 'array',
          maxItems: 200,
          items: { type: 'string', maxLength: 1000 },
        },
      },
      state: {
        name: 'state',
        in: 'query',
        description:
          '`contradicted`: an assumption is false for longer than allowed. `overdue`: in force and not reviewed in time. `unknown`: an assumption cannot be told. `broken`: the file could not be read. `in-force`: accepted.',
        schema: {
          type: 'array',
          maxItems: 10,
          items: {
            type: 'string',
            enum: ['contradicted', 'overdue', 'unknown', 'broken', 'in-force'],
          },
        },
      },
      scope: {
        name: 'scope',
        in: 'query',
        description:
          '`mine`: of entities that the caller or a group of the caller owns.',
        schema: { type: 'string', enum: ['mine', 'all'], default: 'all' },
      },
      limit: {
        name: 'limit',
        in: 'query',
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 100 },
      },
      after: {
        name: 'after',
        in: 'query',
        allowReserved: true,
        description: 'The `nextCursor` of the page before.',
        schema: { type: 'string', maxLength: 2000 },
      },
    },
    requestBodies: {
      AtRevision: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['revision'],
              additionalProperties: false,
              properties: {
                revision: { $ref: '#/components/schemas/Revision' },
              },
            },
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
      Conflict: {
        description: 'Somebody saved in between. Nothing was written.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Conflict' },
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
      Conflict: {
        allOf: [
          { $ref: '#/components/schemas/Error' },
          {
            type: 'object',
            properties: {
              current: {
                type: 'object',
                description:
                  "What is stored now; the text that was sent is the caller's.",
                required: ['content', 'revision'],
                properties: {
                  content: { type: 'string' },
                  revision: { $ref: '#/components/schemas/Revision' },
                  by: { type: 'string' },
                  at: { type: 'string' },
                },
              },
            },
          },
        ],
      },
      Content: {
        type: 'string',
        maxLength: 262144,
        description: 'The whole file, front matter included.',
      },
      Revision: {
        type: 'integer',
        minimum: 1,
        description: 'Counts what was stored of one record.',
      },
      Status: {
        type: 'string',
        enum: [
          'draft',
          'proposed',
          'accepted',
          'rejected',
          'deprecated',
          'superseded',
        ],
      },
      RowStatus: {
        type: 'string',
        enum: [
          'draft',
          'proposed',
          'accepted',
          'rejected',
          'deprecated',
          'superseded',
          'unparsable',
        ],
      },
      Format: {
        type: 'string',
        enum: [
          'airworthy',
          'madr-4',
          'madr-3',
          'madr-2',
          'log4brains',
          'nygard',
          'unknown',
        ],
      },
      State: {
        type: 'string',
        description: 'What the assumptions of a record come to together.',
        enum: ['holds', 'contradicted', 'unknown', 'none'],
      },
      Position: { type: 'integer', minimum: -2, maximum: 2 },
      Axis: {
        type: 'object',
        required: ['id', 'title', 'poles', 'stops', 'checks'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          poles: {
            type: 'array',
            description: 'The first at -2, the second at 2.',
            items: { type: 'string' },
          },
          stops: {
            type: 'array',
            description: 'Words for each of the five stops, from -2 to 2.',
            items: { type: 'string' },
          },
          checks: {
            type: 'array',
            description: 'Checks whose failure the axis explains most often.',
            items: { type: 'string' },
          },
        },
      },
      RecordPage: {
        type: 'object',
        required: ['items', 'total', 'counts'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/RecordRow' },
          },
          total: { type: 'integer' },
          nextCursor: { type: 'string' },
          counts: {
            type: 'object',
            description:
              'Of what the filters leave, whatever `status` and `state` they name: so a filter shows what another choice would give.',
            required: ['status', 'state'],
            properties: {
              status: {
                type: 'object',
                additionalProperties: { type: 'integer' },
              },
              state: {
                type: 'object',
                additionalProperties: { type: 'integer' },
              },
            },
          },
        },
      },
      RecordRow: {
        type: 'object',
        required: [
          'id',
          'name',
          'title',
          'status',
          'entityRefs',
          'redactedEntities',
          'format',
          'origin',
          'positions',
          'review',
          'state',
          'accepts',
          'acceptedChecks',
          'problems',
          'errors',
        ],
        properties: {
          id: { type: 'string', description: 'For paths; opaque.' },
          name: {
            type: 'string',
            description:
              "The id that the record gives itself, or its file's name.",
          },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RowStatus' },
          date: { type: 'string' },
          entityRefs: {
            type: 'array',
            description:
              "Those that the caller may see; the first is the record's own.",
            items: { type: 'string' },
          },
          redactedEntities: {
            type: 'integer',
            description: 'How many more the record names.',
          },
          owner: { type: 'string', description: 'Of the first entity.' },
          system: { type: 'string', description: 'Of the first entity.' },
          format: { $ref: '#/components/schemas/Format' },
          reversibility: { type: 'string', enum: ['one-way', 'two-way'] },
          file: {
            type: 'string',
            description:
              'Path in its repository; absent for one written in the portal.',
          },
          fileUrl: {
            type: 'string',
            description: 'Where a person can see the file.',
          },
          line: { type: 'integer', description: 'Of the first problem.' },
          origin: { type: 'string', enum: ['git', 'portal'] },
          pending: {
            type: 'boolean',
            description:
              'The portal holds a newer text that is not in the file.',
          },
          positions: {
            type: 'array',
            items: {
              type: 'object',
              required: ['axis', 'position'],
              properties: {
                axis: { type: 'string' },
                position: { $ref: '#/components/schemas/Position' },
              },
            },
          },
          review: {
            type: 'object',
            required: ['overdue'],
            properties: {
              due: { type: 'string' },
              overdue: { type: 'boolean' },
            },
          },
          state: { $ref: '#/components/schemas/State' },
          accepts: {
            type: 'integer',
            description: 'How many checks it accepts.',
          },
          acceptedChecks: { type: 'array', items: { type: 'string' } },
          problems: {
            type: 'integer',
            description: 'How many; errors are among them.',
          },
          errors: { type: 'integer' },
          supersedes: {
            type: 'array',
            description: 'Ids of the records that it replaces.',
            items: { type: 'string' },
          },
          supersededBy: {
            type: 'string',
            description: 'Id of what replaced it.',
          },
        },
      },
      RecordDetail: {
        allOf: [
          { $ref: '#/components/schemas/RecordRow' },
          {
            type: 'object',
            required: [
              'content',
              'revision',
              'body',
              'tradeoffs',
              'acceptances',
              'design',
              'problemList',
              'links',
              'decisionMakers',
              'consulted',
              'informed',
              'options',
              'history',
              'nextStatuses',
              'obstacles',
              'editable',
              'canAccept',
              'canPropose',
            ],
            properties: {
              content: {
                type: 'string',
                description:
                  "The text, byte for byte; of a pending record the portal's, which `revision` counts.",
              },
              revision: { $ref: '#/components/schemas/Revision' },
              truncated: {
                type: 'boolean',
                description: 'The file is larger than what is stored.',
              },
              body: {
                type: 'string',
                description: 'Markdown below the front matter.',
              },
              summary: { $ref: '#/components/schemas/Summary' },
              tradeoffs: {
                type: 'array',
                items: { $ref: '#/components/schemas/Tradeoff' },
              },
              acceptances: {
                type: 'array',
                items: { $ref: '#/components/schemas/Acceptance' },
              },
              design: { $ref: '#/components/schemas/DesignCoverage' },
              problemList: {
                type: 'array',
                items: { $ref: '#/components/schemas/Problem' },
              },
              links: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['kind', 'target'],
                  properties: {
                    kind: { type: 'string' },
                    target: { type: 'string' },
                    recordId: { type: 'string' },
                  },
                },
              },
              decisionMakers: { type: 'array', items: { type: 'string' } },
              consulted: { type: 'array', items: { type: 'string' } },
              informed: { type: 'array', items: { type: 'string' } },
              options: { type: 'array', items: { type: 'string' } },
              chosenOption: { type: 'string' },
              lastReviewedOn: { type: 'string' },
              reviewIn: { type: 'string' },
              history: {
                type: 'array',
                items: { $ref: '#/components/schemas/RevisionEntry' },
              },
              nextStatuses: {
                type: 'array',
                description: 'Those that its life allows next.',
                items: { $ref: '#/components/schemas/Status' },
              },
              obstacles: {
                type: 'array',
                description: 'What it still needs before it may be accepted.',
                items: {
                  type: 'object',
                  required: ['code', 'message'],
                  properties: {
                    code: { type: 'string' },
                    message: { type: 'string' },
                  },
                },
              },
              editable: {
                type: 'boolean',
                description: 'The caller may save a new text.',
              },
              canAccept: {
                type: 'boolean',
                description:
                  'The caller may accept it and confirm what it accepts.',
              },
              canPropose: {
                type: 'boolean',
                description: 'A pull request can be opened for it.',
              },
              proposal: {
                type: 'string',
                description: 'The pull request that was opened last.',
              },
            },
          },
        ],
      },
      Summary: {
        type: 'array',
        description:
          'The record in one sentence; strong where it comes from the record.',
        items: {
          type: 'object',
          required: ['text', 'strong'],
          properties: { text: { type: 'string' }, strong: { type: 'boolean' } },
        },
      },
      Tradeoff: {
        type: 'object',
        required: [
          'axis',
          'position',
          'qualityAttributes',
          'evidence',
          'revisitWhen',
          'assumptions',
        ],
        properties: {
          axis: { type: 'string' },
          position: { $ref: '#/components/schemas/Position' },
          words: { type: 'string' },
          rationale: { type: 'string' },
          qualityAttributes: {
            type: 'array',
            items: {
              type: 'object',
              required: ['name', 'effect'],
              properties: {
                name: { type: 'string' },
                effect: {
                  type: 'string',
                  enum: ['improves', 'degrades', 'neutral'],
                },
              },
            },
          },
          scenario: {
            type: 'object',
            properties: {
              stimulus: { type: 'string' },
              response: { type: 'string' },
              responseMeasure: { type: 'string' },
            },
          },
          evidence: {
            type: 'array',
            items: {
              type: 'object',
              required: ['title', 'url'],
              properties: {
                title: { type: 'string' },
                url: { type: 'string' },
                observedAt: { type: 'string' },
              },
            },
          },
          revisitWhen: { type: 'array', items: { type: 'string' } },
          assumptions: {
            type: 'array',
            items: { $ref: '#/components/schemas/AssumptionState' },
          },
        },
      },
      AssumptionState: {
        type: 'object',
        required: ['id', 'rule', 'claim', 'state'],
        properties: {
          id: { type: 'string' },
          rule: { type: 'string' },
          for: {
            type: 'string',
            description: 'How long it has to be false before it contradicts.',
          },
          claim: {
            type: 'string',
            description: 'In words; the rule where none are given.',
          },
          state: { type: 'string', enum: ['holds', 'contradicted', 'unknown'] },
          entityRef: {
            type: 'string',
            description: 'The entity whose facts decide the state.',
          },
          value: {
            type: 'string',
            description: 'What the facts are now, in words.',
          },
          source: {
            type: 'string',
            description: 'The evidence source that says so.',
          },
          url: {
            type: 'string',
            description: 'Where a person can see the value.',
          },
          observedAt: { type: 'string' },
          since: {
            type: 'string',
            description: 'Since when it has been false, or in its state.',
          },
          reason: { type: 'string', description: 'Why it is unknown.' },
        },
      },
      Acceptance: {
        type: 'object',
        required: ['check', 'state', 'reason'],
        properties: {
          check: { type: 'string' },
          until: {
            type: 'string',
            description: 'The last moment at which it counts.',
          },
          endedBy: { type: 'string', enum: ['until', 'review'] },
          state: {
            type: 'string',
            enum: [
              'counts',
              'awaiting-confirmation',
              'not-in-force',
              'lapsed',
              'superseded',
              'contradicted',
              'without-end',
            ],
          },
          reason: { type: 'string' },
          confirmedBy: { type: 'string' },
          confirmedAt: { type: 'string' },
        },
      },
      DesignCoverage: {
        type: 'array',
        items: {
          type: 'object',
          required: ['id', 'title', 'state'],
          properties: {
            id: { type: 'string' },
            title: { type: 'string' },
            state: {
              type: 'string',
              enum: ['covered', 'missing', 'not-applicable'],
            },
            recordId: { type: 'string' },
            recordName: { type: 'string' },
            heading: { type: 'string' },
          },
        },
      },
      Problem: {
        type: 'object',
        required: ['file', 'line', 'column', 'severity', 'code', 'message'],
        properties: {
          file: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'integer' },
          severity: { type: 'string', enum: ['error', 'warning'] },
          code: { type: 'string' },
          message: { type: 'string' },
        },
      },
      RevisionEntry: {
        type: 'object',
        required: ['revision', 'at', 'origin', 'title', 'status', 'change'],
        properties: {
          revision: { $ref: '#/components/schemas/Revision' },
          at: { type: 'string' },
          by: { type: 'string', description: 'Who saved it in the portal.' },
          origin: { type: 'string', enum: ['git', 'portal'] },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RowStatus' },
          change: {
            type: 'string',
            description: 'What was done.',
            enum: [
              'created',
              'edited',
              'status',
              'reviewed',
              'indexed',
              'confirmed',
              'proposed',
            ],
          },
        },
      },
      Diff: {
        type: 'object',
        required: ['from', 'to', 'hunks'],
        properties: {
          from: { $ref: '#/components/schemas/DiffSide' },
          to: { $ref: '#/components/schemas/DiffSide' },
          hunks: {
            type: 'array',
            items: {
              type: 'object',
              required: ['fromLine', 'toLine', 'lines'],
              properties: {
                fromLine: { type: 'integer' },
                toLine: { type: 'integer' },
                lines: {
                  type: 'array',
                  items: {
                    type: 'object',
                    required: ['kind', 'text'],
                    properties: {
                      kind: {
                        type: 'string',
                        enum: ['same', 'added', 'removed'],
                      },
                      text: { type: 'string' },
                    },
                  },
                },
              },
            },
          },
        },
      },
      DiffSide: {
        type: 'object',
        required: ['id', 'title', 'revision'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          revision: { $ref: '#/components/schemas/Revision' },
        },
      },
      EntityTradeoffs: {
        type: 'object',
        required: [
          'ref',
          'axes',
          'silentAxes',
          'design',
          'records',
          'contradictions',
          'acceptances',
          'canCreate',
        ],
        properties: {
          ref: { type: 'string' },
          title: { type: 'string' },
          owner: { type: 'string' },
          system: { type: 'string' },
          axes: {
            type: 'array',
            items: { $ref: '#/components/schemas/EntityAxis' },
          },
          silentAxes: {
            type: 'array',
            description: 'Ids of the axes on which no record in force speaks.',
            items: { type: 'string' },
          },
          design: { $ref: '#/components/schemas/DesignCoverage' },
          records: {
            type: 'array',
            description: 'Its own and those of its system, the oldest first.',
            items: { $ref: '#/components/schemas/RecordRow' },
          },
          contradictions: {
            type: 'array',
            items: { $ref: '#/components/schemas/RecordContradiction' },
          },
          acceptances: {
            type: 'array',
            description:
              'What its records accept for it, those that end first before.',
            items: {
              allOf: [
                { $ref: '#/components/schemas/Acceptance' },
                {
                  type: 'object',
                  required: ['recordId', 'recordName', 'recordTitle'],
                  properties: {
                    recordId: { type: 'string' },
                    recordName: { type: 'string' },
                    recordTitle: { type: 'string' },
                  },
                },
              ],
            },
          },
          canCreate: {
            type: 'boolean',
            description: 'The caller may record a tradeoff for it.',
          },
        },
      },
      EntityAxis: {
        type: 'object',
        required: ['axis', 'conflicts'],
        properties: {
          axis: { type: 'string' },
          current: {
            type: 'object',
            description:
              "What the record in force says; its own before its system's.",
            required: ['recordId', 'position', 'words', 'from'],
            properties: {
              recordId: { type: 'string' },
              position: { $ref: '#/components/schemas/Position' },
              words: { type: 'string' },
              rationale: { type: 'string' },
              since: { type: 'string', description: 'Date of the record.' },
              from: { type: 'string', enum: ['entity', 'system'] },
              assumptions: {
                type: 'array',
                items: { $ref: '#/components/schemas/AssumptionState' },
              },
            },
          },
          previous: {
            type: 'object',
            required: ['recordId', 'position'],
            properties: {
              recordId: { type: 'string' },
              position: { $ref: '#/components/schemas/Position' },
            },
          },
          conflicts: {
            type: 'array',
            items: { $ref: '#/components/schemas/RecordContradiction' },
          },
        },
      },
      RecordContradiction: {
        type: 'object',
        required: ['kind', 'words', 'recordIds'],
        properties: {
          kind: {
            type: 'string',
            description:
              "`same-axis`: two in force on one axis, neither supersedes the other. `overrides-system`: differs from the system's without naming it. `dependency`: promises more than a dependency's record accepts.",
            enum: ['same-axis', 'overrides-system', 'dependency'],
          },
          axis: { type: 'string' },
          words: { type: 'string' },
          recordIds: { type: 'array', items: { type: 'string' } },
        },
      },
      FleetPage: {
        type: 'object',
        required: ['axes', 'entities', 'total'],
        properties: {
          axes: { type: 'array', items: { $ref: '#/components/schemas/Axis' } },
          entities: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ref', 'positions', 'state'],
              properties: {
                ref: { type: 'string' },
                title: { type: 'string' },
                owner: { type: 'string' },
                system: { type: 'string' },
                state: { $ref: '#/components/schemas/State' },
                positions: {
                  type: 'object',
                  description:
                    'By axis; an axis on which it is silent is absent.',
                  additionalProperties: {
                    type: 'object',
                    required: ['position', 'recordId', 'state'],
                    properties: {
                      position: { $ref: '#/components/schemas/Position' },
                      recordId: { type: 'string' },
                      state: { $ref: '#/components/schemas/State' },
                      overdue: { type: 'boolean' },
                    },
                  },
                },
              },
            },
          },
          total: { type: 'integer' },
          nextCursor: { type: 'string' },
        },
      },
      RecordDocument: {
        type: 'object',
        required: ['id', 'name', 'title', 'status', 'text'],
        properties: {
          id: { type: 'string' },
          name: { type: 'string' },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/RowStatus' },
          text: { type: 'string' },
          entityRef: {
            type: 'string',
            description: 'Who sees this entity sees the record.',
          },
          owner: { type: 'string' },
        },
      },
      CountingAcceptance: {
        type: 'object',
        required: ['entityRef', 'check', 'recordId', 'recordTitle', 'until'],
        properties: {
          entityRef: { type: 'string' },
          check: { type: 'string' },
          recordId: { type: 'string' },
          recordTitle: { type: 'string' },
          until: {
            type: 'string',
            description: 'The last moment at which it counts.',
          },
        },
      },
      EntityDesign: {
        type: 'object',
        required: [
          'entityRef',
          'complete',
          'axes',
          'designSteps',
          'recoveryObjectives',
        ],
        properties: {
          entityRef: { type: 'string' },
          complete: {
            type: 'boolean',
            description:
              'Its repository and that of its system were read at least once; what is missing is missing from them.',
          },
          axes: {
            type: 'array',
            items: { $ref: '#/components/schemas/StatedByRecord' },
          },
          designSteps: {
            type: 'array',
            description: 'Those that are covered or do not apply.',
            items: { $ref: '#/components/schemas/StatedByRecord' },
          },
          recoveryObjectives: {
            type: 'array',
            description: 'Of RPO and RTO, those stated with an amount.',
            items: { $ref: '#/components/schemas/StatedByRecord' },
          },
        },
      },
      StatedByRecord: {
        type: 'object',
        required: ['name', 'recordId'],
        properties: {
          name: { type: 'string' },
          recordId: {
            type: 'string',
            description: 'The newest that states it.',
          },
        },
      },
      OpenAssumption: {
        type: 'object',
        required: ['entityRef', 'recordId', 'assumptionId', 'rule', 'reported'],
        properties: {
          entityRef: { type: 'string' },
          recordId: { type: 'string' },
          assumptionId: { type: 'string' },
          rule: { type: 'string', description: 'CEL over facts.' },
          reported: {
            type: 'boolean',
            description:
              'Something is known of it; what is not is to be reported.',
          },
        },
      },
      AssumptionReport: {
        type: 'object',
        required: ['entityRef', 'recordId', 'assumptionId', 'rule', 'outcome'],
        additionalProperties: false,
        properties: {
          entityRef: { type: 'string', maxLength: 1000 },
          recordId: { type: 'string', maxLength: 500 },
          assumptionId: { type: 'string', maxLength: 200 },
          rule: {
            type: 'string',
            maxLength: 10000,
            description:
              'What was evaluated; a report on an older rule is dropped.',
          },
          outcome: { type: 'string', enum: ['true', 'false', 'unknown'] },
          value: { type: 'string', maxLength: 2000 },
          source: { type: 'string', maxLength: 500 },
          url: { type: 'string', maxLength: 2000 },
          observedAt: { type: 'string', maxLength: 40 },
          reason: { type: 'string', maxLength: 2000 },
        },
      },
    },
  },
};
