import { z } from 'zod';

/**
 * The fields of `argoproj.io/v1alpha1` Application that are read here, as Argo CD's
 * own `assets/swagger.json` has them (`v1alpha1Application`). Go leaves out what is
 * empty, so that nearly everything is optional.
 */
const initiatorSchema = z.object({
  username: z.string().optional(),
  automated: z.boolean().optional(),
});

const sourceSchema = z.looseObject({
  repoURL: z.string().optional(),
  chart: z.string().optional(),
});

const operationStateSchema = z.object({
  phase: z.string().optional(),
  startedAt: z.string().optional(),
  finishedAt: z.string().nullish(),
  message: z.string().optional(),
  operation: z
    .object({
      initiatedBy: initiatorSchema.optional(),
      sync: z
        .object({
          revision: z.string().optional(),
          revisions: z.array(z.string()).optional(),
        })
        .optional(),
    })
    .optional(),
  syncResult: z
    .object({
      revision: z.string().optional(),
      revisions: z.array(z.string()).optional(),
      source: sourceSchema.optional(),
      sources: z.array(sourceSchema).optional(),
    })
    .optional(),
});

const historySchema = z.object({
  id: z.number().optional(),
  revision: z.string().optional(),
  revisions: z.array(z.string()).optional(),
  deployedAt: z.string(),
  deployStartedAt: z.string().nullish(),
  source: sourceSchema.optional(),
  sources: z.array(sourceSchema).optional(),
  initiatedBy: initiatorSchema.optional(),
});

const metadataSchema = z.object({
  name: z.string(),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

export const applicationSchema = z.object({
  metadata: metadataSchema,
  spec: z
    .object({
      project: z.string().optional(),
      destination: z
        .object({
          name: z.string().optional(),
          server: z.string().optional(),
          namespace: z.string().optional(),
        })
        .optional(),
      revisionHistoryLimit: z.number().optional(),
      syncPolicy: z
        .object({ automated: z.looseObject({}).nullish() })
        .nullish(),
    })
    .optional(),
  status: z
    .object({
      sync: z.object({ status: z.string().optional() }).optional(),
      health: z.object({ status: z.string().optional() }).optional(),
      operationState: operationStateSchema.nullish(),
      history: z.array(historySchema).nullish(),
      resources: z
        .array(
          z.object({
            group: z.string().optional(),
            kind: z.string().optional(),
            namespace: z.string().optional(),
            name: z.string().optional(),
          }),
        )
        .nullish(),
    })
    .optional(),
});

export const applicationListSchema = z.object({
  // Go writes a list that was never filled as null.
  items: z
    .array(applicationSchema)
    .nullish()
    .transform(items => items ?? []),
});

/** `v1alpha1RevisionMetadata`, as far as it dates and names a commit. */
export const revisionMetadataSchema = z.object({
  date: z.string().optional(),
  tags: z.array(z.string()).nullish(),
});

/** What grpc-gateway answers where something is wrong. */
export const errorSchema = z.object({ message: z.string() });

/** An application, as far as it was asked for. */
export type Application = z.infer<typeof applicationSchema>;

/** One entry of `status.history`. */
export type HistoryEntry = z.infer<typeof historySchema>;

/** `status.operationState`. */
export type OperationState = z.infer<typeof operationStateSchema>;

export type RevisionMetadata = z.infer<typeof revisionMetadataSchema>;
