import type { FactRecord, FactValue } from '@airworthy/plugin-readiness-common';
import { scanRepository } from '../scanRepository';
import { createMemoryTree } from '../tree';
import type { RepositoryScan, ScannedService, ScanOptions } from '../types';

type Fields = Record<string, FactValue>;

/** The result of a scan, to be asked in the words of the domain. */
export class ScanHarness {
  private constructor(readonly scan: RepositoryScan) {}

  static async scan(
    contents: Record<string, string | Buffer>,
    options: Partial<ScanOptions> = {},
  ): Promise<ScanHarness> {
    return new ScanHarness(
      await scanRepository(createMemoryTree(contents), { now: 0, ...options }),
    );
  }

  /** Names of the services, sorted. */
  get services(): string[] {
    return this.scan.services.map(({ entity }) => entity.entityRef).sort();
  }

  service(name: string): ScannedService {
    const found = this.scan.services.find(({ entity }) => entity.name === name);
    if (!found) {
      throw new Error(`there is no ${name} among ${this.services}`);
    }
    return found;
  }

  /** Members of a list that a service has. */
  members(name: string, list: string): string[] {
    return this.service(name)
      .facts.filter(fact => fact.name === list && fact.member !== '')
      .map(fact => fact.member);
  }

  fact(name: string, fact: string, member = ''): FactRecord | undefined {
    return this.service(name).facts.find(
      item => item.name === fact && item.member === member,
    );
  }

  /** Why members of a list may be missing. */
  gap(name: string, list: string): string | undefined {
    return this.fact(name, list)?.missing;
  }

  /** The fields of an object, whoever it belongs to. */
  object(key: string): Fields {
    return fieldsOf(this.record(key), key);
  }

  /** `file:line` of a field of an object. */
  placeOf(key: string, field: string): string {
    const origin = this.record(key)?.origins?.[field];
    return `${origin?.file}:${origin?.line}`;
  }

  reasonsOf(key: string): string | undefined {
    return this.record(key)?.missing;
  }

  private record(key: string): FactRecord | undefined {
    return this.scan.objectFacts.find(({ member }) => member === key);
  }
}

function fieldsOf(record: FactRecord | undefined, key: string): Fields {
  const value = record?.value;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`nothing is stated about ${key}`);
  }
  return value;
}
