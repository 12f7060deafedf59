// H5 only: IndexedDB keeps what localStorage cannot, photos and a key that never leaves the browser.
const name = 'child-support'
const version = 1
const rooms = ['photos', 'keys'] as const

export type BrowserRoom = (typeof rooms)[number]

let opened: Promise<IDBDatabase> | undefined

function settle<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'))
  })
}

function database(): Promise<IDBDatabase> {
  if (!opened) {
    const request = indexedDB.open(name, version)
    request.onupgradeneeded = () => rooms.forEach((room) => request.result.createObjectStore(room))
    opened = settle(request)
    // A private window may refuse once and allow later.
    opened.catch(() => (opened = undefined))
  }
  return opened
}

/** @throws when the browser keeps no database (private windows of some browsers) */
export async function readRow(room: BrowserRoom, key: string): Promise<unknown> {
  const store = (await database()).transaction(room, 'readonly').objectStore(room)
  return settle<unknown>(store.get(key))
}

/**
 * Resolves when the transaction is complete, not when the request is: only then the row outlives a crash.
 * @throws QuotaExceededError when the browser's room is used up
 */
export async function writeRow(room: BrowserRoom, key: string, value: unknown): Promise<void> {
  const transaction = (await database()).transaction(room, 'readwrite')
  transaction.objectStore(room).put(value, key)
  await finished(transaction)
}

export async function removeRow(room: BrowserRoom, key: string): Promise<void> {
  const transaction = (await database()).transaction(room, 'readwrite')
  transaction.objectStore(room).delete(key)
  await finished(transaction)
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('IndexedDB'))
  })
}
