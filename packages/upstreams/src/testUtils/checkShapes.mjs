/*
 * Checks answers by the vendors' own shapes, which are published as native modules
 * that Jest cannot load: a process of its own does. It reads a list of
 * `{ module, model, answer }` from its input and writes the list of what is wrong.
 */
import { text } from 'node:stream/consumers';

/**
 * Watches which fields of an answer a check reads. A generated check accepts
 * unknown fields, but reads all those that it knows: what is never read is unknown.
 * An object of which nothing is read may hold anything.
 */
class Watched {
  #read = new Set();
  #children = new Map();
  #path;
  #target;

  constructor(target, path) {
    this.#target = target;
    this.#path = path;
    this.proxy = new Proxy(target, {
      get: (object, key, receiver) => {
        const value = Reflect.get(object, key, receiver);
        if (typeof key !== 'string') {
          return value;
        }
        this.#read.add(key);
        return typeof value === 'object' && value !== null
          ? this.#childOf(key, value).proxy
          : value;
      },
    });
  }

  #childOf(key, value) {
    const known = this.#children.get(key);
    if (known) {
      return known;
    }
    const child = new Watched(value, `${this.#path}/${key}`);
    this.#children.set(key, child);
    return child;
  }

  unread() {
    const keys = Object.keys(this.#target);
    const isLookedInto = keys.some(key => this.#read.has(key));
    return [
      ...(isLookedInto ? keys.filter(key => !this.#read.has(key)) : []).map(
        key => `${this.#path}/${key} is no field of it`,
      ),
      ...[...this.#children.values()].flatMap(child => child.unread()),
    ];
  }
}

/** The vendor's check: a function of its own, or a method of its class. */
async function loadCheck(module, model) {
  const exported = await import(module);
  if (model === undefined) {
    return answer =>
      exported.validate(answer)
        ? []
        : [JSON.stringify(exported.validate.errors)];
  }
  const { validate } = exported[model].prototype;
  return answer => {
    try {
      validate.call(answer);
      return [];
    } catch (error) {
      return [error.message];
    }
  };
}

const problems = new Set();
for (const { module, model, answer } of JSON.parse(await text(process.stdin))) {
  const check = await loadCheck(module, model);
  const watched = new Watched(answer, '');
  const found = check(watched.proxy);
  const name = `${model ?? module.split('/').at(-1)} ${
    answer.metadata?.name ?? ''
  }`;
  for (const problem of [...found, ...watched.unread()]) {
    problems.add(`${name}: ${problem}`);
  }
}
process.stdout.write(JSON.stringify([...problems]));
