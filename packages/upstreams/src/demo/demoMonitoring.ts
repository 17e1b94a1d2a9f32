import type { CompanyMonitoring } from '../model';

/**
 * What Lumenara's Prometheus and Alertmanager are told beside the alerting
 * rules that lie in the repositories of `examples/`.
 */
export const demoMonitoring: CompanyMonitoring = {
  gauges: [
    // LedgerOutOfBalance of the repository fires on this.
    { service: 'payments-ledger', name: 'ledger_balance_cents', value: 1250 },
    // TelemetryPartitionMissing, below.
    {
      service: 'telemetry-writer',
      name: 'telemetry_partitions_ahead',
      value: 0,
    },
    // SearchIndexBehind, below; somebody silenced it.
    {
      service: 'product-search',
      name: 'search_index_age_seconds',
      value: 11_400,
    },
    // WebhookBacklog and SubtitlesReviewOverdue, below; nobody hears of them.
    {
      service: 'webhook-delivery',
      name: 'webhook_backlog_deliveries',
      value: 4100,
    },
    {
      service: 'subtitles',
      name: 'subtitles_tracks_waiting',
      value: 73,
    },
  ],
  objectives: [
    {
      service: 'payments-api',
      name: 'requests-availability',
      objective: 0.9995,
      errorRatio: 0.000_11,
    },
    {
      service: 'payments-ledger',
      name: 'postings',
      objective: 0.9999,
      errorRatio: 0.000_12,
    },
    {
      service: 'devices-ingest',
      name: 'readings-accepted',
      objective: 0.999,
      errorRatio: 0.000_4,
    },
  ],
  // Typed into the server by hand, as happens.
  rules: [
    {
      alert: 'TelemetryPartitionMissing',
      expr: 'telemetry_partitions_ahead{service="telemetry-writer"} < 1',
      labels: { severity: 'page', service: 'telemetry-writer' },
      annotations: { summary: 'No partition is prepared for tomorrow' },
    },
    {
      alert: 'SearchIndexBehind',
      expr: 'search_index_age_seconds{service="product-search"} > 7200',
      labels: { severity: 'page', service: 'product-search' },
      annotations: {
        summary: 'The index is older than two hours',
        runbook_url:
          'https://github.com/lumenara/product-search/blob/main/docs/runbooks/product-search.md#index-red',
      },
    },
    {
      alert: 'WebhookBacklog',
      expr: 'webhook_backlog_deliveries{service="webhook-delivery"} > 1000',
      labels: { severity: 'page', service: 'webhook-delivery' },
      annotations: { summary: 'More than a thousand deliveries wait' },
    },
    {
      alert: 'SubtitlesReviewOverdue',
      expr: 'subtitles_tracks_waiting{service="subtitles"} > 50',
      labels: { severity: 'ticket', service: 'subtitles' },
      annotations: {
        summary: 'Tracks wait for somebody to check them',
        runbook_url: 'https://wiki.lumenara.example/subtitles/review',
      },
    },
  ],
  routes: [
    {
      receiver: 'payments-core',
      services: ['payments-api', 'payments-ledger'],
    },
    { receiver: 'risk', services: ['fraud-scoring'] },
    {
      receiver: 'checkout',
      services: ['checkout-api', 'storefront-web', 'cart'],
    },
    { receiver: 'catalog', services: ['inventory', 'pricing', 'reviews'] },
    { receiver: 'discovery', services: ['product-search', 'recommendations'] },
    { receiver: 'streaming', services: ['streaming-origin', 'media-images'] },
    { receiver: 'devices', services: ['devices-ingest'] },
    { receiver: 'telemetry', services: ['telemetry-writer'] },
    { receiver: 'tenancy', services: ['tenant-api'] },
  ],
  silences: [
    {
      service: 'product-search',
      alert: 'SearchIndexBehind',
      createdBy: 'ben.okafor',
      comment: 'The index is being built anew',
      hours: 6,
    },
  ],
};
