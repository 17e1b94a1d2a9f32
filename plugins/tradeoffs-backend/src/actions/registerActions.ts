import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import type {
  RecordDetail,
  RecordRow,
} from '@airworthy/plugin-tradeoffs-common';
import type { RecordList } from '../lists';
import type { RecordAccess } from '../permissions';
import { entityRefOf } from '../records/projectRecord';
import type { RecordReader } from '../service/RecordReader';

const MAX_ITEMS = 100;

/** Lets assistants read records: what the person they act for may read. */
export function registerActions(options: {
  registry: ActionsRegistryService;
  access: RecordAccess;
  list: RecordList;
  reader: RecordReader;
}): void {
  const { registry, access, list, reader } = options;

  registry.register({
    name: 'list-tradeoff-records',
    title: 'List tradeoff records',
    description:
      'Lists the tradeoff records (architecture decisions with what they gave up) that you may see, those that need somebody first: contradicted by evidence, unreadable, overdue for review. Narrow it by entity, status, state, axis or text.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          entity: z
            .string()
            .optional()
            .describe(
              'Entity reference, such as component:default/payments-api',
            ),
          text: z
            .string()
            .max(200)
            .optional()
            .describe('Part of a title or id'),
          status: z
            .enum([
              'draft',
              'proposed',
              'accepted',
              'rejected',
              'deprecated',
              'superseded',
              'unparsable',
            ])
            .optional(),
          state: z
            .enum(['contradicted', 'overdue', 'unknown', 'broken', 'in-force'])
            .optional(),
          axis: z
            .string()
            .optional()
            .describe('Id of an axis, such as cost-availability'),
          limit: z.number().int().min(1).max(MAX_ITEMS).default(25),
          after: z
            .string()
            .optional()
            .describe('nextCursor of the page before'),
        }),
      output: z =>
        z.object({
          items: z.array(rowSchema(z)),
          total: z.number(),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await list.page(
        await access.readScope(credentials),
        {
          ...(input.entity !== undefined && {
            entity: [readRef(input.entity)],
          }),
          ...(input.text !== undefined && { q: input.text }),
          ...(input.status !== undefined && { status: [input.status] }),
          ...(input.state !== undefined && { state: [input.state] }),
          ...(input.axis !== undefined && { axis: [input.axis] }),
        },
        { limit: input.limit, after: input.after },
      );
      return {
        output: {
          items: page.items.map(toRow),
          total: page.total,
          nextCursor: page.nextCursor,
        },
      };
    },
  });

  registry.register({
    name: 'get-tradeoff-record',
    title: 'Get a tradeoff record',
    description:
      'Reads one tradeoff record: its text, its positions with what they assume and whether the facts bear that out, the checks it accepts and until when, and what it supersedes.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({ id: z.string().describe('The id that the list gives') }),
      output: z =>
        rowSchema(z).extend({
          content: z.string().describe('The Markdown file'),
          summary: z.string().optional(),
          assumptions: z.array(assumptionSchema(z)),
          acceptances: z.array(
            z.object({
              check: z.string(),
              until: z.string().optional(),
              state: z.string(),
              reason: z.string(),
            }),
          ),
          problems: z.array(
            z.object({
              line: z.number(),
              column: z.number(),
              severity: z.string(),
              message: z.string(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const record = await reader.read(credentials, input.id);
      return {
        output: {
          ...toRow(record),
          content: record.content,
          summary: record.summary?.map(part => part.text).join(''),
          assumptions: assumptionsOf(record),
          acceptances: record.acceptances.map(
            ({ check, until, state, reason }) => ({
              check,
              until,
              state,
              reason,
            }),
          ),
          problems: record.problemList.map(
            ({ line, column, severity, message }) => ({
              line,
              column,
              severity,
              message,
            }),
          ),
        },
      };
    },
  });

  registry.register({
    name: 'list-contradicted-tradeoffs',
    title: 'List tradeoffs that evidence contradicts',
    description:
      'Lists the tradeoff records in force that a live fact contradicts, each with the claim, the value, the source and since when. Nothing changes such a record but a person: suggest a review or a record that supersedes it.',
    attributes: { readOnly: true, idempotent: true, destructive: false },
    schema: {
      input: z =>
        z.object({
          limit: z.number().int().min(1).max(MAX_ITEMS).default(25),
        }),
      output: z =>
        z.object({
          items: z.array(
            rowSchema(z).extend({ assumptions: z.array(assumptionSchema(z)) }),
          ),
          total: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const page = await list.page(
        await access.readScope(credentials),
        { state: ['contradicted'] },
        { limit: input.limit },
      );
      const details = await Promise.all(
        page.items.map(({ id }) => reader.read(credentials, id)),
      );
      return {
        output: {
          items: details.map(record => ({
            ...toRow(record),
            assumptions: assumptionsOf(record).filter(
              ({ state }) => state === 'contradicted',
            ),
          })),
          total: page.total,
        },
      };
    },
  });
}

type Zod = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

function rowSchema(z: Zod) {
  return z.object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    status: z.string(),
    state: z.string(),
    date: z.string().optional(),
    entities: z.array(z.string()),
    owner: z.string().optional(),
    reviewDue: z.string().optional(),
    overdue: z.boolean(),
    positions: z.array(z.object({ axis: z.string(), position: z.number() })),
    acceptedChecks: z.array(z.string()),
    supersededBy: z.string().optional(),
  });
}

function assumptionSchema(z: Zod) {
  return z.object({
    claim: z.string(),
    rule: z.string(),
    state: z.string(),
    value: z.string().optional(),
    source: z.string().optional(),
    since: z.string().optional(),
    reason: z.string().optional(),
  });
}

function toRow(row: RecordRow) {
  return {
    id: row.id,
    name: row.name,
    title: row.title,
    status: row.status,
    state: row.state,
    date: row.date,
    entities: row.entityRefs,
    owner: row.owner,
    reviewDue: row.review.due,
    overdue: row.review.overdue,
    positions: row.positions,
    acceptedChecks: row.acceptedChecks,
    supersededBy: row.supersededBy,
  };
}

function assumptionsOf(record: RecordDetail) {
  return record.tradeoffs
    .flatMap(tradeoff => tradeoff.assumptions)
    .map(({ claim, rule, state, value, source, since, reason }) => ({
      claim,
      rule,
      state,
      value,
      source,
      since,
      reason,
    }));
}

/** @throws InputError where it is no entity reference */
function readRef(text: string): string {
  const [ref] = entityRefOf(text);
  if (ref === undefined) {
    throw new InputError(
      `"${text}" is no entity reference: write component:default/name`,
    );
  }
  return ref;
}
