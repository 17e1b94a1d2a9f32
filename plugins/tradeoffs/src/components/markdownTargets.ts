/** Where a link of a record leads, told by its target as written. */
export type MarkdownTarget =
  | { kind: 'record'; id: string }
  | { kind: 'url'; url: string }
  | { kind: 'none' };

/** What is known of the place that a record's Markdown was written for. */
export interface MarkdownContext {
  /** Where a person sees the record's file: relative targets start there. */
  fileUrl?: string;
  /** Links of the record that lead to other records. */
  links?: ReadonlyArray<{ target: string; recordId?: string }>;
}

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:'];
const IMAGE_PROTOCOLS = ['http:', 'https:'];

/**
 * Resolves the target of a link. Protocols other than http, https and mailto
 * lead nowhere, and so does a relative target of a record without a file: its
 * words stay, the link goes.
 */
export function linkTarget(
  target: string,
  context: MarkdownContext,
): MarkdownTarget {
  const [path] = target.split('#');
  const record = context.links?.find(
    link => link.recordId && link.target === path,
  );
  if (record?.recordId) {
    return { kind: 'record', id: record.recordId };
  }
  return resolved(target, context, LINK_PROTOCOLS);
}

/** Resolves the target of an image: http and https only. */
export function imageTarget(
  target: string,
  context: MarkdownContext,
): MarkdownTarget {
  return resolved(target, context, IMAGE_PROTOCOLS);
}

function resolved(
  target: string,
  { fileUrl }: MarkdownContext,
  protocols: string[],
): MarkdownTarget {
  if (target === '') {
    // What react-markdown emptied for its protocol, too: it must not lead to
    // the file itself.
    return { kind: 'none' };
  }
  try {
    const url = new URL(target, fileUrl);
    return protocols.includes(url.protocol)
      ? { kind: 'url', url: url.href }
      : { kind: 'none' };
  } catch {
    return { kind: 'none' };
  }
}
