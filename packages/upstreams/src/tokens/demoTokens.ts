import type { CompanyTokens } from '../model';

/**
 * What the stand-ins of the demo accept. They open nothing but the stand-ins,
 * and say so.
 */
export const demoTokens: CompanyTokens = {
  github: 'made-up-github-token-of-the-demo',
  kubernetes: 'made-up-kubernetes-token-of-the-demo',
  argocd: 'made-up-argocd-token-of-the-demo',
  pagerduty: 'made-up-pagerduty-token-of-the-demo',
  webhooks: 'made-up-webhook-secret-of-the-demo',
};
