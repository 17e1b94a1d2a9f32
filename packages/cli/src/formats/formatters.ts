import type { ScanResult } from '../scan/types';
import { formatJson } from './formatJson';
import { formatMarkdown } from './formatMarkdown';
import { formatSarif } from './formatSarif';
import { formatText } from './formatText';

/** The values of `--format`. */
export type FormatName = 'text' | 'json' | 'markdown' | 'sarif';

/** How each format prints a result. */
export const formatters: Record<FormatName, (result: ScanResult) => string> = {
  text: formatText,
  json: formatJson,
  markdown: formatMarkdown,
  sarif: formatSarif,
};
