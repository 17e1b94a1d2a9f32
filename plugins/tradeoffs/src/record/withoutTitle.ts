/** A record's body without the heading that the page shows as its title. */
export function withoutTitle(body: string): string {
  return body.replace(/^\s*#[ \t]+[^\r\n]*(?:\r?\n|$)/, '');
}
