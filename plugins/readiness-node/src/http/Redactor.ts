const REDACTED = '***';

/** Rotating tokens leave their predecessors behind; so many are remembered. */
const MAX_SECRETS = 50;

/** Takes secrets out of text that people or logs will see. */
export class Redactor {
  readonly #secrets = new Set<string>();

  constructor(secrets: Iterable<string> = []) {
    for (const secret of secrets) {
      this.add(secret);
    }
  }

  /** Remembers a secret, and what it looks like inside a URL and in base64. */
  add(secret: string): void {
    const forms = [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ];
    for (const form of forms.filter(Boolean)) {
      // Added anew, so that the one in use is the last to be forgotten.
      this.#secrets.delete(form);
      this.#secrets.add(form);
    }
    for (const oldest of this.#secrets) {
      if (this.#secrets.size <= MAX_SECRETS * forms.length) {
        break;
      }
      this.#secrets.delete(oldest);
    }
  }

  /** Remembers the value of a header such as `Bearer …` and its last word. */
  addHeader(value: string): void {
    this.add(value);
    this.add(value.slice(value.lastIndexOf(' ') + 1));
  }

  /** The text without any of the secrets. */
  redact(text: string): string {
    // The longest first: one secret may be a part of another.
    const longestFirst = [...this.#secrets].sort((a, b) => b.length - a.length);
    return longestFirst.reduce(
      (result, secret) => result.replaceAll(secret, REDACTED),
      text,
    );
  }
}
