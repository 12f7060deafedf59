import Taro from '@tarojs/taro'
import { readRow } from './browserDatabase'

function readInWechat(ref: string): Promise<Uint8Array | undefined> {
  return new Promise((resolve) =>
    Taro.getFileSystemManager().readFile({
      filePath: ref,
      success: ({ data }) => resolve(typeof data === 'string' ? undefined : new Uint8Array(data)),
      fail: () => resolve(undefined),
    }),
  )
}

// Not `blob.arrayBuffer()`: Safari has it from version 14 on.
async function readInBrowser(ref: string): Promise<Uint8Array | undefined> {
  const blob = await readRow('photos', ref).catch(() => undefined)
  if (!(blob instanceof Blob)) return undefined
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer))
    reader.onerror = () => resolve(undefined)
    reader.readAsArrayBuffer(blob)
  })
}

/**
 * The bytes of a kept photo, as they will be sent.
 * @returns undefined when the phone has thrown the file away
 */
export const photoBytes: (ref: string) => Promise<Uint8Array | undefined> =
  process.env.TARO_ENV === 'weapp' ? readInWechat : readInBrowser
