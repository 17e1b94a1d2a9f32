/** Which workload a pod belongs to, by the rules of the Kubernetes mixin. */
const WORKLOAD_OF_POD =
  '* on (namespace, pod) group_left (workload, workload_type) ' +
  'max by (namespace, pod, workload, workload_type) (namespace_workload_pod:kube_pod_owner:relabel)';

function averageOfFortnight(perPod: string): string {
  return `avg_over_time((sum by (namespace, workload, workload_type, resource) (${perPod} ${WORKLOAD_OF_POD}))[14d:1h])`;
}

/**
 * What the containers of each workload request, in cores and bytes, on average
 * over 14 days.
 */
export const DEFAULT_REQUESTS_QUERY = averageOfFortnight(
  'sum by (namespace, pod, resource) (max by (namespace, pod, container, resource) (kube_pod_container_resource_requests{resource=~"cpu|memory"}))',
);

/** What they use, likewise. */
export const DEFAULT_USE_QUERY = averageOfFortnight(
  '(label_replace(sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!="", image!=""}[5m])), "resource", "cpu", "", "")' +
    ' or label_replace(sum by (namespace, pod) (container_memory_working_set_bytes{container!="", image!=""}), "resource", "memory", "", ""))',
);
