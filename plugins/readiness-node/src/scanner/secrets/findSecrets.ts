import { isSecretName } from './secretNames';
import { connectionStringPattern, secretPatterns } from './secretPatterns';

/**
 * That a secret stands somewhere, and what it looks like; never the secret.
 *
 * @public
 */
export interface SecretFinding {
  /** For people: `a GitHub token`, `the value of a name that says secret`. */
  looksLike: string;
}

/**
 * A {@link SecretFinding} in a text.
 *
 * @public
 */
export interface SecretLineFinding extends SecretFinding {
  /** 1-based. */
  line: number;
}

/** Longer lines are generated: minified code and data. */
const MAX_LINE_LENGTH = 4096;

/** Characters of one value that are looked at. */
const MAX_VALUE_LENGTH = 65_536;

/** Bits for each character above which a value was made by a machine. */
const MIN_ENTROPY = 3.6;

const REFERENCE_PATTERNS: readonly RegExp[] = [
  /\$[({A-Za-z_]/,
  /\{\{/,
  /^(?:vault|secret|secretref|ref\+[a-z0-9]{1,20}|op|sm|gcpsm|awssm|azurekv|ssm|doppler|keyvault):/i,
  /^arn:/i,
  /^projects\/[^/]{1,100}\/secrets\//,
  /^@Microsoft\.KeyVault/,
  /^(?:file|https?):\/\/[^@]{0,2000}$/i,
  /^\.{0,2}\/[\w./-]{0,1000}$/,
  /^ENC[[(]/,
];

const PLACEHOLDER_PATTERN =
  /^(?:<[^>]{0,100}>|\[[^\]]{0,100}\]|[*x.-]{3,100}|(?:your|my)[-_ ].{0,100}|(?:replace|insert|todo|redacted|placeholder|dummy|example)\b.{0,100}|true|false|yes|no|on|off|null|none|nil|undefined|enabled|disabled)$/i;

/** `regcred-secret`, `api-tls`: the name of a Secret, not what it holds. */
const OBJECT_NAME_PATTERN =
  /^[a-z0-9](?:[a-z0-9-]{0,60}-)?(?:secrets?|tls|tokens?|credentials?|creds|keys?)$/;

function isReference(value: string): boolean {
  return REFERENCE_PATTERNS.some(pattern => pattern.test(value));
}

function isPlaceholder(value: string): boolean {
  return PLACEHOLDER_PATTERN.test(value);
}

/** Shannon entropy in bits for each character. */
function entropyOf(value: string): number {
  const counts = new Map<string, number>();
  for (const character of value) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  let entropy = 0;
  for (const count of counts.values()) {
    const share = count / value.length;
    entropy -= share * Math.log2(share);
  }
  return entropy;
}

function findByShape(value: string): SecretFinding | undefined {
  for (const { title, pattern } of secretPatterns) {
    if (pattern.test(value)) {
      return { looksLike: title };
    }
  }
  const password = value.includes('://')
    ? connectionStringPattern.exec(value)?.[1]
    : undefined;
  if (password && !isReference(password) && !isPlaceholder(password)) {
    return { looksLike: 'a connection string with a password' };
  }
  return undefined;
}

/**
 * Judges one environment variable or one key of a ConfigMap by its name and
 * its literal value. References to where a secret lies, paths and placeholders
 * are none.
 *
 * @public
 */
export function findSecretInVariable(
  name: string,
  value: string,
): SecretFinding | undefined {
  const text = value.slice(0, MAX_VALUE_LENGTH).trim();
  if (text === '') {
    return undefined;
  }
  const byShape = text
    .split('\n')
    .filter(line => line.length <= MAX_LINE_LENGTH)
    .map(findByShape)
    .find(finding => finding !== undefined);
  if (byShape) {
    return byShape;
  }
  if (
    !isSecretName(name) ||
    isReference(text) ||
    isPlaceholder(text) ||
    OBJECT_NAME_PATTERN.test(text)
  ) {
    return undefined;
  }
  // A number is a count or a duration, unless it is called a password.
  if (/^[0-9.]{1,20}(?:ms|s|m|h|d)?$/.test(text) && !/pass|pwd/i.test(name)) {
    return undefined;
  }
  return { looksLike: 'a secret by its name' };
}

/** A part of every name that says secret. */
const SECRET_HINT = /secret|pass|pwd|token|credential|key/i;

/** `name = "value"`, `name: value`, `"name": "value"`. */
const ASSIGNMENT_PATTERN =
  /["']?([A-Za-z][\w.-]{1,80})["']?\s{0,4}(?::|=|:=|=>)\s{0,4}["'`]?([^\s"'`,;]{16,200})["'`]?/;

/**
 * Finds secrets in the text of a file, at most one for each line: the known
 * shapes, and values that a machine made assigned to a name that says secret.
 *
 * @public
 */
export function findSecretsInText(text: string): SecretLineFinding[] {
  const findings: SecretLineFinding[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.length > MAX_LINE_LENGTH) {
      continue;
    }
    const byShape = findByShape(line);
    if (byShape) {
      findings.push({ ...byShape, line: index + 1 });
      continue;
    }
    // Asked first: most lines have no such word, and the search is long.
    const [, name, value] =
      (SECRET_HINT.test(line) && ASSIGNMENT_PATTERN.exec(line)) || [];
    if (
      name &&
      value &&
      isSecretName(name) &&
      /[0-9]/.test(value) &&
      /[A-Za-z]/.test(value) &&
      /^[A-Za-z0-9+/=_.~-]+$/.test(value) &&
      !isReference(value) &&
      !isPlaceholder(value) &&
      !OBJECT_NAME_PATTERN.test(value) &&
      // `config.auth.token`, `process.env.TOKEN`: code that reads it.
      !/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){1,20}$/.test(value) &&
      entropyOf(value) >= MIN_ENTROPY
    ) {
      findings.push({ looksLike: 'a secret by its name', line: index + 1 });
    }
  }
  return findings;
}
