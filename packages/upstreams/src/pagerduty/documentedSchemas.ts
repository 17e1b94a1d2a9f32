import { z } from 'zod';

/**
 * What the reference of PagerDuty's REST API, version 2, says of the answers
 * that the stand-in gives. PagerDuty publishes no package of its schema: these
 * are written after the pages of
 * https://developer.pagerduty.com/api-reference (List services, List teams, List
 * escalation policies, List all of the on-calls, List incidents). Fields that
 * the reference does not name are refused.
 */

const time = z.iso.datetime({ offset: true });

function reference(...types: string[]) {
  return z.strictObject({
    id: z.string().min(1),
    type: z.enum(types),
    summary: z.string(),
    self: z.url().nullable(),
    html_url: z.url().nullable(),
  });
}

const teamReference = reference('team_reference');
const policyReference = reference('escalation_policy_reference');
const serviceReference = reference('service_reference');
const userReference = reference('user_reference');
const scheduleReference = reference('schedule_reference');

const team = reference('team').extend({
  name: z.string(),
  description: z.string().nullable(),
  default_role: z.enum(['manager', 'none']),
  parent: teamReference.nullable(),
});

const policy = reference('escalation_policy').extend({
  name: z.string(),
  escalation_rules: z
    .array(
      z.strictObject({
        id: z.string(),
        escalation_delay_in_minutes: z.number().int().positive(),
        targets: z
          .array(z.union([userReference, scheduleReference]))
          .min(1)
          .max(10),
      }),
    )
    .min(1),
  services: z.array(serviceReference),
  num_loops: z.number().int().min(0),
  teams: z.array(teamReference).max(1),
  description: z.string().nullable(),
  on_call_handoff_notifications: z.enum(['if_has_services', 'always']),
  privilege: z.null(),
});

const user = reference('user').extend({
  name: z.string().max(100),
  email: z.email(),
  time_zone: z.string(),
  color: z.string(),
  avatar_url: z.url(),
  billed: z.boolean(),
  role: z.enum([
    'admin',
    'limited_user',
    'observer',
    'owner',
    'read_only_user',
    'restricted_access',
    'read_only_limited_user',
    'user',
  ]),
  description: z.string().nullable(),
  invitation_sent: z.boolean(),
  job_title: z.string().nullable(),
  teams: z.array(teamReference),
  contact_methods: z.array(z.unknown()),
  notification_rules: z.array(z.unknown()),
  coordinated_incidents: z.array(z.unknown()),
});

const inbound = 'generic_events_api_inbound_integration';

const integration = reference(inbound).extend({
  name: z.string(),
  created_at: time,
  integration_key: z.string(),
  service: serviceReference,
  vendor: reference('vendor_reference').nullable(),
});

const service = reference('service').extend({
  name: z.string(),
  description: z.string().nullable(),
  auto_resolve_timeout: z.number().int().nullable(),
  acknowledgement_timeout: z.number().int().nullable(),
  created_at: time,
  status: z.enum(['active', 'warning', 'critical', 'maintenance', 'disabled']),
  last_incident_timestamp: time.nullable(),
  teams: z.array(z.union([teamReference, team])),
  incident_urgency_rule: z.strictObject({
    type: z.enum(['constant', 'use_support_hours']),
    urgency: z.enum(['low', 'high', 'severity_based']),
  }),
  scheduled_actions: z.array(z.unknown()),
  support_hours: z.null(),
  escalation_policy: z.union([policyReference, policy]),
  addons: z.array(z.unknown()),
  alert_creation: z.enum(['create_incidents', 'create_alerts_and_incidents']),
  alert_grouping: z.null(),
  alert_grouping_timeout: z.null(),
  integrations: z.array(
    z.union([reference(`${inbound}_reference`), integration]),
  ),
  response_play: z.null(),
});

const onCall = z.strictObject({
  escalation_policy: policyReference,
  escalation_level: z.number().int().positive(),
  schedule: scheduleReference.nullable(),
  user: z.union([userReference, user]),
  start: time.nullable(),
  end: time.nullable(),
});

const incident = reference('incident').extend({
  incident_number: z.number().int(),
  title: z.string(),
  description: z.string(),
  created_at: time,
  updated_at: time,
  status: z.enum(['triggered', 'acknowledged', 'resolved']),
  incident_key: z.string(),
  service: serviceReference,
  assignments: z.array(z.unknown()),
  assigned_via: z.enum(['escalation_policy', 'direct_assignment']),
  last_status_change_at: time,
  resolved_at: time.nullable(),
  alert_counts: z.strictObject({
    all: z.number().int(),
    triggered: z.number().int(),
    resolved: z.number().int(),
  }),
  is_mergeable: z.boolean(),
  escalation_policy: policyReference,
  teams: z.array(teamReference),
  pending_actions: z.array(z.unknown()),
  acknowledgements: z.array(z.unknown()),
  urgency: z.enum(['high', 'low']),
});

const paging = {
  limit: z.number().int(),
  offset: z.number().int(),
  total: z.number().int().nullable(),
  more: z.boolean(),
};

/** By the name of the list. */
export const documented = {
  services: z.strictObject({ services: z.array(service), ...paging }),
  teams: z.strictObject({ teams: z.array(team), ...paging }),
  escalation_policies: z.strictObject({
    escalation_policies: z.array(policy),
    ...paging,
  }),
  oncalls: z.strictObject({ oncalls: z.array(onCall), ...paging }),
  incidents: z.strictObject({ incidents: z.array(incident), ...paging }),
  error: z.strictObject({
    error: z.strictObject({
      code: z.number().int(),
      message: z.string(),
      errors: z.array(z.string()).optional(),
    }),
  }),
};
