import { readRow, removeRow } from './browserDatabase'
import { viewInBrowser } from './browserViewer'
import { type PhotoDesk } from './photos'

/** One address a photo: each call would otherwise hold its own copy in memory. */
const addressesOf = new Map<string, string>()

/** Photos in a browser. A ref is the key of a picture in IndexedDB. */
export const browserPhotos: PhotoDesk = {
  async path(ref) {
    const known = addressesOf.get(ref)
    if (known) return known
    const blob = await readRow('photos', ref).catch(() => undefined)
    if (!(blob instanceof Blob)) return undefined
    const address = URL.createObjectURL(blob)
    addressesOf.set(ref, address)
    return address
  },

  async remove(ref) {
    const address = addressesOf.get(ref)
    if (address) URL.revokeObjectURL(address)
    addressesOf.delete(ref)
    await removeRow('photos', ref).catch(() => undefined)
  },

  keptBefore: () => Promise.resolve([]),

  look: viewInBrowser,
}
