import type { SourceKind } from '../../facts/types';
import type { CompiledCheck, CompiledRule } from '../CompiledCheck';
import type { CompiledChecklist } from '../CompiledChecklist';
import type { ListRuleConfig, ParameterConfig, RuleConfig } from '../types';

const KIND_TITLES: Record<SourceKind, string> = {
  alertmanager: 'Alertmanager',
  argocd: 'Argo CD',
  attestation: 'attestations',
  github: 'GitHub',
  kubernetes: 'Kubernetes',
  pagerduty: 'PagerDuty',
  prometheus: 'Prometheus',
  pushed: 'pushed events',
  tradeoffs: 'tradeoff records',
};

const INTRODUCTION = `<!-- Written by renderChecksPage.ts from the checklist's data. See the end of the page. -->

# Checks

Every question of the default checklist and the checks that answer it. A check without any configured source is inactive. Where several sources are named, the strongest that speaks decides: observed before declared before attested. The rules are CEL over the facts; [README.md](../README.md) shows how to add, override or switch off a check in \`app-config.yaml\`.`;

const HOW_TO = `## How this page is made

\`yarn workspace @airworthy/plugin-readiness-common docs:checks\` writes it from the data in \`plugins/readiness-common/src/checklist/default\`. A test fails while the two differ.`;

/**
 * The page that lists every check of a checklist, as Markdown.
 *
 * @param compiled - with every check active
 */
export function renderChecksPage(compiled: CompiledChecklist): string {
  const { length: checks } = compiled.columns;
  const { length: questions } = compiled.questions;
  const { appliesTo, preview } = compiled.config;
  const scope = [
    `${questions} questions, ${checks} checks. Version ${compiled.version}.`,
    `It applies to entities that match \`${JSON.stringify(appliesTo)}\`.`,
    ...(preview
      ? [
          `Those that match \`${JSON.stringify(
            preview,
          )}\` get it as a preview that rollups leave out.`,
        ]
      : []),
  ].join(' ');
  const sections = compiled.questions.map(question => {
    const number = question.number === undefined ? '' : `${question.number}. `;
    const columns = question.columns.map(index => compiled.columns[index]);
    return [
      `## ${number}${question.title}`,
      `\`${question.id}\`, ${question.quality}.${predicateOf(columns)}`,
      table(compiled, columns),
      `<details><summary>Rules</summary>\n\n${columns
        .map(rulesOf)
        .join('\n\n')}\n\n</details>`,
    ].join('\n\n');
  });
  return `${[INTRODUCTION, scope, ...sections, HOW_TO].join('\n\n')}\n`;
}

/** All checks of a question of the default checklist have the same predicate. */
function predicateOf(columns: readonly CompiledCheck[]): string {
  const predicates = new Set(
    columns.map(({ config }) => JSON.stringify(config.appliesTo)),
  );
  const [first] = predicates;
  return predicates.size === 1 && first !== undefined
    ? ` Asked where \`${first}\`.`
    : '';
}

function table(
  compiled: CompiledChecklist,
  columns: readonly CompiledCheck[],
): string {
  const header = [
    'Check',
    'Level',
    'When it passes',
    'Expected',
    'Facts',
    'Sources',
    'The same rule elsewhere',
  ];
  const rows = columns.map(check => {
    const reads = readsOf(compiled, check);
    return [
      `\`${check.id}\``,
      compiled.levels[check.levelIndex].title,
      check.title,
      [check.expected, parametersOf(check)].filter(Boolean).join('<br>'),
      reads.facts.map(fact => `\`${fact}\``).join('<br>'),
      reads.kinds.map(kind => KIND_TITLES[kind] ?? kind).join(', '),
      (check.config.sameAs ?? []).join('<br>'),
    ];
  });
  return [header, header.map(() => '---'), ...rows]
    .map(
      cells =>
        `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`,
    )
    .join('\n');
}

function parametersOf({ config }: CompiledCheck): string {
  return Object.entries(config.params ?? {})
    .map(([name, parameter]) => `\`${name}\`: ${parameterText(parameter)}`)
    .join('<br>');
}

function parameterText(parameter: ParameterConfig): string {
  if (typeof parameter !== 'object') {
    return String(parameter);
  }
  const tiers = Object.entries(parameter.byTier).map(
    ([tier, value]) => `${value} for tier ${tier}`,
  );
  return [parameter.default, ...tiers].join('; ');
}

/** What a verdict rests on, and who can tell; conditions are for the rules. */
function readsOf(
  { registry }: CompiledChecklist,
  check: CompiledCheck,
): { facts: string[]; kinds: SourceKind[] } {
  const facts = new Set<string>();
  const kinds = new Set<SourceKind>();
  for (const rule of check.rules) {
    for (const { fact, field } of factsOf(rule)) {
      const singular = registry.list(fact)?.singular;
      facts.add(field === undefined ? fact : `${singular ?? fact}.${field}`);
      registry.kindsFor(fact, field).forEach(kind => kinds.add(kind));
    }
  }
  return { facts: [...facts], kinds: [...kinds] };
}

function factsOf(rule: CompiledRule): Array<{ fact: string; field?: string }> {
  return rule.rule.analysis.reads.filter(({ of }) => of !== 'entity');
}

function rulesOf({ id, config }: CompiledCheck): string {
  const rules = config.rules.map(ruleText).join('\n');
  return `\`${id}\`\n\n\`\`\`text\n${rules}\n\`\`\``;
}

function ruleText(config: RuleConfig): string {
  return [
    ...('each' in config ? listText(config) : []),
    ...(config.when ? [`when: ${config.when}`] : []),
    `rule: ${config.rule}`,
  ].join('\n');
}

function listText(config: ListRuleConfig): string[] {
  return [
    `each: ${config.each}, ${config.mode ?? 'all'}, when empty ${
      config.whenEmpty
    }`,
    ...(config.where ? [`where: ${config.where}`] : []),
  ];
}
