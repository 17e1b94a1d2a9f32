import type { Origin } from '@airworthy/plugin-readiness-common';
import { isBelow } from './attribution/scanEntities';
import type { DetectorContext, ProductionObject } from './Detector';
import type { FactCollector } from './facts/FactCollector';
import type { RepositoryFiles } from './files/RepositoryFiles';
import type { UrlOf } from './kubernetes/objects';
import type { ScanEntity } from './types';
import { nodeAt, toPlain } from './yaml';

export interface DetectorContextOptions {
  entity: ScanEntity;
  /** Folder of the service's own files; empty for the whole repository. */
  folder: string;
  files: RepositoryFiles;
  objects: readonly ProductionObject[];
  collector: FactCollector;
  urlOf: UrlOf | undefined;
  now: number;
}

/** What the detectors see of one service, and where they state what they find. */
export function createDetectorContext(
  options: DetectorContextOptions,
): DetectorContext {
  const { files, collector, urlOf } = options;
  const withUrl = (origin: Origin): Origin => {
    const url =
      origin.url ??
      (origin.file === undefined
        ? undefined
        : urlOf?.(origin.file, origin.line));
    return url === undefined ? origin : { ...origin, url };
  };
  return {
    entity: options.entity,
    sourcePath: options.folder,
    files: files.paths.filter(path => isBelow(path, options.folder)),
    allFiles: files.paths,
    objects: options.objects,
    now: options.now,
    text: async path => await files.text(path),
    async documents(path) {
      const parsed = await files.parse(path);
      if (parsed.text === undefined || parsed.errors.length > 0) {
        return undefined;
      }
      return parsed.documents.map(({ root }) => ({
        value: toPlain(root),
        lineOf: keys => nodeAt(root, keys)?.place.line,
      }));
    },
    fact(name, value, origin) {
      collector.fact(name, value, { origin: origin && withUrl(origin) });
    },
    member(list, key, fields, origins = {}) {
      collector.member(list, {
        key,
        fields,
        origins: Object.fromEntries(
          Object.entries(origins).map(([field, origin]) => [
            field,
            withUrl(origin),
          ]),
        ),
      });
    },
    gap(name, reason, member) {
      if (member === undefined) {
        collector.gap(name, reason);
      } else {
        collector.member(name, {
          key: member,
          fields: {},
          origins: {},
          reasons: new Set([reason]),
        });
      }
    },
    error(error) {
      files.errors.push(error);
    },
  };
}
