import type { CollectContext } from '@airworthy/plugin-readiness-node';
import { z } from 'zod';
import type { Application } from '../api/schemas';

const BOOKS = 'applications';

const bookSchema = z.object({
  /** Of the operation that was looked at last. */
  operation: z.string(),
  /** Refs of the entities that were told of it, sorted. */
  refs: z.array(z.string()),
  /** When the newest deployment that they were told of began. */
  told: z.string().optional(),
});

/** What is remembered of one application. */
export type Book = z.infer<typeof bookSchema>;

/** What was told of each application, so that only what moved is asked for. */
export class ApplicationBooks {
  readonly #books: Map<string, Book>;
  #isChanged = false;

  private constructor(books: Map<string, Book>) {
    this.#books = books;
  }

  static async open(context: CollectContext): Promise<ApplicationBooks> {
    const stored = z
      .record(z.string(), bookSchema)
      .safeParse(await context.checkpoint.get(BOOKS));
    return new ApplicationBooks(
      new Map(stored.success ? Object.entries(stored.data) : []),
    );
  }

  of(application: Application): Book | undefined {
    return this.#books.get(keyOf(application));
  }

  set(application: Application, book: Book): void {
    this.#books.set(keyOf(application), book);
    this.#isChanged = true;
  }

  /** Forgets applications that are gone. */
  keepOnly(applications: readonly Application[]): void {
    const keys = new Set(applications.map(keyOf));
    for (const key of this.#books.keys()) {
      if (!keys.has(key)) {
        this.#books.delete(key);
        this.#isChanged = true;
      }
    }
  }

  async save(context: CollectContext): Promise<void> {
    if (this.#isChanged) {
      await context.checkpoint.set(BOOKS, Object.fromEntries(this.#books));
      this.#isChanged = false;
    }
  }
}

function keyOf({ metadata }: Application): string {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}
