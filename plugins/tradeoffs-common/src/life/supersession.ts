/**
 * What a record says of those before it.
 *
 * @public
 */
export interface SupersessionNode {
  id: string;
  /** Ids of the records that it supersedes. */
  supersedes: readonly string[];
}

/**
 * Cycles in "supersedes", each as the ids along it, starting with the smallest.
 * A record in a cycle is superseded by nobody that a reader could name.
 *
 * @public
 */
export function supersessionCycles(
  records: readonly SupersessionNode[],
): string[][] {
  const byId = new Map(records.map(record => [record.id, record]));
  const done = new Set<string>();
  const cycles = new Map<string, string[]>();
  for (const { id } of records) {
    // Depth first, by hand: a chain of thousands must not exhaust the stack.
    const path: string[] = [];
    const stack: Array<{ id: string; leave: boolean }> = [{ id, leave: false }];
    while (stack.length > 0) {
      const step = stack.pop();
      if (!step) {
        break;
      }
      if (step.leave) {
        path.pop();
        done.add(step.id);
        continue;
      }
      const at = path.indexOf(step.id);
      if (at >= 0) {
        const cycle = fromSmallest(path.slice(at));
        cycles.set(cycle.join(' '), cycle);
        continue;
      }
      if (done.has(step.id) || !byId.has(step.id)) {
        continue;
      }
      path.push(step.id);
      stack.push({ id: step.id, leave: true });
      for (const target of byId.get(step.id)?.supersedes ?? []) {
        stack.push({ id: target, leave: false });
      }
    }
  }
  return [...cycles.values()];
}

function fromSmallest(cycle: string[]): string[] {
  const smallest = cycle.reduce(
    (best, id, index) => (id < cycle[best] ? index : best),
    0,
  );
  return [...cycle.slice(smallest), ...cycle.slice(0, smallest)];
}
