import type { FactRegistry } from '../facts/FactRegistry';
import { FactResolver } from '../facts/FactResolver';
import type { SourceDescriptor } from '../facts/types';
import type { InactiveCheck } from '../evaluation/types';
import type { RuleEnvironment } from '../rules/RuleEnvironment';
import type { ChecklistIssue } from './ChecklistError';
import type { CompiledCheck } from './CompiledCheck';
import type { PredicateTable } from './predicates';
import type { ChecklistConfig, LevelConfig, QuestionConfig } from './types';

/**
 * A question with its id.
 *
 * @public
 */
export interface CompiledQuestion extends QuestionConfig {
  id: string;
  /** Positions of its checks among the columns. */
  columns: readonly number[];
}

/**
 * A rule that cannot be evaluated, as the Checks page shows it.
 *
 * @public
 */
export interface BrokenRule extends ChecklistIssue {
  check: string;
}

/** What {@link CompiledChecklist} is made of. */
export interface CompiledChecklistParts {
  config: ChecklistConfig;
  columns: CompiledCheck[];
  inactive: InactiveCheck[];
  ruleErrors: BrokenRule[];
  predicates: PredicateTable;
  appliesTo: number;
  preview: number | undefined;
  environment: RuleEnvironment;
  sources: readonly SourceDescriptor[];
}

/**
 * A checklist that is ready to evaluate any number of entities. Immutable.
 *
 * @public
 */
export class CompiledChecklist {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  /** From the lowest. */
  readonly levels: readonly LevelConfig[];
  /** In the order of the checklist. */
  readonly questions: readonly CompiledQuestion[];
  /** The active checks, in the order of packed statuses. */
  readonly columns: readonly CompiledCheck[];
  /** Checks that no configured source can answer. */
  readonly inactive: readonly InactiveCheck[];
  /** Paths into the entity that predicates read, such as `spec.type`. */
  readonly entityFields: readonly string[];
  /** Rules that were reported instead of refused, see `compileChecklist`. */
  readonly ruleErrors: readonly BrokenRule[];
  readonly registry: FactRegistry;
  /** The configured sources. */
  readonly sources: readonly SourceDescriptor[];
  /** As it was written, after overrides. */
  readonly config: ChecklistConfig;

  /** @internal */
  readonly environment: RuleEnvironment;
  /** Resolves the facts that active checks read, and no others. @internal */
  readonly resolver: FactResolver;
  /** @internal */
  readonly predicates: PredicateTable;

  private readonly columnIndexes: ReadonlyMap<string, number>;
  private readonly appliesToIndex: number;
  private readonly previewIndex: number | undefined;

  /** Use `compileChecklist`. @internal */
  constructor(parts: CompiledChecklistParts) {
    const { config, columns, environment, sources } = parts;
    this.config = config;
    this.id = config.id;
    this.title = config.title;
    this.version = config.version;
    this.levels = config.levels;
    this.columns = columns;
    this.inactive = parts.inactive;
    this.ruleErrors = parts.ruleErrors;
    this.environment = environment;
    this.registry = environment.registry;
    this.sources = sources;
    this.predicates = parts.predicates;
    this.appliesToIndex = parts.appliesTo;
    this.previewIndex = parts.preview;
    this.entityFields = parts.predicates.fields();
    this.columnIndexes = new Map(
      columns.map((column, index) => [column.id, index]),
    );
    this.questions = Object.entries(config.questions).map(([id, question]) => ({
      ...question,
      id,
      columns: columns.flatMap((column, index) =>
        column.question === id ? [index] : [],
      ),
    }));
    this.resolver = new FactResolver({
      registry: this.registry,
      sources,
      only: factsOf(columns),
    });
  }

  /** Position of a check among the columns; `undefined` where it is inactive. */
  columnOf(check: string): number | undefined {
    return this.columnIndexes.get(check);
  }

  /**
   * Whether an entity has a scorecard of this checklist.
   *
   * @param entity - the catalog entity, or the projection of it on
   * {@link entityFields}
   */
  appliesTo(entity: object): boolean {
    return this.predicates.on(entity)(this.appliesToIndex);
  }

  /** Whether an entity's scorecard is a preview that rollups leave out. */
  isPreview(entity: object): boolean {
    return this.previewFrom(this.predicates.on(entity));
  }

  /** The same, from verdicts that are at hand. @internal */
  previewFrom(holds: (index: number) => boolean): boolean {
    return this.previewIndex !== undefined && holds(this.previewIndex);
  }
}

/** Every fact that rules or texts of these checks read. */
function factsOf(columns: readonly CompiledCheck[]): ReadonlySet<string> {
  const facts = new Set<string>();
  for (const column of columns) {
    for (const fact of column.facts) {
      facts.add(fact);
    }
    for (const fact of column.config.evidence ?? []) {
      facts.add(fact);
    }
    const templates = [
      column.texts.title,
      column.texts.expected,
      column.texts.fixTitle,
      ...column.texts.fixSteps,
      ...(column.texts.found ? [column.texts.found] : []),
      ...column.rules.flatMap(rule => (rule.found ? [rule.found] : [])),
    ];
    for (const template of templates) {
      for (const expression of template.expressions) {
        for (const read of expression.analysis.reads) {
          if (read.of !== 'entity') {
            facts.add(read.fact);
          }
        }
      }
    }
  }
  return facts;
}
