import fc from 'fast-check';
import { createLabelMatcher } from './LabelMatcher';
import { resolveRoutes, resolveRoutesPartly } from './resolveRoutes';
import { parseRouteTree, type Route } from './RouteTree';

const { root } = parseRouteTree(`
route:
  receiver: fallback
  routes:
    - matchers: [alertname="Watchdog"]
      receiver: nobody
    - matchers: [severity=~"page|critical"]
      continue: true
      receiver: pager
      routes:
        - matchers: [team="payments"]
          receiver: payments-pager
        - matchers: [team="search"]
    - match: { team: payments }
      receiver: payments-chat
    - match_re: { team: 'sea.*' }
      receiver: search-chat
    - matchers: [environment!="production", environment!=""]
      receiver: nobody
`);

describe('resolveRoutes', () => {
  it.each<[Record<string, string>, string[]]>([
    [{}, ['fallback']],
    [{ alertname: 'Watchdog', severity: 'page' }, ['nobody']],
    [{ severity: 'page' }, ['pager']],
    [{ severity: 'pager' }, ['fallback']],
    [
      { severity: 'page', team: 'payments' },
      ['payments-pager', 'payments-chat'],
    ],
    [{ severity: 'critical', team: 'search' }, ['pager', 'search-chat']],
    [{ team: 'payments' }, ['payments-chat']],
    [{ team: 'research' }, ['fallback']],
    [{ environment: 'staging' }, ['nobody']],
    [{ environment: 'production' }, ['fallback']],
  ])('sends %j to %j', (labels, receivers) => {
    expect(resolveRoutes(root, labels)).toEqual(receivers);
  });
});

describe('resolveRoutesPartly', () => {
  it('decides where no other label is asked for on the way', () => {
    expect(
      resolveRoutesPartly(root, {
        alertname: 'Watchdog',
      }),
    ).toEqual({ receivers: ['nobody'] });
    expect(
      resolveRoutesPartly(root, {
        alertname: 'Slow',
        severity: 'warning',
        team: 'payments',
      }),
    ).toEqual({ receivers: ['payments-chat'] });
  });

  it('names the label that would decide', () => {
    expect(
      resolveRoutesPartly(root, { alertname: 'Slow', severity: 'page' }),
    ).toEqual({ dependsOn: 'team' });
    expect(
      resolveRoutesPartly(root, {
        alertname: 'Slow',
        severity: 'warning',
        team: 'web',
      }),
    ).toEqual({ dependsOn: 'environment' });
  });
});

const names = ['a', 'b', 'c'];
const values = ['', 'x', 'y', 'xy'];
const labelSet = fc.dictionary(
  fc.constantFrom(...names),
  fc.constantFrom(...values),
);
const matcher = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom('=' as const, '!=' as const, '=~' as const, '!~' as const),
    fc.constantFrom('x', 'y', 'xy', '', 'x|y', '.+'),
  )
  .map(args => createLabelMatcher(...args));

function routeOfDepth(depth: number): fc.Arbitrary<Route> {
  return fc.record({
    receiver: fc.constantFrom('r1', 'r2', 'r3', 'r4'),
    matchers: fc.array(matcher, { maxLength: 2 }),
    continue: fc.boolean(),
    routes:
      depth === 0
        ? fc.constant([])
        : fc.array(routeOfDepth(depth - 1), { maxLength: 3 }),
  });
}

const tree = routeOfDepth(3).map(node => ({ ...node, matchers: [] }));

/** The paths to the nodes that match with all of their parents. */
function matching(node: Route, labels: Record<string, string>): Route[] {
  const holds = node.matchers.every(condition =>
    condition.matches(labels[condition.name] ?? ''),
  );
  return holds
    ? [node, ...node.routes.flatMap(child => matching(child, labels))]
    : [];
}

describe('any routing tree', () => {
  it('notifies somebody, and only by routes that match', () => {
    fc.assert(
      fc.property(tree, labelSet, (node, labels) => {
        const receivers = resolveRoutes(node, labels);
        const possible = matching(node, labels).map(({ receiver }) => receiver);
        expect(receivers.length).toBeGreaterThan(0);
        expect(possible).toEqual(expect.arrayContaining(receivers));
      }),
    );
  });

  it('notifies one receiver where nothing continues', () => {
    const still = (node: Route): Route => ({
      ...node,
      continue: false,
      routes: node.routes.map(still),
    });
    fc.assert(
      fc.property(tree, labelSet, (node, labels) => {
        expect(resolveRoutes(still(node), labels)).toHaveLength(1);
      }),
    );
  });

  it('notifies every deepest match where everything continues', () => {
    const moving = (node: Route): Route => ({
      ...node,
      continue: true,
      routes: node.routes.map(moving),
    });
    fc.assert(
      fc.property(tree, labelSet, (node, labels) => {
        const deepest = matching(node, labels).filter(match =>
          match.routes.every(child => matching(child, labels).length === 0),
        );
        expect(resolveRoutes(moving(node), labels)).toEqual(
          deepest.map(({ receiver }) => receiver),
        );
      }),
    );
  });

  it('keeps what is decided by some labels, whatever the others turn out to be', () => {
    fc.assert(
      fc.property(tree, labelSet, labelSet, (node, known, others) => {
        const partly = resolveRoutesPartly(node, known);
        fc.pre('receivers' in partly);
        expect(partly).toEqual({
          receivers: resolveRoutes(node, { ...others, ...known }),
        });
      }),
    );
  });
});
