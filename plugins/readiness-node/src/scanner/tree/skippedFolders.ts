/** Folders that hold what others wrote, or what a tool made. */
const SKIPPED_FOLDERS = new Set([
  '.git',
  '.hg',
  '.svn',
  '.terraform',
  '.venv',
  '.yarn',
  '__pycache__',
  'node_modules',
]);

/** Whether a folder of this name is left out of every tree. */
export function isSkippedFolder(name: string): boolean {
  return SKIPPED_FOLDERS.has(name);
}

/** Whether a path leads through a folder that is left out. */
export function isInSkippedFolder(path: string): boolean {
  return path.split('/').slice(0, -1).some(isSkippedFolder);
}
