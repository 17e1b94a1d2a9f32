import {
  LineCounter,
  parseAllDocuments,
  type Document,
  type YAMLError,
} from 'yaml';
import type { ScanError } from '../types';
import { convertDocument, DocumentError } from './convertDocument';
import type { LocatedNode } from './LocatedNode';

/** One document of a YAML file. */
export interface YamlDocument {
  root: LocatedNode;
}

export interface ParseYamlOptions {
  /** Path for places and errors. */
  file: string;
  /** Aliases of one document, those inside what is aliased counted again. */
  maxAliases: number;
  maxDepth: number;
}

const TEMPLATE_MESSAGE =
  'is a template with {{ }}, not YAML, and can be read only once it is rendered';

/** Whether a text holds the braces of a Go, Helm or Jinja template. */
export function looksLikeTemplate(text: string): boolean {
  return /\{\{[^]{0,1000}?\}\}|\{%[^]{0,1000}?%\}/.test(text);
}

/**
 * Parses YAML, or JSON, of one or several documents. A document that is broken
 * gives an error with file, line and column; the others are still read. It
 * throws nothing.
 */
export function parseYaml(
  text: string,
  options: ParseYamlOptions,
): { documents: YamlDocument[]; errors: ScanError[] } {
  const { file } = options;
  const lineCounter = new LineCounter();
  const documents: YamlDocument[] = [];
  const errors: ScanError[] = [];

  let parsed: Document.Parsed[];
  try {
    const stream = parseAllDocuments(text, {
      lineCounter,
      prettyErrors: false,
      logLevel: 'silent',
      // Its own test compares every key with every other; ours does not.
      uniqueKeys: false,
    });
    parsed = 'empty' in stream ? [] : stream;
  } catch (error) {
    return { documents, errors: [crashError(error, options)] };
  }

  for (const document of parsed) {
    const broken = document.errors[0];
    try {
      if (broken) {
        errors.push(syntaxError(broken, text, lineCounter, file));
        continue;
      }
      const root = convertDocument(document, { ...options, lineCounter });
      if (root) {
        documents.push({ root });
      }
    } catch (error) {
      if (error instanceof DocumentError) {
        errors.push(documentError(error, text, lineCounter, file));
      } else {
        errors.push(crashError(error, options));
      }
    }
  }
  return { documents, errors };
}

function syntaxError(
  error: YAMLError,
  text: string,
  lineCounter: LineCounter,
  file: string,
): ScanError {
  const { line, col } = lineCounter.linePos(error.pos[0]);
  if (looksLikeTemplate(text)) {
    return { file, line, column: col, message: `${file} ${TEMPLATE_MESSAGE}` };
  }
  return {
    file,
    line,
    column: col,
    message: `${file}:${line}:${col} is not YAML: ${error.message}`,
  };
}

function documentError(
  error: DocumentError,
  text: string,
  lineCounter: LineCounter,
  file: string,
): ScanError {
  const { line, col } = lineCounter.linePos(error.offset);
  // `replicas: {{ .Values.replicas }}` is YAML: a map with a map for a key.
  if (error.reason === 'key' && looksLikeTemplate(text)) {
    return { file, line, column: col, message: `${file} ${TEMPLATE_MESSAGE}` };
  }
  return {
    file,
    line,
    column: col,
    message: `${file}:${line}:${col} ${error.message}`,
  };
}

function crashError(error: unknown, options: ParseYamlOptions): ScanError {
  const { file } = options;
  return {
    file,
    message:
      error instanceof RangeError
        ? `${file} is nested deeper than ${options.maxDepth} levels and is not read (limit maxDepth)`
        : `${file} could not be parsed: ${error}`,
  };
}
