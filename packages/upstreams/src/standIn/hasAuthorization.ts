/** Whether `Authorization` is the token, with one of the prefixes before it. */
export function hasAuthorization(
  request: Request,
  token: string,
  prefixes: string[],
): boolean {
  const header = request.headers.get('authorization') ?? '';
  return prefixes.some(prefix => header === `${prefix}${token}`);
}
