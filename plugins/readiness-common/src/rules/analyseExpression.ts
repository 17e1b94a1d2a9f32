import type { ASTNode } from '@marcbachmann/cel-js';
import type { ExpressionAnalysis, ExpressionScope } from './ExpressionAnalysis';
import { ExpressionError } from './ExpressionError';
import { isLiteralList, pathOf } from './expressionPaths';
import type { FactRead } from './FactRead';
import { EXPRESSION_LIMITS, refusalOfCall, refusalOfMethod } from './limits';
import { StatedSpans } from './StatedSpans';

type Binding =
  | { kind: 'member'; list: string; each: boolean }
  | { kind: 'entry' };

interface Place {
  bindings: ReadonlyMap<string, Binding>;
  loops: number;
  /** Nothing between here and the root absorbs an error. */
  strict: boolean;
}

/** Lists of texts that are no facts. */
const TEXT_LISTS = new Set(['entity.tags', 'failing', 'passing']);
const QUANTIFIERS = new Set(['all', 'exists', 'exists_one', 'filter', 'map']);

class Analyser {
  private readonly reads = new Map<string, FactRead>();
  private readonly wholeLists = new Set<string>();
  private readonly spans = new StatedSpans();
  private readonly parameters = new Set<string>();
  private readonly vacuous: Array<{ path: string; node: ASTNode }> = [];
  private readonly mentions = new Map<string, number>();
  private readsNow = false;

  constructor(
    private readonly source: string,
    private readonly scope: ExpressionScope,
  ) {}

  run(root: ASTNode): ExpressionAnalysis {
    const { member } = this.scope;
    const bindings = new Map<string, Binding>();
    if (member) {
      bindings.set(member.variable, {
        kind: 'member',
        list: member.list,
        each: true,
      });
    }
    this.visit(root, { bindings, loops: member ? 1 : 0, strict: true });
    if (this.scope.refuseVacuous) {
      this.refuseVacuous();
    }
    return {
      reads: [...this.reads.values()],
      wholeLists: [...this.wholeLists],
      readsNow: this.readsNow,
      ...this.spans.asLists(),
      parameters: [...this.parameters],
    };
  }

  private visit(node: ASTNode, place: Place): void {
    switch (node.op) {
      case 'value':
        return;
      case 'id':
      case '.':
        this.visitPath(node, place, false);
        return;
      case '[]':
        this.visitIndex(node.args, place);
        return;
      case 'call':
        this.visitCall(node, node.args[0], node.args[1], place);
        return;
      case 'rcall':
        this.visitMethod(node, node.args, place);
        return;
      case '||':
      case '&&':
        for (const operand of node.args) {
          this.visit(operand, { ...place, strict: false });
        }
        return;
      case '?:':
        this.visit(node.args[0], place);
        this.visit(node.args[1], { ...place, strict: false });
        this.visit(node.args[2], { ...place, strict: false });
        return;
      case '!_':
      case '-_':
        this.visit(node.args, place);
        return;
      case 'list':
        for (const entry of node.args) {
          this.visit(entry, place);
        }
        return;
      case 'in':
        this.visit(node.args[0], place);
        this.visit(node.args[1], place);
        if (!isLiteralList(node.args[1])) {
          this.enterLoop(node, place);
        }
        return;
      case 'map':
        throw this.refuse(node, 'maps are not offered');
      case '.?':
      case '[?]':
        throw this.refuse(node, 'optional access is not offered: use has()');
      default:
        for (const operand of node.args) {
          this.visit(operand, place);
        }
    }
  }

  private visitIndex([list, index]: [ASTNode, ASTNode], place: Place): void {
    const isOfTexts =
      list.op === 'list' ||
      (list.op === 'rcall' && list.args[0] === 'split') ||
      this.pathOfTexts(list, place) !== undefined;
    if (!isOfTexts) {
      throw this.refuse(
        list,
        'only lists of texts have an index; read a fact by its name, and members with a quantifier',
      );
    }
    this.visit(list, place);
    this.visit(index, place);
  }

  private visitCall(
    node: ASTNode,
    name: string,
    callArguments: ASTNode[],
    place: Place,
  ): void {
    const refused = refusalOfCall(name);
    if (refused) {
      throw this.refuse(node, refused);
    }
    if (name === 'has') {
      this.visitPath(callArguments[0], place, true);
      return;
    }
    if (name === 'days') {
      this.spans.addDays(callArguments[0]);
    }
    if (name === 'duration') {
      this.spans.addDuration(callArguments[0]);
    }
    for (const argument of callArguments) {
      this.visit(argument, place);
    }
  }

  private visitMethod(
    node: ASTNode,
    [name, receiver, callArguments]: [string, ASTNode, ASTNode[]],
    place: Place,
  ): void {
    if (receiver.op === 'id' && receiver.args === 'cel') {
      throw this.refuse(node, refusalOfCall(`cel.${name}`) ?? name);
    }
    const refused = refusalOfMethod(name, callArguments.length);
    if (refused) {
      throw this.refuse(node, refused);
    }
    if (QUANTIFIERS.has(name)) {
      this.visitQuantifier(node, name, receiver, callArguments, place);
      return;
    }
    if (name === 'join') {
      this.enterLoop(node, place);
    }
    this.visit(receiver, place);
    for (const argument of callArguments) {
      this.visit(argument, place);
    }
  }

  private visitQuantifier(
    node: ASTNode,
    name: string,
    receiver: ASTNode,
    [variable, ...bodies]: ASTNode[],
    place: Place,
  ): void {
    const binding = this.bindingOver(receiver, place);
    if (!binding) {
      throw this.refuse(
        receiver,
        `${name} goes over a fact, a list of literals, or a filter of one: a computed list could grow without bound`,
      );
    }
    const loops = this.enterLoop(node, place);
    const list = this.listOf(receiver, place);
    if (list !== undefined && (name === 'all' || name === 'exists')) {
      // These two are decided without the members that are not known, where
      // one that is known decides.
      this.read({
        fact: list,
        of: 'fact',
        guarded: false,
        strict: place.strict,
      });
      this.mention(list);
    } else {
      this.visit(receiver, place);
    }
    const path = pathOf(receiver);
    if (name === 'all' && path) {
      this.vacuous.push({ path: path.join('.'), node });
    }
    if (variable.op !== 'id') {
      throw this.refuse(variable, 'a quantifier begins with a variable');
    }
    const bindings = new Map(place.bindings).set(variable.args, binding);
    for (const body of bodies) {
      this.visit(body, { bindings, loops, strict: false });
    }
  }

  private enterLoop(node: ASTNode, place: Place): number {
    const loops = place.loops + 1;
    if (loops > EXPRESSION_LIMITS.nestedLoops) {
      throw this.refuse(
        node,
        `loops nest ${EXPRESSION_LIMITS.nestedLoops} deep at most, counting each, quantifiers, in and join`,
      );
    }
    return loops;
  }

  /** What the variable of a quantifier over this stands for. */
  private bindingOver(node: ASTNode, place: Place): Binding | undefined {
    if (isLiteralList(node)) {
      return { kind: 'entry' };
    }
    if (node.op === 'rcall' && node.args[0] === 'filter') {
      return this.bindingOver(node.args[1], place);
    }
    const list = this.listOf(node, place);
    if (list !== undefined) {
      return { kind: 'member', list, each: false };
    }
    return this.pathOfTexts(node, place) === undefined
      ? undefined
      : { kind: 'entry' };
  }

  /** The list fact that a node names. */
  private listOf(node: ASTNode, place: Place): string | undefined {
    return node.op === 'id' &&
      !place.bindings.has(node.args) &&
      this.scope.registry.list(node.args)
      ? node.args
      : undefined;
  }

  /** The path of a node that names a list of texts. */
  private pathOfTexts(node: ASTNode, place: Place): string | undefined {
    const path = pathOf(node);
    if (!path) {
      return undefined;
    }
    const [first, ...rest] = path;
    const name = path.join('.');
    const binding = place.bindings.get(first);
    if (binding) {
      return binding.kind === 'member' &&
        rest.length === 1 &&
        this.scope.registry.field(binding.list, rest[0])?.type === 'strings'
        ? name
        : undefined;
    }
    if (TEXT_LISTS.has(name)) {
      return name;
    }
    const definition = this.scope.registry.get(name);
    return definition?.kind === 'scalar' && definition.type === 'strings'
      ? name
      : undefined;
  }

  private visitPath(node: ASTNode, place: Place, guarded: boolean): void {
    const path = pathOf(node);
    if (!path) {
      throw this.refuse(
        node,
        'fields are read off facts, members, entity and params by their names alone',
      );
    }
    const [first, ...rest] = path;
    const { strict } = place;
    const binding = place.bindings.get(first);
    if (binding) {
      if (binding.kind === 'entry') {
        return;
      }
      if (rest.length !== 1) {
        throw this.refuse(
          node,
          `"${path.join('.')}" is a member: name a field of it`,
        );
      }
      this.read({
        fact: binding.list,
        field: rest[0],
        of: binding.each ? 'member' : 'quantified',
        guarded,
        strict,
      });
      this.mention(path.join('.'));
      return;
    }
    switch (first) {
      case 'now':
        this.readsNow = true;
        return;
      case 'failing':
      case 'passing':
        return;
      case 'params':
      case 'entity':
        if (rest.length !== 1) {
          throw this.refuse(
            node,
            `"${first}" is a group: name one of its fields`,
          );
        }
        if (first === 'params') {
          this.parameters.add(rest[0]);
        } else {
          this.read({ fact: path.join('.'), of: 'entity', guarded, strict });
          this.mention(path.join('.'));
        }
        return;
      default:
        this.visitFact(node, path.join('.'), guarded, strict);
    }
  }

  private visitFact(
    node: ASTNode,
    name: string,
    guarded: boolean,
    strict: boolean,
  ): void {
    const definition = this.scope.registry.get(name);
    if (!definition) {
      throw this.refuse(
        node,
        `"${name}" is a group of facts: name one of them`,
      );
    }
    if (definition.kind === 'list') {
      this.wholeLists.add(name);
    }
    this.read({ fact: name, of: 'fact', guarded, strict });
    this.mention(name);
  }

  private read(read: FactRead): void {
    const key = [read.fact, read.field, read.of, read.guarded].join('|');
    const known = this.reads.get(key);
    if (known) {
      known.strict ||= read.strict;
    } else {
      this.reads.set(key, read);
    }
  }

  private mention(path: string): void {
    this.mentions.set(path, (this.mentions.get(path) ?? 0) + 1);
  }

  /** An empty list makes `all` true, and emptiness must not pass unsaid. */
  private refuseVacuous(): void {
    for (const { path, node } of this.vacuous) {
      if ((this.mentions.get(path) ?? 0) < 2) {
        throw this.refuse(
          node,
          `${path}.all(…) is true of an empty list: say what emptiness means, with "${path}.size() > 0 &&" before it or as a rule with each and whenEmpty`,
        );
      }
    }
  }

  private refuse(node: ASTNode, reason: string): ExpressionError {
    return ExpressionError.at(this.source, node.start, reason);
  }
}

/**
 * Walks the syntax tree of a type-checked expression: which facts it reads, and
 * whether what it may cost is bounded.
 *
 * @throws ExpressionError where the cost is not bounded, or where a list would
 * pass by being empty
 */
export function analyseExpression(
  source: string,
  root: ASTNode,
  scope: ExpressionScope,
): ExpressionAnalysis {
  return new Analyser(source, scope).run(root);
}
