import type { ScanResult } from '../scan/types';
import { toDocument } from './toDocument';

/** One JSON document, for programs. */
export function formatJson(result: ScanResult): string {
  return `${JSON.stringify(toDocument(result), undefined, 2)}\n`;
}
