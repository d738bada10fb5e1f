import { spawnSync } from 'node:child_process';

/** Converts what `proGallery.getGallery()` gave into the items that `$w('#gallery').items` takes. */
export function toGalleryItems(gallery) {
  const { status, stdout, stderr, error } = spawnSync(
    'gallery-lens',
    ['convert', '--from', 'velo', '--order', 'sort-order'],
    { input: JSON.stringify(gallery), encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (error) throw error; // there is no such command
  if (status === null || status > 1) throw new Error(stderr); // nothing could be read or written
  const items = JSON.parse(stdout);
  if (!Array.isArray(items)) throw new Error(stderr); // not a gallery: null is not a list of items
  return { items, complete: status === 0, account: stderr };
}
