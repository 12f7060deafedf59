import { textOf, type Host, type Outcome, type WxOptions, type WxPart } from './host'

const largestKey = 1024 * 1024
const largestAll = 10 * 1024 * 1024
// AES and its coding make the text longer, so less fits (wx.setStorage).
const encryptedGrowth = 1.4

interface Entry {
  json: string
  encrypted: boolean
}

/** The phone's storage for this mini program. It outlives the process. */
export class Storage {
  private readonly entries = new Map<string, Entry>()
  /** True: every write fails, as on a full phone. */
  full = false

  get keys(): string[] {
    return [...this.entries.keys()]
  }

  /** What lies under a key, parsed. For assertions. */
  read(key: string): unknown {
    const entry = this.entries.get(key)
    return entry && JSON.parse(entry.json)
  }

  isEncrypted(key: string): boolean {
    return this.entries.get(key)?.encrypted === true
  }

  clear(): void {
    this.entries.clear()
  }

  get bytes(): number {
    return [...this.entries.values()].reduce((sum, entry) => sum + size(entry), 0)
  }

  set(key: string, value: unknown, encrypted: boolean): Outcome {
    const json = JSON.stringify(value)
    if (key === '' || json === undefined) return { fail: 'parameter error: parameter.key or data is empty' }
    if (this.full) return { fail: 'no space left on device' }
    const entry = { json, encrypted }
    if (size(entry) > largestKey) return { fail: 'entry size limit reached' }
    const old = this.entries.get(key)
    if (this.bytes - (old ? size(old) : 0) + size(entry) > largestAll)
      return { fail: 'storage limit reached' }
    this.entries.set(key, entry)
    return { ok: {} }
  }

  get(key: string, encrypted: boolean): Entry | undefined {
    const entry = this.entries.get(key)
    return entry?.encrypted === encrypted ? entry : undefined
  }

  remove(key: string): void {
    this.entries.delete(key)
  }
}

const size = ({ json, encrypted }: Entry) =>
  Math.ceil(Buffer.byteLength(json) * (encrypted ? encryptedGrowth : 1))

/** wx's storage functions. Encrypted entries exist for the asynchronous ones only, and only when asked for so. */
export function storageApi(host: Host, storage: Storage): WxPart {
  const info = () => ({
    keys: storage.keys,
    currentSize: Math.ceil(storage.bytes / 1024),
    limitSize: largestAll / 1024,
  })
  const done = (name: string, options: WxOptions, act: () => void) => {
    act()
    host.answer(name, options, { ok: {} })
  }
  return {
    setStorage: (options: WxOptions) =>
      host.answer(
        'setStorage',
        options,
        storage.set(textOf(options.key), options.data, options.encrypt === true),
      ),
    getStorage(options: WxOptions) {
      const entry = storage.get(textOf(options.key), options.encrypt === true)
      const data = entry && host.realm.parse(entry.json)
      host.answer('getStorage', options, entry ? { ok: { data } } : { fail: 'data not found' })
    },
    removeStorage: (options: WxOptions) =>
      done('removeStorage', options, () => storage.remove(textOf(options.key))),
    clearStorage: (options: WxOptions = {}) => done('clearStorage', options, () => storage.clear()),
    getStorageInfo: (options: WxOptions = {}) => host.answer('getStorageInfo', options, { ok: info() }),
    setStorageSync(key: unknown, data: unknown) {
      const outcome = storage.set(textOf(key), data, false)
      if ('fail' in outcome) throw new Error(`setStorageSync:fail ${outcome.fail}`)
    },
    getStorageSync(key: unknown) {
      const entry = storage.get(textOf(key), false)
      return entry ? host.realm.parse(entry.json) : ''
    },
    removeStorageSync: (key: unknown) => storage.remove(textOf(key)),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => host.realm.copy(info()),
  }
}
