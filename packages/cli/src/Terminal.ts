/** What a command writes to and is told by its surroundings. */
export interface Terminal {
  write(text: string): void;
  writeError(text: string): void;
  /** The folder that relative paths start from. */
  readonly workingDirectory: string;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The terminal of the running process. */
export class ProcessTerminal implements Terminal {
  static create(): ProcessTerminal {
    // A reader that has seen enough, such as `head`, closes the pipe: that is
    // no error of ours.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') {
        throw error;
      }
    });
    // npm and Yarn run scripts in the package's folder and tell in INIT_CWD
    // where the user stands; a path on the command line is meant from there.
    return new ProcessTerminal(process.env.INIT_CWD ?? process.cwd());
  }

  private constructor(readonly workingDirectory: string) {}

  write(text: string): void {
    process.stdout.write(text);
  }

  writeError(text: string): void {
    process.stderr.write(text);
  }

  now(): number {
    return Date.now();
  }
}
