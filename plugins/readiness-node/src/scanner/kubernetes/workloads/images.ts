/**
 * Whether an image reference names one version: by a digest, or by a tag other
 * than `latest`.
 */
export function isPinned(image: string): boolean {
  if (image.includes('@')) {
    return true;
  }
  // A colon before the last slash belongs to a registry's port.
  const name = image.slice(image.lastIndexOf('/') + 1);
  const colon = name.indexOf(':');
  return colon >= 0 && !['', 'latest'].includes(name.slice(colon + 1));
}
