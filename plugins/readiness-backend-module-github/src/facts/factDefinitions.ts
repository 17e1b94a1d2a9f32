import { defineFact } from '@airworthy/plugin-readiness-common';

/** Facts that this module adds to the default ones. */
export const githubFacts = [
  defineFact(
    'codeScanning.openAlerts',
    'int',
    ['github'],
    'Open alerts of code scanning.',
  ),
  defineFact(
    'codeowners.errors',
    'strings',
    ['github'],
    'Lines of CODEOWNERS that count for nothing, as file:line and why.',
  ),
];
