/**
 * A record's file with one more section at its end, for somebody to write
 * below; the file keeps its own line ends.
 */
export function withHeading(content: string, heading: string): string {
  const newline = content.includes('\r\n') ? '\r\n' : '\n';
  const end = /\n$/.test(content) ? '' : newline;
  return `${content}${end}${newline}## ${heading}${newline}${newline}`;
}
