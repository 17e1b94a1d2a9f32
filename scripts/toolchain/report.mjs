/**
 * Says what the scripts are doing. On stderr alone: the commands behind them
 * own stdout (`airworthy scan --format json`).
 *
 * @param {string} message
 */
export function report(message) {
  process.stderr.write(`[airworthy] ${message}\n`);
}
