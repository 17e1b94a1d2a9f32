/**
 * One invented company of 70 services: name, system, owner, level and packed
 * statuses in the order of {@link fleetChecks}.
 */
export const fleetLines = `
device-console devices devices none pfpppppappfnnnnfpfffppfpfupfpnnnppfpfppnnfpfufppppfppppppppfff
device-twin devices devices none pppppfpfpaufppuppppfpppppfpfpppppppfpfpppnnffpppppfpppfpppppff
firmware-rollout devices devices none fpffppppppupppffppppupppppfpppffpppppppppnnfupppppfpppppppppff
rule-alerts devices devices none pppppfffppffpufpppppfpppppppppppppfppppppnnpfppfppfppfpppppppf
telemetry-writer devices devices bronze ppppppffppfpppfppppfppppppppppfppppppppppnnpfpfppfppppfppppppf
devices-ingest devices devices bronze ppppppfpppfppuupppppppppppppppffpppfpppppnnpupppppfppppppppppf
telemetry-query devices telemetry bronze pppppppppuppppuppuppupppfppppppppppppppppnnffpappffppppppppppf
device-gateway devices telemetry bronze ppppppfpppunnnnppppppppppppppnnnpfppppppppppuppppppppppppppppf
device-registry devices telemetry bronze ppppppfpppappfpppppppppppfpppppppppppppppnnpfpppppfppppppppppp
catalog-import catalog discovery none ppppppfppupupuupppfppppppfpfpppppppfpfpppnnfppufppfpfpfpfppfff
recommendations catalog discovery none pfpppppfppufppfpppppfppppupppppppppppppppnnpuppppfffppppppfppf
product-search catalog discovery bronze ppfpppffpupnnnnppppffppppppppnnnpppppppppppffpppppfppppfpppppf
reviews catalog discovery bronze pppppffppppppffppppppppppuppppfppppppppppnnpfpupppfpppppppppfp
inventory catalog catalog bronze Ppppppppppupppuppppppppppfpppppppppppppppnnffpppppfppppppppppf
media-images catalog catalog bronze ppfppppffpunnnnpppppuppppppppnnnpppppppppppppppppppppppppppppp
search-indexer catalog catalog bronze ppppppfppppppppppppppppppppppppppppppppppnnpppppppfppppppppppf
product-api catalog catalog silver ppppppppppppppfpppppfppppppppppppppppppppppppppppppppppppppppp
pricing catalog discovery silver ppppppppppuppppppppppppppppppppppppppppppnnppppppppppppppppppf
reconciliation payments payments-core none pppfppffppfpppupppppuppppfppppffpfpfpffpfnnpfpuppffpppfpfppppf
dispute-intake payments payments-core none ppppppfpppupppfppupppfpPpupfpppfpppppppfpppafpppfpppfppppppfff
payouts-worker payments payments-core bronze ppppppppppupppfppppppppppupppppfppppppfppnnppppuppfppppppppppf
invoicing payments payments-core bronze ppfpppfpppppappppfpfuppppfpppppppppppppppnnppppfpppppppppppppp
payments-api payments payments-core bronze Ppfppppappfpaufppppppppppppppppppppppppppnnpppppppfppppppppppf
refunds-api payments payments-ops bronze ppppppfpppppppfpppppfppppfpppppppppppppppnnpppppppfppppppppppp
payments-ledger payments payments-ops silver ppppppppppppppfpppppfppppppppppppppppppppnnppppppppppppppppppf
payment-webhooks payments payments-ops silver ppppppppppapppppppppupppppppppppppppppppppppppppppfppppppppppp
fraud-scoring payments payments-ops silver pppppppppppppppppppppppppfpppppppppppppppnnapppppppfpppppppppp
card-vault payments risk gold pppppppppppppppppppppppppppppppppppppppppnnppppppppppppppppppp
webhook-delivery messaging messaging none ppfppppfppfppufpppppfppppufpppfppfppppppfnnfpppupffffffffpppfp
preference-center messaging messaging none fpppppfpppufppupppppfppppuppppfpppppfppppppfuppfpffpfppppppppf
push-sender messaging messaging bronze ppppppppppfppfppppppfpppppppppppfppppppppnnpfppppppfppppppfppp
email-sender messaging - bronze ppppppfpppfpapfpppppuppppppppppppppppppppnnpppppppfppppppppppf
notify-api messaging - silver ppppppppppfpppfppppppppppppppppppppppppppnnpupappppppppppppppp
subtitles streaming streaming none ppppppppppfpppfppppppfpppfpppppppfpfpfpppnnpupafppfffffpfpppff
transcode-worker streaming streaming bronze ppppppfpppfpppfppupppppfpppfpppppppppppppnnfpppupppppppppppppp
watch-progress streaming streaming bronze ppapppfpppupppppppppfppppupppppppppppppppnnpupppppfppppppppppf
upload-gateway streaming streaming bronze ppapppppppfnnnnpppppfppppupppnnnppppppppppppfppppffppppppppppf
cdn-purge streaming streaming bronze ppppppfpppannnnppppppppppfpppnnnpppppppppnnpfpppppfppppppppppf
manifest-signer streaming streaming silver Pppppppappunnnnppppppppppppppnnnppppppppppppfpppppfppppppppppf
title-metadata streaming media-pipeline silver pppppppppppppppppppppppppupppppppppppppppnnpfpappppppppppppppf
playback-web streaming media-pipeline silver ppppppppppfnnnnppppppppppppppnnnpppppppnnppppppppppppppppppppf
playback-api streaming streaming gold pppppppppapppppppppppppppppppppppppppppppppppppppppppppppppppp
data-export data data none pppppffapffppffpppfpffpPpppfpfupppppfppppnnpuppfppppfpfppppfpf
warehouse-loader data data none ppppfppfppfpapffpupfffpppuppppffpppppppppnnfppppppfpppppfppppf
metrics-rollup data data none nnnnnnnnnnnnnnnnnnnnnnnnnnpffnnnfpfpfppfpnnnnnnnnnnfpfpfpnnnnn
billing-export tenants tenancy none ppfffpffppppapufpppffpppppppppuppppppppppnnfpfppppffffffpppppf
tenant-api tenants tenancy silver ppppppppppfpppfppppppppppuppppppppppppppppppppppppfppppppppppp
tenant-provisioner tenants tenancy bronze Ppappppppfppppppppppfppppupppppppppppppppnnpppppppppppfppppppp
usage-metering tenants tenancy bronze ppppppfpppfpppppppppuppppppppppppppppppppnnpppppppfppppppppppp
admin-console tenants tenancy bronze ppappppppppnnnnpppppuppppppppnnnpppppppnnppfuppppppppppppppppf
feature-flags tenants tenancy silver ppapppppppppppupppppfppppppppppppppppppppnnppppppppppppppppppf
entitlements tenants identity silver ppppppppppppppppppppuppppupppppppppppppppnnppppppppppppppppppp
audit-log tenants identity silver ppppppppppfppppppppppppppppppppppppppppppnnpuppppppppppppppppp
session-store tenants identity silver pppppppppafppppppppppppppppppppppppppppppnnppppppppppppppppppp
identity tenants - gold pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
cost-reports platform platform none ppffppfppppffpfppuppfppppppfppfpfpfppppppnnppppppfppppuppppppf
docs-site platform platform bronze ppppppppppunnnnpppppuppppfpppnnnpppppppnnpppfppppffppppppppppf
artifact-proxy platform platform bronze ppppppppppfnnnnppppppppppupppnnnpppppppppppffpppppfppppppppppf
environments-api platform platform silver Ppppppppppapppppppppfppppuppppppppppppppppppppppppfppppppppppf
env-reconciler platform sre bronze ppppppppppfppppppppppppppupppppppppppppppnnfpppppppppppppppppf
ci-runners platform sre bronze ppppppppppunnnnpppppfppppppppnnnpppppppppnnapPpppfpppppppppppp
edge-proxy platform - gold pppppppppppnnnnppppppppppppppnnnpppppppppppppppppppppppppppppp
order-history checkout checkout bronze ppfpppffpuapppfppppppppPpfpppppppppfpppppnnpfpfpppfppppppppppf
shipping-quotes checkout checkout bronze pppppfppppfnnnnpppppuppppfpppnnnpppppppppnnpfppuppfppppppppppf
promotions checkout checkout bronze ppppppfpppuppppppppppppPpppppppppppppppppnnpfppppppppppppppppp
tax-quotes checkout checkout silver pppppppppppnnnnppppppppppppppnnnpppppppppnnpfpppppfppppppppppf
order-intake checkout checkout silver pppppppppappppupppppuppppppppppppppppppppnnpppppppfppppppppppp
cart-api checkout checkout silver pppppppppppppppppppppppppppppppppppppppppnnppppppppppppppppppf
checkout-web checkout checkout silver pppppppppppnnnnppppppppppppppnnnpppppppnnppppppppppppppppppppf
checkout-api checkout checkout gold ppappppppppppppppppppppppppppppppppppppppppppppppppppppppppppp
`
  .trim()
  .split('\n');

/** The checks that the invented company evaluates. */
export const fleetChecks = [
  'replicas',
  'stateless',
  'autoscaling',
  'readiness-probe',
  'liveness-probe',
  'distinct-probes',
  'disruption-budget',
  'spread',
  'rolling-update',
  'graceful-shutdown',
  'failure-drill',
  'timeouts',
  'bounded-retries',
  'dependency-alert',
  'latency-drill',
  'metrics',
  'alerts',
  'alerts-routed',
  'logs',
  'traces',
  'slo',
  'pinned-images',
  'deployments-recorded',
  'revision-history',
  'rollback-path',
  'rollback-proven',
  'no-clear-secrets',
  'secret-manager',
  'secret-scanning',
  'backup-recent',
  'restore-tested',
  'recovery-objectives',
  'own-service-account',
  'no-cluster-admin',
  'no-wildcard-rbac',
  'no-secret-access',
  'non-root',
  'not-privileged',
  'no-privilege-escalation',
  'read-only-root',
  'branch-protection',
  'ingress-tls',
  'certificate-valid',
  'network-policy',
  'encrypted-in-transit',
  'requests-limits',
  'load-test',
  'headroom-alert',
  'runbook-exists',
  'alerts-have-runbooks',
  'runbook-fresh',
  'owner-resolves',
  'owner-has-members',
  'owner-contact',
  'on-call',
  'codeowners-agrees',
  'bus-factor',
  'dependency-scanning',
  'image-scanning',
  'update-bot',
  'tradeoffs-recorded',
  'design-covered',
];
