import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { RuleGroup } from '../model';

const groupsSchema = z.array(
  z.object({
    name: z.string(),
    rules: z.array(z.record(z.string(), z.unknown())),
  }),
);
const ruleSchema = z.union([
  z
    .object({
      kind: z.literal('PrometheusRule'),
      spec: z.object({ groups: groupsSchema }),
    })
    .transform(({ spec }) => spec.groups),
  z.object({ groups: groupsSchema }).transform(({ groups }) => groups),
]);

/**
 * The groups of rules in the YAML files of a folder: rule files, and the
 * `PrometheusRule` objects that the Prometheus operator would load.
 */
export async function findRuleGroups(folder: string): Promise<RuleGroup[]> {
  const entries = await readdir(folder, {
    recursive: true,
    withFileTypes: true,
  });
  const files = entries
    .filter(entry => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const groups: RuleGroup[] = [];
  for (const file of files) {
    const text = await readFile(file, 'utf8');
    // Most files hold none; parsing all of them would take a second.
    if (/^ *(- )?alert:/m.test(text)) {
      for (const document of parseAllDocuments(text)) {
        const read = ruleSchema.safeParse(document.toJS());
        groups.push(...(read.success ? read.data : []));
      }
    }
  }
  return groups;
}
