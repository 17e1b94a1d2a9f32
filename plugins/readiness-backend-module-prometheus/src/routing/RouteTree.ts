import { CustomErrorBase } from '@backstage/errors';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { createLabelMatcher, type LabelMatcher } from './LabelMatcher';
import { MatcherSyntaxError } from './MatcherSyntaxError';
import { parseMatchers } from './parseMatchers';

/** One node of Alertmanager's routing tree. */
export interface Route {
  /** Its own receiver or its parent's. */
  receiver: string;
  /** All have to hold; none for the root. */
  matchers: LabelMatcher[];
  /** Siblings after it are tried although it matched. */
  continue: boolean;
  routes: Route[];
}

/** What Alertmanager's configuration says about where alerts go. */
export interface RouteTree {
  root: Route;
  /** Receivers that notify somebody: they have an integration at least. */
  notifying: ReadonlySet<string>;
}

/** The configuration of an Alertmanager cannot be understood. */
export class RouteTreeError extends CustomErrorBase {
  name = 'RouteTreeError' as const;
}

interface WrittenRoute {
  receiver?: string;
  match?: Record<string, string>;
  match_re?: Record<string, string>;
  matchers?: string[];
  continue?: string;
  routes?: WrittenRoute[];
}

/** In the failsafe schema of YAML a key without a value holds ''. */
function orAbsent<T>(schema: z.ZodType<T>) {
  return z.preprocess(
    value => (value === '' || value === null ? undefined : value),
    schema.optional(),
  );
}

const writtenRoute: z.ZodType<WrittenRoute> = z.lazy(() =>
  z.object({
    receiver: orAbsent(z.string()),
    match: orAbsent(z.record(z.string(), z.string())),
    match_re: orAbsent(z.record(z.string(), z.string())),
    matchers: orAbsent(z.array(z.string())),
    continue: orAbsent(z.string()),
    routes: orAbsent(z.array(writtenRoute)),
  }),
);

const writtenConfig = z.object({
  route: writtenRoute,
  receivers: orAbsent(
    z.array(z.object({ name: z.string() }).catchall(z.unknown())),
  ),
});

/**
 * Reads the routing tree from the YAML of Alertmanager's configuration, such as
 * `config.original` of `/api/v2/status`.
 *
 * @throws RouteTreeError naming what cannot be understood
 */
export function parseRouteTree(yaml: string): RouteTree {
  const document = parseDocument(yaml, { schema: 'failsafe' });
  if (document.errors.length > 0) {
    // The message of the parser would quote the configuration.
    throw new RouteTreeError(
      `the configuration is no YAML: ${document.errors[0].code}`,
    );
  }
  const config = writtenConfig.safeParse(document.toJS());
  if (!config.success) {
    const issue = config.error.issues[0];
    throw new RouteTreeError(
      `the configuration has no readable route: ${issue.path.join('.')}: ${
        issue.message
      }`,
    );
  }
  const { route, receivers = [] } = config.data;
  return {
    root: readRoute(route, ''),
    notifying: new Set(
      receivers
        .filter(receiver =>
          Object.entries(receiver).some(
            ([key, value]) =>
              key.endsWith('_configs') &&
              Array.isArray(value) &&
              value.length > 0,
          ),
        )
        .map(({ name }) => name),
    ),
  };
}

function readRoute(written: WrittenRoute, inherited: string): Route {
  const receiver = written.receiver ?? inherited;
  return {
    receiver,
    matchers: readMatchers(written),
    // What Go's YAML takes for true.
    continue: /^(y|yes|true|on)$/i.test(written.continue ?? ''),
    routes: (written.routes ?? []).map(child => readRoute(child, receiver)),
  };
}

function readMatchers(written: WrittenRoute): LabelMatcher[] {
  try {
    return [
      ...Object.entries(written.match ?? {}).map(([name, value]) =>
        createLabelMatcher(name, '=', value),
      ),
      ...Object.entries(written.match_re ?? {}).map(([name, value]) =>
        createLabelMatcher(name, '=~', value),
      ),
      ...(written.matchers ?? []).flatMap(parseMatchers),
    ];
  } catch (error) {
    throw error instanceof MatcherSyntaxError
      ? new RouteTreeError(error.message)
      : error;
  }
}
