export { pagerDutyFeature as default } from './feature';
export { readinessModulePagerDuty } from './module';
export { eventsModulePagerDutyIngress } from './webhook/ingressModule';
export { PagerDutySource } from './collect/PagerDutySource';
export type { PagerDutySourceOptions } from './collect/PagerDutySource';
export * from './config';
