import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import type { JsonObject, JsonValue } from '@backstage/types';

/** Names the team of a group in PagerDuty. */
export const TEAM_ANNOTATION = 'pagerduty.com/team-id';

/** Who owns and who belongs to whom, as it is kept between runs. */
export type OwnerBookData = {
  /** Teams of PagerDuty by the refs of groups. */
  teams: { [group: string]: string };
  /** Refs of parents by the refs of groups. */
  parents: { [group: string]: string };
  /** Refs of people and of their groups, by e-mail in lower case. */
  people: { [email: string]: string[] };
};

/** What the owner of a service is to those who are on call for it. */
export type OwnerAgreement = { value: boolean } | { missing: string };

/**
 * Joins owners and those on call: teams by annotation, people by e-mail, nobody
 * by a name that looks alike.
 */
export class OwnerBook {
  readonly data: OwnerBookData;

  constructor(data: OwnerBookData = { teams: {}, parents: {}, people: {} }) {
    this.data = data;
  }

  /** Takes down an entity, if it is a group or a person. */
  add(entity: SourceEntity): void {
    const kind = entity.kind.toLowerCase();
    if (kind === 'group') {
      const team = entity.annotations[TEAM_ANNOTATION]?.trim();
      if (team) {
        this.data.teams[entity.ref] = team;
      }
      const [parent] = targetsOf(entity, 'childOf');
      if (parent) {
        this.data.parents[entity.ref] = parent;
      }
    } else if (kind === 'user') {
      const email = emailOf(entity.entity);
      if (email) {
        this.data.people[email.toLowerCase()] = [
          entity.ref,
          ...targetsOf(entity, 'memberOf'),
        ];
      }
    }
  }

  /**
   * Whether the owner answers for a service: its team is one of the service's,
   * or one of those on call belongs to it.
   *
   * @param owner - reference of a group or person
   */
  agreement(
    owner: string | undefined,
    service: { teams: readonly string[]; emails: readonly string[] },
  ): OwnerAgreement {
    if (owner === undefined) {
      return { missing: 'it has no owner' };
    }
    const team = this.data.teams[owner];
    if (team !== undefined && service.teams.length > 0) {
      return { value: service.teams.includes(team) };
    }
    const known = service.emails.flatMap(email => {
      const person = this.data.people[email.toLowerCase()];
      return person ? [person] : [];
    });
    return known.length > 0
      ? {
          value: known.some(refs =>
            refs.some(ref => this.#isWithin(ref, owner)),
          ),
        }
      : {
          missing: `${owner} has no annotation ${TEAM_ANNOTATION}, and nobody on call is known by e-mail`,
        };
  }

  /** Members of child groups are members. */
  #isWithin(ref: string, owner: string): boolean {
    const seen = new Set<string>();
    for (
      let group: string | undefined = ref;
      group !== undefined && !seen.has(group);
      group = this.data.parents[group]
    ) {
      if (group === owner) {
        return true;
      }
      seen.add(group);
    }
    return false;
  }
}

function targetsOf({ entity }: SourceEntity, type: string): string[] {
  const { relations } = entity;
  return (Array.isArray(relations) ? relations : []).flatMap(relation =>
    isObject(relation) &&
    relation.type === type &&
    typeof relation.targetRef === 'string'
      ? [relation.targetRef]
      : [],
  );
}

function emailOf({ spec }: JsonObject): string | undefined {
  const profile = isObject(spec) ? spec.profile : undefined;
  const email = isObject(profile) ? profile.email : undefined;
  return typeof email === 'string' && email ? email : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
