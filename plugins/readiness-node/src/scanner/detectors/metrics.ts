import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext, ProductionObject } from '../Detector';
import { selectsLabels } from './support/selectors';
import { isWorkloadKind } from './support/serviceNames';
import {
  isObject,
  listAt,
  objectAt,
  stringAt,
  valueAt,
} from './support/values';

/** Annotations that tell a collector to scrape a pod. */
const SCRAPE_ANNOTATIONS = ['prometheus.io/scrape', 'k8s.grafana.com/scrape'];

/** `metrics.scraped` as the manifests declare it. */
export const metricsDetector: Detector = {
  name: 'metrics',
  facts: ['metrics.scraped'],
  async detect(context) {
    const origin = scrapedBy(context);
    if (origin) {
      context.fact('metrics.scraped', true, origin);
      return;
    }
    const workload = context.objects.find(({ kind }) => isWorkloadKind(kind));
    if (workload) {
      context.fact('metrics.scraped', false, workload.origin);
    } else {
      context.gap(
        'metrics.scraped',
        'the repository holds no workload of the service, so what scrapes it is declared elsewhere',
      );
    }
  },
};

/** Annotations of the object itself and of the pods that it makes. */
function annotated(object: ProductionObject): Origin | undefined {
  for (const path of [
    ['metadata', 'annotations'],
    ['spec', 'template', 'metadata', 'annotations'],
    ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
  ]) {
    for (const annotation of SCRAPE_ANNOTATIONS) {
      if (stringAt(object.object, ...path, annotation) === 'true') {
        return object.originOf([...path, annotation]);
      }
    }
  }
  return undefined;
}

function scrapedBy(context: DetectorContext): Origin | undefined {
  const services = context.objects.filter(({ kind }) => kind === 'Service');
  const workloads = context.objects.filter(({ kind }) => isWorkloadKind(kind));
  for (const object of context.objects) {
    if (object.kind === 'ServiceMonitor') {
      const selector = valueAt(object.object, 'spec', 'selector') ?? {};
      if (
        listAt(object.object, 'spec', 'endpoints').length > 0 &&
        services.some(service =>
          selectsLabels(
            selector,
            objectAt(service.object, 'metadata', 'labels'),
          ),
        )
      ) {
        return object.origin;
      }
    }
    if (object.kind === 'PodMonitor') {
      const selector = valueAt(object.object, 'spec', 'selector') ?? {};
      if (
        listAt(object.object, 'spec', 'podMetricsEndpoints').length > 0 &&
        workloads.some(workload => selectsLabels(selector, podLabels(workload)))
      ) {
        return object.origin;
      }
    }
  }
  for (const object of [...workloads, ...services]) {
    const origin = annotated(object);
    if (origin) {
      return origin;
    }
  }
  return undefined;
}

function podLabels(workload: ProductionObject): Record<string, unknown> {
  const template = valueAt(workload.object, 'spec', 'template');
  return isObject(template)
    ? objectAt(template, 'metadata', 'labels')
    : objectAt(workload.object, 'metadata', 'labels');
}
