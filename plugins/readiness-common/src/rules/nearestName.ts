/**
 * The known name nearest to a misspelt one, or `undefined` where none is near
 * enough to be meant. Case does not count.
 */
export function nearestName(
  name: string,
  known: readonly string[],
): string | undefined {
  const wanted = name.toLocaleLowerCase('en-US');
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(
      wanted,
      candidate.toLocaleLowerCase('en-US'),
      bestDistance,
    );
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) {
    return limit;
  }
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      current.push(
        Math.min(
          previous[column] + 1,
          current[column - 1] + 1,
          previous[column - 1] + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[b.length];
}
