import type {
  Company,
  CompanyIncident,
  PagerPolicyRecord,
  PagerServiceRecord,
} from '../model';

const SITE = 'https://lumenara.pagerduty.com';
const CREATED = '2024-03-01T09:00:00Z';

/** Turns what the company knows into what PagerDuty's API says of it. */
export class PagerDutyBodies {
  readonly #company: Company;
  readonly #apiUrl: string;

  constructor(company: Company, apiUrl: string) {
    this.#company = company;
    this.#apiUrl = apiUrl;
  }

  service(serviceId: string, include: ReadonlySet<string>) {
    const record = this.#company.pagerduty.service(serviceId);
    if (!record) {
      return {};
    }
    const { id, name, disabled, integrationKey, policy } = record;
    const isOpen = this.#company.incidents.some(
      incident => incident.service === name && !incident.resolvedAt,
    );
    const integrationId = `PI${id}`;
    const integration = this.#reference(
      'generic_events_api_inbound_integration',
      integrationId,
      'Events API V2',
      `/services/${id}/integrations/${integrationId}`,
    );
    return {
      ...this.#reference('service', id, name, `/services/${id}`),
      name,
      description: null,
      auto_resolve_timeout: null,
      acknowledgement_timeout: null,
      created_at: CREATED,
      status: statusOf(disabled, isOpen),
      last_incident_timestamp: null,
      teams: [
        include.has('teams')
          ? this.team(record.team)
          : this.#teamReference(record.team),
      ],
      incident_urgency_rule: { type: 'constant', urgency: 'high' },
      scheduled_actions: [],
      support_hours: null,
      escalation_policy: include.has('escalation_policies')
        ? this.policy(policy)
        : this.#policyReference(policy),
      addons: [],
      alert_creation: 'create_alerts_and_incidents',
      alert_grouping: null,
      alert_grouping_timeout: null,
      integrations: [
        include.has('integrations')
          ? {
              ...integration,
              type: 'generic_events_api_inbound_integration',
              name: 'Events API V2',
              created_at: CREATED,
              integration_key: integrationKey,
              service: this.#reference(
                'service_reference',
                id,
                name,
                `/services/${id}`,
              ),
              vendor: null,
            }
          : {
              ...integration,
              type: 'generic_events_api_inbound_integration_reference',
            },
      ],
      response_play: null,
    };
  }

  team(name: string) {
    const title = this.#company.team(name)?.title ?? name;
    return {
      ...this.#teamReference(name),
      type: 'team',
      name: title,
      description: null,
      default_role: 'manager',
      parent: null,
    };
  }

  policy(policy: PagerPolicyRecord) {
    const { id, name, levels, team } = policy;
    return {
      ...this.#policyReference(policy),
      type: 'escalation_policy',
      name,
      escalation_rules: levels.map(({ scheduleId, scheduleName }, level) => ({
        id: `${id}R${level + 1}`,
        escalation_delay_in_minutes: 15,
        targets: [
          this.#reference(
            'schedule_reference',
            scheduleId,
            scheduleName,
            `/schedules/${scheduleId}`,
          ),
        ],
      })),
      services: [],
      num_loops: 2,
      teams: team ? [this.#teamReference(team.name)] : [],
      description: null,
      on_call_handoff_notifications: 'if_has_services',
      privilege: null,
    };
  }

  /** One entry for each level that reaches somebody. */
  onCalls(policy: PagerPolicyRecord, include: ReadonlySet<string>) {
    return policy.levels.flatMap(
      ({ person, scheduleId, scheduleName }, level) =>
        person
          ? [
              {
                escalation_policy: this.#policyReference(policy),
                escalation_level: level + 1,
                schedule: this.#reference(
                  'schedule_reference',
                  scheduleId,
                  scheduleName,
                  `/schedules/${scheduleId}`,
                ),
                user: include.has('users')
                  ? this.#person(person)
                  : this.#personReference(person),
                start: '2026-01-05T08:00:00Z',
                end: '2027-01-04T08:00:00Z',
              },
            ]
          : [],
    );
  }

  incident(incident: CompanyIncident, service: PagerServiceRecord) {
    const {
      id,
      number,
      title,
      startedAt,
      acknowledgedAt,
      resolvedAt,
      urgency,
    } = incident;
    const changedAt = resolvedAt ?? acknowledgedAt ?? startedAt;
    return {
      ...this.#reference(
        'incident',
        id,
        `[#${number}] ${title}`,
        `/incidents/${id}`,
      ),
      incident_number: number,
      title,
      description: title,
      created_at: startedAt,
      updated_at: changedAt,
      status: incidentStatus(incident),
      incident_key: `key-${id}`,
      service: this.#reference(
        'service_reference',
        service.id,
        service.name,
        `/services/${service.id}`,
      ),
      assignments: [],
      assigned_via: 'escalation_policy',
      last_status_change_at: changedAt,
      resolved_at: resolvedAt ?? null,
      alert_counts: {
        all: 1,
        triggered: resolvedAt ? 0 : 1,
        resolved: resolvedAt ? 1 : 0,
      },
      is_mergeable: true,
      escalation_policy: this.#policyReference(service.policy),
      teams: [this.#teamReference(service.team)],
      pending_actions: [],
      acknowledgements: [],
      urgency,
    };
  }

  #person(name: string) {
    const person = this.#company.person(name);
    return {
      ...this.#personReference(name),
      type: 'user',
      name: person?.displayName ?? name,
      email: person?.email ?? '',
      time_zone: 'Europe/Lisbon',
      color: 'purple',
      avatar_url: 'https://www.gravatar.com/avatar/0',
      billed: true,
      role: 'user',
      description: null,
      invitation_sent: false,
      job_title: null,
      teams: [],
      contact_methods: [],
      notification_rules: [],
      coordinated_incidents: [],
    };
  }

  #personReference(name: string) {
    const id = this.#company.pagerduty.personIdOf(name);
    return this.#reference(
      'user_reference',
      id,
      this.#company.person(name)?.displayName ?? name,
      `/users/${id}`,
    );
  }

  #policyReference({ id, name }: PagerPolicyRecord) {
    return this.#reference(
      'escalation_policy_reference',
      id,
      name,
      `/escalation_policies/${id}`,
    );
  }

  #teamReference(name: string) {
    const id = this.#company.pagerduty.teamIdOf(name);
    return this.#reference(
      'team_reference',
      id,
      this.#company.team(name)?.title ?? name,
      `/teams/${id}`,
    );
  }

  #reference(type: string, id: string, summary: string, path: string) {
    return {
      id,
      type,
      summary,
      self: `${this.#apiUrl}${path}`,
      html_url: `${SITE}${path.replace('/services/', '/service-directory/')}`,
    };
  }
}

/** As the API names it. */
export function incidentStatus({
  acknowledgedAt,
  resolvedAt,
}: CompanyIncident): 'triggered' | 'acknowledged' | 'resolved' {
  if (resolvedAt) {
    return 'resolved';
  }
  return acknowledgedAt ? 'acknowledged' : 'triggered';
}

function statusOf(disabled: boolean, isOpen: boolean): string {
  if (disabled) {
    return 'disabled';
  }
  return isOpen ? 'critical' : 'active';
}
