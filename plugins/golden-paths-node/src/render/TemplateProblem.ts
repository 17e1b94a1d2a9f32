import { InputError } from '@backstage/errors';

/**
 * A fault of a template: where it is and what is wrong there.
 *
 * @public
 */
export class TemplateProblem extends InputError {
  constructor(
    readonly file: string,
    readonly line: number | undefined,
    readonly reason: string,
  ) {
    super(`${file}${line === undefined ? '' : `:${line}`}: ${reason}`);
  }
}
