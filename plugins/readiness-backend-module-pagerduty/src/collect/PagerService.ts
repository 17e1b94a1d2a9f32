import { fingerprintOf } from '@airworthy/plugin-readiness-node';
import type { ServiceAnswer } from '../api/schemas';

/** A service of PagerDuty as it is kept between runs: no key is in it. */
export type PagerService = {
  id: string;
  name: string;
  url: string;
  disabled: boolean;
  policy: string;
  policyUrl: string;
  /** Levels of its escalation policy. */
  levels: number;
  teams: string[];
  /** Fingerprints of its integration keys. */
  keys: string[];
};

/** Reads of a service what is needed of it. */
export function readService(service: ServiceAnswer): PagerService {
  const { id, name, html_url: url, status, teams, integrations = [] } = service;
  const { escalation_policy: policy } = service;
  return {
    id,
    name,
    url,
    disabled: status === 'disabled',
    policy: policy.id,
    policyUrl: policy.html_url ?? url,
    levels: policy.escalation_rules?.length ?? 0,
    teams: teams.map(team => team.id),
    keys: integrations.flatMap(({ integration_key: key }) =>
      key ? [fingerprintOf(key)] : [],
    ),
  };
}
