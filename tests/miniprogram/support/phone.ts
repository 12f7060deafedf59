import { useEffect, useRef } from 'react'

/**
 * The phone under the pages of this room: what it keeps, where it was sent, what it asked of the network.
 * Filled by the mocks of `@/platform/*` that a test declares.
 */
export const phone = {
  moves: [] as string[],
  /** With what the last page was opened. */
  asked: {} as Record<string, string>,
  scrolledTo: undefined as string | undefined,
  kept: new Map<string, unknown>(),
  isFull: false,
  reset() {
    phone.moves = []
    phone.asked = {}
    phone.scrolledTo = undefined
    query.current = {}
    phone.kept.clear()
    phone.isFull = false
  },
}

/** The query of the page that opens next. */
export const query = { current: {} as Record<string, string> }

const noting = (how: string) =>
  jest.fn((page: string, asked: Record<string, string> = {}) => {
    phone.moves.push(`${how} ${page}`)
    phone.asked = asked
    return Promise.resolve('moved')
  })

export const navigation = {
  open: noting('open'),
  replace: noting('replace'),
  back: noting('back'),
  switchTab: noting('tab'),
  queryOfPage: () => query.current,
}

export const pageTools = {
  scrollToId: (id: string) => {
    phone.scrolledTo = id
  },
}

export const sealedStorage = {
  readSealed: (key: string) => Promise.resolve(phone.kept.get(key)),
  writeSealed: (key: string, value: unknown) => {
    if (phone.isFull) return Promise.resolve('full')
    phone.kept.set(key, value)
    return Promise.resolve('stored')
  },
}

export const storage = {
  readStored: (key: string) => phone.kept.get(key),
  writeStored: (key: string, value: unknown) => {
    phone.kept.set(key, value)
    return 'stored'
  },
  removeStored: (key: string) => {
    phone.kept.delete(key)
    return true
  },
  storedKeys: () => Array.from(phone.kept.keys()),
}

/** Any call to the network is a fault here, so there is nothing to answer. */
export const network = { request: jest.fn(), upload: jest.fn() }

function useOnce(act: () => void): void {
  const first = useRef(act)
  useEffect(() => first.current(), [])
}

/** The page is loaded and shown once, when it is rendered. */
export const lifecycle = {
  useDidShow: (show: () => void) => useOnce(show),
  useLoad: (load: (query: object) => void) => useOnce(() => load({})),
  useDidHide: () => undefined,
  useReady: (ready: () => void) => useOnce(ready),
}
