import type {
  EntityEvidence,
  SourceEntity,
} from '@airworthy/plugin-readiness-node';
import { parseLabelSelector } from '@airworthy/plugin-readiness-node';
import type { Application } from '../api/schemas';

const APP_NAME = 'argocd/app-name';
const APP_SELECTOR = 'argocd/app-selector';
const INSTANCE_NAME = 'argocd/instance-name';
const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** Annotations by which an entity names its applications, the best one first. */
export const LINKING_ANNOTATIONS = [APP_NAME, APP_SELECTOR, INSTANCE_NAME];

/** The applications of an entity, or why there are none. */
export type LinkedApplications =
  | { applications: Application[]; link?: undefined }
  | { applications?: undefined; link: EntityEvidence['link'] };

/** Finds the applications that are an entity's. */
export class ApplicationIndex {
  readonly #byName = new Map<string, Application[]>();
  readonly #byId = new Map<string, Application[]>();

  constructor(
    private readonly all: readonly Application[],
    private readonly instance: string,
  ) {
    for (const application of all) {
      const { name, labels } = application.metadata;
      push(this.#byName, name, application);
      const id = labels?.[KUBERNETES_ID];
      if (id !== undefined) {
        push(this.#byId, id, application);
      }
    }
  }

  find(entity: SourceEntity): LinkedApplications {
    const { annotations } = entity;
    const instances = listOf(annotations[INSTANCE_NAME]);
    if (instances.length > 0 && !instances.includes(this.instance)) {
      return {
        link: {
          status: 'not-linked',
          message: `The annotation ${INSTANCE_NAME} names ${instances.join(
            ', ',
          )}.`,
        },
      };
    }
    const names = listOf(annotations[APP_NAME]);
    const selector = annotations[APP_SELECTOR];
    if (names.length > 0) {
      return this.#found(
        names.flatMap(name => this.#byName.get(name) ?? []),
        `is called ${names.join(' or ')}`,
      );
    }
    if (selector !== undefined) {
      const selects = parseLabelSelector(selector);
      return selects
        ? this.#found(
            this.all.filter(({ metadata }) => selects(metadata.labels ?? {})),
            `bears ${selector}`,
          )
        : {
            link: {
              status: 'not-found',
              message: `The annotation ${APP_SELECTOR} is no label selector.`,
            },
          };
    }
    const id = annotations[KUBERNETES_ID] ?? entity.name;
    const labelled =
      entity.kind.toLowerCase() === 'component' && this.#byId.get(id);
    return labelled
      ? { applications: labelled }
      : {
          link: {
            status: 'not-linked',
            message: `No application bears the label ${KUBERNETES_ID}: ${id}. Give it that label, or say with the annotation ${APP_NAME} what it is called.`,
          },
        };
  }

  #found(applications: Application[], sought: string): LinkedApplications {
    return applications.length > 0
      ? { applications }
      : {
          link: {
            status: 'not-found',
            message: `No application in ${this.instance} ${sought}.`,
          },
        };
  }
}

function listOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}

function push(
  map: Map<string, Application[]>,
  key: string,
  application: Application,
): void {
  const known = map.get(key);
  if (known) {
    known.push(application);
  } else {
    map.set(key, [application]);
  }
}
