import type { Company } from './Company';
import type { CompanyIncident, CompanyService, CompanyTeam } from './types';

/** What an administrator sets of a service. */
export interface PagerServiceSettings {
  disabled: boolean;
  /** Name of the team that is called. */
  team: string;
}

/** A service of the pager. */
export interface PagerServiceRecord extends PagerServiceSettings {
  id: string;
  name: string;
  /** Opens incidents; as secret as a password. */
  integrationKey: string;
  policy: PagerPolicyRecord;
  service: CompanyService;
}

/** An escalation policy; a team has one. */
export interface PagerPolicyRecord {
  id: string;
  name: string;
  team?: CompanyTeam;
  /** Who is on call now, level by level; nobody where it is empty. */
  levels: Array<{ scheduleId: string; scheduleName: string; person?: string }>;
}

/** The company at PagerDuty: services, escalation policies, who is on call. */
export class PagerDutyModel {
  readonly #company: Company;
  readonly #services = new Map<string, CompanyService>();
  readonly #ids: string[];
  readonly #settings = new Map<string, Partial<PagerServiceSettings>>();
  readonly #teamPlaces = new Map<string, number>();
  readonly #peoplePlaces = new Map<string, number>();

  constructor(company: Company) {
    this.#company = company;
    for (const service of company.services) {
      // Their links lead nowhere.
      if (service.pagerService && !service.states.includes('link-not-found')) {
        this.#services.set(service.pagerService, service);
      }
    }
    this.#ids = [...this.#services]
      .sort(([, a], [, b]) => (a.name < b.name ? -1 : 1))
      .map(([id]) => id);
    company.teams.forEach(({ name }, place) => {
      this.#teamPlaces.set(name, place);
    });
    company.people.forEach(({ name }, place) => {
      this.#peoplePlaces.set(name, place);
    });
  }

  /** Ids of all services, by their names. */
  get serviceIds(): readonly string[] {
    return this.#ids;
  }

  /** All services, by name. */
  get services(): PagerServiceRecord[] {
    return this.#ids.flatMap(id => this.service(id) ?? []);
  }

  service(id: string): PagerServiceRecord | undefined {
    const service = this.#services.get(id);
    if (!service) {
      return undefined;
    }
    const settings: PagerServiceSettings = {
      disabled: service.states.includes('pager-disabled'),
      team: service.team,
      ...this.#settings.get(id),
    };
    return {
      ...settings,
      id,
      name: service.name,
      integrationKey: `made-up-integration-key-of-${service.name}`,
      policy: this.policyOf(settings.team),
      service,
    };
  }

  /** Changes what is set of a service. */
  change(id: string, settings: Partial<PagerServiceSettings>): void {
    this.#settings.set(id, { ...this.#settings.get(id), ...settings });
  }

  /** All policies that a service has, each once. */
  get policies(): PagerPolicyRecord[] {
    const teams = new Set(
      this.#ids.flatMap(
        id =>
          this.#settings.get(id)?.team ?? this.#services.get(id)?.team ?? [],
      ),
    );
    return [...teams].map(team => this.policyOf(team));
  }

  /** The policy of a team: one level of nobody where it has none of its own. */
  policyOf(teamName: string): PagerPolicyRecord {
    const team = this.#company.team(teamName);
    const levels = { full: 2, 'one-level': 1, empty: 2, none: 1 }[
      team?.onCall ?? 'none'
    ];
    const place = this.#teamPlaces.get(teamName) ?? 0;
    const isCovered = team?.onCall === 'full' || team?.onCall === 'one-level';
    return {
      id: `PE${place}`,
      name: `${team?.title ?? teamName} escalation`,
      ...(team ? { team } : {}),
      levels: Array.from({ length: levels }, (_, level) => ({
        scheduleId: `PS${place}L${level + 1}`,
        scheduleName: `${team?.title ?? teamName} level ${level + 1}`,
        ...(isCovered && team.members.length > 0
          ? { person: team.members[level % team.members.length] }
          : {}),
      })),
    };
  }

  /** What a group of the catalog has to name, to be joined with its team. */
  teamIdOf(team: string): string {
    return `PT${this.#teamPlaces.get(team) ?? 0}`;
  }

  personIdOf(person: string): string {
    return `PU${this.#peoplePlaces.get(person) ?? 0}`;
  }

  /** Incidents of services that the pager has, oldest first. */
  get incidents(): Array<{
    incident: CompanyIncident;
    service: PagerServiceRecord;
  }> {
    const byName = new Map(
      this.services.map(service => [service.name, service]),
    );
    return this.#company.incidents.flatMap(incident => {
      const service = byName.get(incident.service);
      return service ? [{ incident, service }] : [];
    });
  }
}
