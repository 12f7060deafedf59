/** The disk is full or the account's share of it: nothing was kept. */
export class StorageFull extends Error {
  constructor() {
    super('object store is full')
    this.name = 'StorageFull'
  }
}

/** The store did not answer or gave back something else than was put in. */
export class StoreAway extends Error {
  /** @param code what went wrong, for the log: an errno or one of our own words, never an address */
  constructor(readonly code?: string) {
    super('object store is away')
    this.name = 'StoreAway'
  }
}

/** The store answers and has no such object: a row that tells of one is wrong, the store is not away. */
export class ObjectMissing extends StoreAway {
  constructor() {
    super('MISSING')
    this.name = 'ObjectMissing'
  }
}

export interface StoredObject {
  key: string
  storedAt: Date
}

/**
 * Where ciphertexts of photos lie. Keys are made by `newObjectKey` and mean nothing. An object is written once: to
 * change it, write another one under a new key and let the row point there.
 */
export interface ObjectStore {
  /**
   * Returns once the bytes are on disk and read back equal. The same bytes under the same key again are no error.
   * @throws StorageFull; StoreAway, with code `EXISTS` when other bytes are there
   */
  put(key: string, bytes: Buffer): Promise<void>
  /** @throws ObjectMissing, StoreAway */
  get(key: string): Promise<Buffer>
  /** Removing what is gone already is no error. @throws StoreAway */
  remove(key: string): Promise<void>
  /** Every object with a key of ours, in the order of the keys' bytes. @throws StoreAway */
  list(): AsyncIterable<StoredObject>
  /** @throws StoreAway when nothing could be stored now */
  check(): Promise<void>
}
