import type { LabelMatcher } from './LabelMatcher';
import type { Route } from './RouteTree';

/** Where an alert goes, as far as its labels tell. */
export type Routing =
  | { receivers: string[] }
  /** The label whose value would decide. */
  | { dependsOn: string };

/**
 * The receivers that an alert with these labels goes to, as Alertmanager
 * resolves them: depth first, the first matching child unless it says
 * `continue`, the node itself where no child matches. A label that is not there
 * counts as empty. A receiver named by two routes is there twice, as it is
 * notified twice.
 *
 * Empty only where the node given does not match, which the root always does.
 */
export function resolveRoutes(
  route: Route,
  labels: Readonly<Record<string, string>>,
): string[] {
  const routing = walk(route, labels, 'empty');
  return 'receivers' in routing ? routing.receivers : [];
}

/**
 * Where an alert goes of which only some labels are known, such as one that
 * never fired: undecided where another label would be asked for on the way.
 */
export function resolveRoutesPartly(
  route: Route,
  known: Readonly<Record<string, string>>,
): Routing {
  return walk(route, known, 'open');
}

function walk(
  route: Route,
  labels: Readonly<Record<string, string>>,
  others: 'empty' | 'open',
): Routing {
  const verdict = judge(route.matchers, labels, others);
  if (verdict !== true) {
    return verdict === false ? { receivers: [] } : verdict;
  }
  const receivers: string[] = [];
  for (const child of route.routes) {
    const routing = walk(child, labels, others);
    if ('dependsOn' in routing) {
      return routing;
    }
    receivers.push(...routing.receivers);
    if (routing.receivers.length > 0 && !child.continue) {
      break;
    }
  }
  return { receivers: receivers.length > 0 ? receivers : [route.receiver] };
}

function judge(
  matchers: readonly LabelMatcher[],
  labels: Readonly<Record<string, string>>,
  others: 'empty' | 'open',
): boolean | { dependsOn: string } {
  let dependsOn: string | undefined;
  for (const matcher of matchers) {
    const known = Object.hasOwn(labels, matcher.name);
    if (known || others === 'empty') {
      if (!matcher.matches(known ? labels[matcher.name] : '')) {
        return false;
      }
    } else {
      dependsOn ??= matcher.name;
    }
  }
  return dependsOn === undefined ? true : { dependsOn };
}
