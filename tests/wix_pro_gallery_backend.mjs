// wix-pro-gallery-backend in memory; the call of number failing.at fails.
export const failing = { at: 0, calls: 0 };
export const galleries = new Map();
let ids = 0;
function count() { if (++failing.calls === failing.at) throw new Error('no connection'); }
function list(galleryId) {
  if (!galleries.has(galleryId)) throw new Error('no gallery ' + galleryId);
  return galleries.get(galleryId).items;
}
function check(items, item) {
  if (items.some((each) => each !== item && each.sortOrder === item.sortOrder)) throw new Error('equal sort orders');
}
export const proGallery = {
  async listGalleryItems(galleryId, { itemLimit, itemOffset }) {
    if (!(itemLimit <= 100)) throw new Error('too many');
    const items = [...list(galleryId)].sort((a, b) => a.sortOrder - b.sortOrder);
    return { items: items.slice(itemOffset, itemOffset + 2) };
  },
  async listGalleries({ offset }) { return { galleries: [...galleries.values()].slice(offset, offset + 1) }; },
  async createGallery({ gallery }) {
    count();
    const made = { _id: `g${++ids}`, ...structuredClone(gallery) };
    galleries.set(made._id, made);
    return made;
  },
  async updateGallery(galleryId, gallery) { count(); Object.assign(galleries.get(galleryId), gallery); },
  async deleteGallery(galleryId) { count(); if (!galleries.delete(galleryId)) throw new Error('no gallery'); },
  async createGalleryItem(galleryId, item) {
    count();
    if ('_id' in item || 'type' in item) throw new Error('read-only fields');
    check(list(galleryId), item);
    list(galleryId).push({ _id: `made-${++ids}`, ...structuredClone(item) });
  },
  async updateGalleryItem({ galleryId, itemId }, fields) {
    count();
    const item = list(galleryId).find((each) => each._id === itemId);
    check(list(galleryId), { ...item, ...fields, sortOrder: fields.sortOrder ?? NaN });
    for (const [key, value] of Object.entries(fields)) value === null ? delete item[key] : (item[key] = value);
  },
  async deleteGalleryItem({ galleryId, itemId }) {
    count();
    const index = list(galleryId).findIndex((each) => each._id === itemId);
    if (index < 0) throw new Error('no item ' + itemId);
    list(galleryId).splice(index, 1);
  },
};
