import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../Detector';
import { isWorkloadKind } from './serviceNames';
import { objectAt, stringAt } from './values';
import { podSpecPath } from './workloadEnvironment';

/** One annotation of the pods of a workload. */
export interface PodAnnotation {
  name: string;
  value: string;
  origin: Origin;
}

/** The annotations of the service's pods in production. */
export function readPodAnnotations(context: DetectorContext): PodAnnotation[] {
  return context.objects
    .filter(({ kind }) => isWorkloadKind(kind))
    .flatMap(object => {
      const path = [
        ...podSpecPath(object).slice(0, -1),
        'metadata',
        'annotations',
      ];
      return Object.keys(objectAt(object.object, ...path)).map(name => ({
        name,
        value: stringAt(object.object, ...path, name) ?? '',
        origin: object.originOf([...path, name]),
      }));
    });
}
