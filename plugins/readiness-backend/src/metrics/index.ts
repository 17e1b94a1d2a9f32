export * from './ReadinessMetrics';
