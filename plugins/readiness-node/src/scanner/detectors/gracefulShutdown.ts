import type { Detector } from '../Detector';
import { detectSigtermHandling } from './sigtermHandling';
import { isWorkloadKind } from './support/serviceNames';

/** Kinds that run until stopped. */
const FINITE_KINDS = new Set(['Job', 'CronJob']);

/**
 * `workloads[].gracefulShutdown` by the source of the service. What the
 * manifests say of a preStop hook was stated before and stands.
 */
export const gracefulShutdownDetector: Detector = {
  name: 'graceful shutdown',
  facts: ['workloads'],
  async detect(context) {
    const workloads = context.objects.filter(
      ({ kind }) => isWorkloadKind(kind) && !FINITE_KINDS.has(kind),
    );
    if (workloads.length === 0) {
      return;
    }
    const { handled, origin } = await detectSigtermHandling(context);
    for (const { key } of workloads) {
      if (handled === undefined) {
        context.gap(
          'workloads',
          'the source of the service is not in this repository, so that its handling of SIGTERM is not known',
          key,
        );
      } else {
        context.member(
          'workloads',
          key,
          { gracefulShutdown: handled },
          origin ? { gracefulShutdown: origin } : {},
        );
      }
    }
  },
};
