import type { SourceEntity } from '@airworthy/plugin-readiness-node';
import { OwnerDirectory } from '../sources/catalog/OwnerDirectory';
import { field, objects } from '../sources/catalog/fields';

const TEAM_SLUG = 'github.com/team-slug';
const USER_LOGIN = 'github.com/user-login';
const PAGERDUTY_TEAM = 'pagerduty.com/team-id';
const PROJECT_SLUG = 'github.com/project-slug';

/**
 * Finds groups and people of the catalog by what other systems call them: by
 * annotation, else by e-mail, never by guessing names.
 */
export class OwnerFinder {
  readonly #directory: OwnerDirectory;
  readonly #byTeamSlug = new Map<string, string>();
  readonly #byPagerdutyTeam = new Map<string, string>();
  readonly #people = new Map<string, string>();
  readonly #groupsOf = new Map<string, string[]>();

  /** @param owners - all groups and users of the catalog */
  constructor(owners: readonly SourceEntity[]) {
    this.#directory = new OwnerDirectory(owners);
    for (const owner of owners) {
      if (owner.kind === 'group') {
        note(this.#byTeamSlug, owner.annotations[TEAM_SLUG], owner.ref);
        note(
          this.#byPagerdutyTeam,
          owner.annotations[PAGERDUTY_TEAM],
          owner.ref,
        );
      } else {
        const email = field(owner.entity, 'spec.profile.email');
        note(this.#people, owner.annotations[USER_LOGIN], owner.ref);
        note(
          this.#people,
          typeof email === 'string' ? email : undefined,
          owner.ref,
        );
        this.#groupsOf.set(
          owner.ref,
          objects(owner.entity.relations)
            .filter(relation => relation.type === 'memberOf')
            .map(relation => String(relation.targetRef)),
        );
      }
    }
  }

  /** What people call a group or a person. */
  titleOf(ref: string): string {
    const owner = this.#directory.get(ref);
    const shown = owner && field(owner.entity, 'spec.profile.displayName');
    return typeof shown === 'string' && shown !== ''
      ? shown
      : owner?.title ?? owner?.name ?? ref;
  }

  /** The distinct people of an owner, through child groups. */
  membersOf(ref: string): ReadonlySet<string> {
    return this.#directory.membersOf(ref);
  }

  /** Whether it is a group that somebody is a member of. */
  canOwn(ref: string): boolean {
    return (
      this.#directory.get(ref)?.kind === 'group' && this.membersOf(ref).size > 0
    );
  }

  /** The team of an owner at PagerDuty; undefined where nothing tells. */
  pagerdutyTeamOf(ref: string): string | undefined {
    return this.#directory.get(ref)?.annotations[PAGERDUTY_TEAM];
  }

  groupOfPagerdutyTeam(id: string): string | undefined {
    return this.#byPagerdutyTeam.get(id.toLowerCase());
  }

  /**
   * The group that CODEOWNERS of an entity names, such as `@acme/payments`; a
   * slug without an organisation means that of the entity's own repository.
   */
  groupOfHandle(
    handle: string,
    annotations: Readonly<Record<string, string>>,
  ): string | undefined {
    const slug = handle.replace(/^@/, '').toLowerCase();
    const [organisation, team] = slug.split('/');
    const own = annotations[PROJECT_SLUG]?.split('/')[0]?.toLowerCase();
    return (
      this.#byTeamSlug.get(slug) ??
      (team !== undefined && organisation === own
        ? this.#byTeamSlug.get(team)
        : undefined)
    );
  }

  /** The person whom another system names by login or e-mail. */
  personOf(name: string): string | undefined {
    return this.#people.get(name.replace(/^@/, '').toLowerCase());
  }

  /** The groups that a person is a direct member of. */
  groupsOf(person: string): readonly string[] {
    return this.#groupsOf.get(person) ?? [];
  }
}

function note(
  map: Map<string, string>,
  name: string | undefined,
  ref: string,
): void {
  if (name) {
    map.set(name.toLowerCase(), ref);
  }
}
