import type { Terminal } from '../Terminal';

/** What every command is registered with. */
export interface CommandContext {
  terminal: Terminal;
  setExitCode(code: number): void;
}
