/**
 * A shape that a secret has whatever it is called.
 *
 * @public
 */
export interface SecretPattern {
  /** For people, after "looks like": `an AWS access key`. */
  title: string;
  /**
   * Finds it in one line. Every quantifier is bounded and none is nested, so
   * that no line can make the search slow.
   */
  pattern: RegExp;
}

/**
 * The shapes that are known: each is documented by who issues such secrets.
 *
 * @public
 */
export const secretPatterns: readonly SecretPattern[] = [
  {
    title: 'an AWS access key',
    pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  },
  {
    title: 'a GitHub token',
    pattern:
      /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})/,
  },
  {
    title: 'a GitLab token',
    pattern: /\bglpat-[A-Za-z0-9_-]{20,64}/,
  },
  {
    title: 'a private key',
    pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/,
  },
  {
    title: 'a JSON Web Token',
    pattern:
      /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,1000}/,
  },
  {
    title: 'a Slack token',
    pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,200}/,
  },
  {
    title: 'a Slack webhook',
    pattern:
      /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32}/,
  },
  {
    title: 'a Stripe live key',
    pattern: /\b[rs]k_live_[A-Za-z0-9]{16,255}/,
  },
  {
    title: 'a Google API key',
    pattern: /\bAIza[A-Za-z0-9_-]{35}\b/,
  },
  {
    title: 'an npm token',
    pattern: /\bnpm_[A-Za-z0-9]{36}\b/,
  },
  {
    title: 'a SendGrid key',
    pattern: /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/,
  },
];

/**
 * `scheme://user:password@host`. The password is the first group, so that
 * references such as `${PASSWORD}` can be told from a literal one.
 *
 * @public
 */
export const connectionStringPattern =
  /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@'"]{0,100}:([^\s@/'"]{1,200})@[^\s@/'"]/i;
