/** The disk is full or the account's share of it: nothing was kept. */
export class StorageFull extends Error {
  constructor() {
    super('object store is full')
    this.name = 'StorageFull'
  }
}

/** The store did not answer or gave back something else than was put in. */
export class StoreAway extends Error {
  constructor(readonly code?: string) {
    super('object store is away')
    this.name = 'StoreAway'
  }
}

/** Where ciphertexts of photos lie. Keys are made by {@link newObjectKey} and mean nothing. */
export interface ObjectStore {
  /** Returns once the bytes are on disk and read back equal. @throws StorageFull, StoreAway */
  put(key: string, bytes: Buffer): Promise<void>
  /** @throws StoreAway, also when the object is missing: a row says that it exists */
  get(key: string): Promise<Buffer>
  /** Removing what is gone already is no error. @throws StoreAway */
  remove(key: string): Promise<void>
  /** @throws StoreAway when nothing could be stored now */
  check(): Promise<void>
}
