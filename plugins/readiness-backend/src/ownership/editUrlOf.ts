import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_LOCATION,
} from '@backstage/catalog-model';

/**
 * Where the file of an entity is edited: what the catalog says, else the place
 * that the entity was read from, where that is an address. Nothing else is
 * followed from a browser.
 */
export function editUrlOf(
  annotations: Readonly<Record<string, string>>,
): string | undefined {
  const stated = annotations[ANNOTATION_EDIT_URL];
  if (stated !== undefined && isWeb(stated)) {
    return stated;
  }
  const location = annotations[ANNOTATION_LOCATION]?.replace(/^url:/, '');
  return location !== undefined && isWeb(location) ? location : undefined;
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
