/** Something that the service needs does not answer; worth another try. */
export class Unavailable extends Error {
  constructor(message: string, readonly retryAfterSeconds = 5) {
    super(message);
  }
}
