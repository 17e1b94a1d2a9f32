import { InputError } from '@backstage/errors';
import type { DeploymentPush } from '@airworthy/plugin-readiness-common';
import { HTTP, type Message } from 'cloudevents';
import { z } from 'zod';

const PREFIX = 'dev.cdevents.service.';
/** The version that follows is the vendor's to raise. */
const TYPE =
  /^dev\.cdevents\.service\.(deployed|upgraded|rolledback|removed)\./;

const payloadSchema = z.object({
  context: z.object({
    id: z.string().min(1).max(150),
    timestamp: z.string().optional(),
  }),
  subject: z.object({
    id: z.string().min(1).max(1000),
    content: z.object({
      environment: z.object({ id: z.string().min(1).max(200) }).optional(),
      artifactId: z.string().max(2000).optional(),
    }),
  }),
  customData: z
    .object({
      entityRef: z.string().max(1000).optional(),
      url: z
        .string()
        .regex(/^https?:\/\//)
        .optional(),
    })
    .loose()
    .optional()
    .catch(undefined),
});

/**
 * The deployment that a CDEvent tells of, in the structured or the binary mode
 * of CloudEvents. The removal of a service is understood and deploys nothing.
 *
 * The entity is `customData.entityRef`, or the subject's id.
 *
 * @throws InputError where it is no such event
 * @see https://cdevents.dev/docs/continuous-deployment/
 */
export function readCdEvent(
  message: Pick<Message<unknown>, 'headers' | 'body'>,
): DeploymentPush | undefined {
  const { type, data } = readEvent(message);
  const [, action] = TYPE.exec(type) ?? [];
  if (action === undefined) {
    throw new InputError(
      `type: expected ${PREFIX}deployed, upgraded, rolledback or removed, got "${type}"`,
    );
  }
  const payload = payloadSchema.safeParse(data);
  if (!payload.success) {
    const [issue] = payload.error.issues;
    throw new InputError(`data.${issue.path.join('.')}: ${issue.message}`);
  }
  if (action === 'removed') {
    return undefined;
  }
  const { context, subject, customData } = payload.data;
  return {
    deployments: [
      {
        entityRef: customData?.entityRef ?? subject.id,
        key: context.id,
        environment: subject.content.environment?.id,
        version: versionOf(subject.content.artifactId),
        finishedAt: context.timestamp,
        result: 'succeeded',
        rollback: action === 'rolledback',
        rework: false,
        url: customData?.url,
      },
    ],
  };
}

function readEvent({
  headers,
  body,
}: Pick<Message<unknown>, 'headers' | 'body'>): {
  type: string;
  data: unknown;
} {
  try {
    const event = HTTP.toEvent({ headers, body });
    if (Array.isArray(event)) {
      throw new InputError('expected one event, got a batch');
    }
    return { type: event.type, data: event.data };
  } catch (cause) {
    throw new InputError('The body is no CloudEvent', cause);
  }
}

/** The tag or version of a package URL such as `pkg:oci/cart@sha256:…?tag=1.2`. */
function versionOf(artifactId: string | undefined): string | undefined {
  if (artifactId === undefined) {
    return undefined;
  }
  const [path, query = ''] = artifactId.split('?');
  const tag = new URLSearchParams(query).get('tag');
  const version = /@([^@#]+)$/.exec(path)?.[1];
  return (tag ?? (version && decodeURIComponent(version)))?.slice(0, 200);
}
