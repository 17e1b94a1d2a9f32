import { CustomErrorBase } from '@backstage/errors';

/** A matcher of a route that cannot be read. */
export class MatcherSyntaxError extends CustomErrorBase {
  name = 'MatcherSyntaxError' as const;

  constructor(text: string, problem: string) {
    super(`matcher ${JSON.stringify(text)}: ${problem}`);
  }
}
