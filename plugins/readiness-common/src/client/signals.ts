/**
 * The channel of Backstage's signals on which open pages hear that scorecards
 * changed. Its message names none of them: everybody hears it, and not everybody
 * may see each.
 *
 * @public
 */
export const SCORECARDS_CHANNEL = 'readiness:scorecards';
