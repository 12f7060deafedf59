/**
 * What outlives the program: sealed records, photos. It can be full, slow, and die: from then on nothing that was asked
 * of it happens, and nobody hears an answer, until the program is opened again.
 */
export const disk = {
  kept: new Map<string, string>(),
  photos: new Set<string>(),
  /** Keys in the order in which they were written. */
  written: [] as string[],
  isFull: false,
  /** Keys that cannot be opened now. */
  locked: new Set<string>(),
  /** Milliseconds an effect takes. */
  takes: 0,
  /** Effects until the phone dies. */
  left: Infinity,
  /** Grows with every start: what an earlier life has asked for does not happen in a later one. */
  life: 0,
  /** The phone is switched on: what it keeps is there. */
  wake() {
    disk.life += 1
    disk.left = Infinity
  },
  reset() {
    disk.wake()
    disk.kept.clear()
    disk.photos.clear()
    disk.written = []
    disk.isFull = false
    disk.locked.clear()
    disk.takes = 0
  },
}

const never = new Promise<never>(() => undefined)

/** Does what is asked of the phone, unless it is dead. */
function effect<Answer>(act: () => Answer): Promise<Answer> {
  if (disk.left <= 0) return never
  if (disk.takes === 0) return Promise.resolve(once(act))
  const { life } = disk
  const isAlive = () => disk.left > 0 && disk.life === life
  return new Promise((resolve) => setTimeout(() => (isAlive() ? resolve(once(act)) : undefined), disk.takes))
}

function once<Answer>(act: () => Answer): Answer {
  disk.left -= 1
  return act()
}

export const sealedStorage = {
  readSealed: (key: string): Promise<unknown> => {
    const text = disk.locked.has(key) ? undefined : disk.kept.get(key)
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text))
  },
  writeSealed: (key: string, value: unknown) => {
    // As it is at the call: the platform gets a text, not an object that changes.
    const text = JSON.stringify(value)
    return effect(() => {
      if (disk.isFull) return 'full' as const
      disk.written.push(key)
      disk.kept.set(key, text)
      return 'stored' as const
    })
  },
}

export const storage = {
  readStored: (key: string): unknown => disk.kept.get(key),
  writeStored: () => 'stored' as const,
  removeStored: (key: string) => {
    if (disk.left <= 0) return false
    disk.left -= 1
    return disk.kept.delete(key)
  },
  storedKeys: () => Array.from(disk.kept.keys()),
}

export const photos = {
  /** On this phone every photo is old. */
  photosKeptBefore: () => Promise.resolve(Array.from(disk.photos)),
  removePhoto: (ref: string) => effect(() => void disk.photos.delete(ref)),
}
