import { InputError } from '@backstage/errors';
import {
  groupOf,
  parseLabelSelector,
  type LabelSelector,
} from '../kubernetes/objects';
import { stringEntriesAt } from '../json/values';
import { stringOf, toPlain, type LocatedNode } from '../yaml';
import { idOf, type Resource } from './Resource';

/** Quantifiers in one pattern: more could make a match slow. */
const MAX_QUANTIFIERS = 3;

/**
 * A pattern as Kustomize has it, for a whole name. Only patterns that cannot
 * be slow are taken: whoever wrote the repository wrote them.
 *
 * @throws InputError for others.
 */
export function compileNamePattern(pattern: string): RegExp {
  const quantifiers = pattern.match(/[*+?{]/g)?.length ?? 0;
  if (
    pattern.length > 256 ||
    quantifiers > MAX_QUANTIFIERS ||
    /\)[*+?{]|\\[1-9]|\(\?/.test(pattern)
  ) {
    throw new InputError(`the pattern ${pattern.slice(0, 80)} is too complex`);
  }
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch (error) {
    throw new InputError(`${pattern} is no pattern`, error);
  }
}

function versionOf(apiVersion: string): string {
  return apiVersion.slice(apiVersion.indexOf('/') + 1);
}

/** Selects objects, as `target` of a patch does. */
export class ResourceSelector {
  private constructor(
    private readonly patterns: ReadonlyMap<string, RegExp>,
    private readonly labels: LabelSelector | undefined,
    private readonly annotations: LabelSelector | undefined,
  ) {}

  /** @throws InputError where a pattern or a selector cannot be read. */
  static fromNode(node: LocatedNode): ResourceSelector {
    const patterns = new Map<string, RegExp>();
    for (const key of ['group', 'version', 'kind', 'name', 'namespace']) {
      const pattern = stringOf(node, key);
      if (pattern) {
        patterns.set(key, compileNamePattern(pattern));
      }
    }
    const selector = (key: string) => {
      const text = stringOf(node, key);
      const parsed = text ? parseLabelSelector(text) : undefined;
      if (text && !parsed) {
        throw new InputError(`${key} ${text.slice(0, 80)} cannot be read`);
      }
      return parsed;
    };
    return new ResourceSelector(
      patterns,
      selector('labelSelector'),
      selector('annotationSelector'),
    );
  }

  selects(resource: Resource): boolean {
    const { apiVersion, kind, name, namespace } = idOf(resource);
    const fits = (key: string, ...values: string[]) => {
      const pattern = this.patterns.get(key);
      return !pattern || values.some(value => pattern.test(value));
    };
    const object = toPlain(resource.root);
    return (
      fits('group', groupOf(apiVersion)) &&
      fits('version', versionOf(apiVersion)) &&
      fits('kind', kind) &&
      fits('name', name, ...resource.formerNames) &&
      fits('namespace', namespace) &&
      (this.labels?.(stringEntriesAt(object, 'metadata', 'labels')) ?? true) &&
      (this.annotations?.(stringEntriesAt(object, 'metadata', 'annotations')) ??
        true)
    );
  }
}
