import type { Ecosystem } from '../support/dependencies/types';

/** A library that retries, breaks circuits, or both. */
export interface RetryLibrary {
  ecosystem: Ecosystem;
  packages: readonly string[];
  /** Stands in the source where the library is put to use. */
  used: RegExp;
  /** Stands in the source where retries have no end. */
  endless?: RegExp;
}

/** The libraries that are known. */
export const retryLibraries: readonly RetryLibrary[] = [
  {
    ecosystem: 'npm',
    packages: ['cockatiel'],
    used: /\b(?:retry|circuitBreaker)\s*\(/,
    endless: /\bmaxAttempts\s*:\s*Infinity\b/,
  },
  {
    ecosystem: 'npm',
    packages: ['opossum', 'brakes'],
    used: /\bnew\s+\w{0,40}(?:CircuitBreaker|Opossum|Brakes)\s*\(/i,
  },
  {
    ecosystem: 'npm',
    packages: [
      'p-retry',
      'async-retry',
      'retry',
      'promise-retry',
      'exponential-backoff',
    ],
    used: /\b(?:pRetry|retry|promiseRetry|asyncRetry|backOff)\b\s*(?:\.operation)?\s*\(/,
    endless:
      /\b(?:forever\s*:\s*true|retries\s*:\s*Infinity|numOfAttempts\s*:\s*Infinity)\b/,
  },
  {
    ecosystem: 'npm',
    packages: ['axios-retry'],
    used: /\baxiosRetry\s*\(/,
    endless: /\bretries\s*:\s*Infinity\b/,
  },
  {
    ecosystem: 'npm',
    packages: ['got', 'ky', 'ts-retry-promise'],
    used: /\b(?:got|ky|retry)\b\s*[.(]/,
    endless: /\b(?:limit|retries)\s*:\s*(?:Infinity|'INFINITELY')/,
  },
  {
    ecosystem: 'go',
    packages: ['github.com/cenkalti/backoff'],
    used: /\bbackoff\.(?:Retry|WithMaxRetries|RetryNotify)/,
    endless: /\bMaxElapsedTime\s*[:=]\s*0\b|WithMaxElapsedTime\(0\)/,
  },
  {
    ecosystem: 'go',
    packages: ['github.com/avast/retry-go'],
    used: /\bretry\.Do/,
    endless: /\bretry\.(?:UntilSucceeded|Attempts\(0\))/,
  },
  {
    ecosystem: 'go',
    packages: [
      'github.com/sony/gobreaker',
      'github.com/afex/hystrix-go',
      'github.com/hashicorp/go-retryablehttp',
      'github.com/failsafe-go/failsafe-go',
      'github.com/sethvargo/go-retry',
    ],
    used: /\b(?:gobreaker|hystrix|retryablehttp|failsafe|retrypolicy|retry)\.\w/,
  },
  {
    ecosystem: 'maven',
    packages: ['io.github.resilience4j:*'],
    used: /\bresilience4j\b|@(?:Retry|CircuitBreaker)\b/,
  },
  {
    ecosystem: 'maven',
    packages: ['dev.failsafe:failsafe', 'net.jodah:failsafe'],
    used: /\b(?:RetryPolicy|Failsafe|CircuitBreaker)\b/,
    endless: /\bwithMaxRetries\(\s*-1\s*\)/,
  },
  {
    ecosystem: 'maven',
    packages: ['org.springframework.retry:spring-retry'],
    used: /@Retryable\b|\bRetryTemplate\b/,
    endless: /\bAlwaysRetryPolicy\b|\.infiniteRetry\(\)/,
  },
  {
    ecosystem: 'maven',
    packages: [
      'org.springframework.cloud:spring-cloud-starter-circuitbreaker-*',
      'io.quarkus:quarkus-smallrye-fault-tolerance',
    ],
    used: /@(?:Retry|CircuitBreaker)\b|\bCircuitBreakerFactory\b/,
    endless: /@Retry\([^)]{0,200}maxRetries\s*=\s*-1/,
  },
  {
    ecosystem: 'pypi',
    packages: ['tenacity'],
    used: /\b(?:retry|Retrying|AsyncRetrying)\b\s*\(|@retry\b/,
    endless: /\bstop\s*=\s*(?:tenacity\.)?stop_never\b/,
  },
  {
    ecosystem: 'pypi',
    packages: ['backoff'],
    used: /@backoff\.on_(?:exception|predicate)/,
  },
  {
    ecosystem: 'pypi',
    packages: ['pybreaker', 'circuitbreaker', 'aiobreaker', 'stamina'],
    used: /\b(?:CircuitBreaker|circuit|stamina\.retry)\b/,
  },
  {
    ecosystem: 'gem',
    packages: ['retriable', 'stoplight', 'circuitbox', 'semian'],
    used: /\b(?:Retriable|retriable|Stoplight|Circuitbox|Semian)\b/,
  },
  {
    ecosystem: 'cargo',
    packages: ['backoff', 'tokio-retry', 'backon', 'failsafe'],
    used: /\b(?:retry|Retry|backoff|CircuitBreaker)\b/,
  },
  {
    ecosystem: 'nuget',
    packages: [
      'polly',
      'polly.core',
      'microsoft.extensions.http.resilience',
      'microsoft.extensions.http.polly',
    ],
    used: /\b(?:WaitAndRetry|AddRetry|AddStandardResilienceHandler|CircuitBreaker|AddPolicyHandler)/,
    endless: /\b(?:RetryForever|WaitAndRetryForever)/,
  },
];
