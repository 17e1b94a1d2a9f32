/** Words that make the value a secret when they stand in a name. */
const SECRET_WORDS = new Set([
  'secret',
  'secrets',
  'password',
  'passwords',
  'passwd',
  'passphrase',
  'pwd',
  'pass',
  'token',
  'credential',
  'credentials',
  'apikey',
  'privatekey',
  'secretkey',
  'accesskey',
]);

/** Words that make a secret of a `key` that follows them. */
const KEY_QUALIFIERS = new Set([
  'api',
  'access',
  'private',
  'encryption',
  'signing',
  'master',
  'auth',
  'license',
  'account',
]);

/**
 * Words which at the end of a name say that the value speaks about a secret
 * and is none: where it lies, what it is called, how long it holds.
 */
const ABOUT_WORDS = new Set([
  'file',
  'files',
  'path',
  'dir',
  'directory',
  'location',
  'mount',
  'name',
  'names',
  'id',
  'ids',
  'ref',
  'reference',
  'arn',
  'url',
  'uri',
  'endpoint',
  'host',
  'port',
  'region',
  'namespace',
  'store',
  'backend',
  'provider',
  'manager',
  'engine',
  'version',
  'type',
  'format',
  'algorithm',
  'alg',
  'issuer',
  'audience',
  'header',
  'prefix',
  'suffix',
  'enabled',
  'disabled',
  'required',
  'rotation',
  'interval',
  'period',
  'ttl',
  'age',
  'expiry',
  'expiration',
  'expires',
  'lifetime',
  'timeout',
  'seconds',
  'minutes',
  'hours',
  'days',
  'length',
  'size',
  'count',
  'limit',
  'policy',
  'role',
  'user',
  'username',
  'email',
]);

/** Splits `dbPassword`, `DB_PASSWORD` and `db.password` into their words. */
function wordsOf(name: string): string[] {
  return name
    .slice(0, 300)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word.length > 0);
}

/**
 * Whether a variable or key of this name holds a secret: `DB_PASSWORD` does,
 * `DB_PASSWORD_FILE` and `TOKEN_TTL` do not.
 *
 * @public
 */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || ABOUT_WORDS.has(last)) {
    return false;
  }
  return words.some(
    (word, index) =>
      SECRET_WORDS.has(word) ||
      // `DBPASSWORD` and `CLIENTSECRET` are written without a break.
      word.endsWith('password') ||
      word.endsWith('secret') ||
      (word === 'key' && KEY_QUALIFIERS.has(words[index - 1] ?? '')),
  );
}
