import Taro from '@tarojs/taro'
import { readSealedInBrowser, writeSealedInBrowser } from './browserSeal'
import { isFull } from './failure'
import { type Stored } from './storage'

// WeChat encrypts by itself (AES-128) when both writer and reader ask for it, from base library 2.21.3 on.
async function writeInWechat(key: string, text: string): Promise<Stored> {
  try {
    await Taro.setStorage({ key, data: text, encrypt: true })
    return 'stored'
  } catch (error) {
    return isFull(error) ? 'full' : 'failed'
  }
}

async function readInWechat(key: string): Promise<string | undefined> {
  try {
    const { data } = await Taro.getStorage<unknown>({ key, encrypt: true })
    return typeof data === 'string' && data !== '' ? data : undefined
  } catch {
    return undefined
  }
}

const writeText = process.env.TARO_ENV === 'weapp' ? writeInWechat : writeSealedInBrowser
const readText = process.env.TARO_ENV === 'weapp' ? readInWechat : readSealedInBrowser

/**
 * Keeps a value encrypted on the phone: drafts and the session. WeChat takes at most 0.7 MB a key and 7.1 MB in all.
 * Remove it with `removeStored`.
 * @param value anything JSON can carry
 */
export function writeSealed(key: string, value: unknown): Promise<Stored> {
  return writeText(key, JSON.stringify(value))
}

/** @returns what {@link writeSealed} kept, or undefined when there is nothing or it cannot be opened any more */
export async function readSealed(key: string): Promise<unknown> {
  const text = await readText(key)
  if (text === undefined) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
