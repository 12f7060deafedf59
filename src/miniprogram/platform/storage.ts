import Taro from '@tarojs/taro'
import { isFull } from './failure'

export type Stored = 'stored' | 'full' | 'failed'

/** Not personal data: see sealedStorage.ts for those. Both targets answer '' for a key that is not there. */
export function readStored(key: string): unknown {
  try {
    const value: unknown = Taro.getStorageSync(key)
    return value === '' ? undefined : value
  } catch {
    return undefined
  }
}

/** @param value anything JSON can carry */
export function writeStored(key: string, value: unknown): Stored {
  try {
    Taro.setStorageSync(key, value)
    return 'stored'
  } catch (error) {
    return isFull(error) ? 'full' : 'failed'
  }
}

/** @returns whether the key is gone now */
export function removeStored(key: string): boolean {
  try {
    Taro.removeStorageSync(key)
    return true
  } catch {
    return false
  }
}

/** Names of everything kept on this phone, for 我的 › 存在这台手机上的内容. */
export function storedKeys(): string[] {
  try {
    return [...Taro.getStorageInfoSync().keys]
  } catch {
    return []
  }
}
