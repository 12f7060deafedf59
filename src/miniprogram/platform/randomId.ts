import Taro from '@tarojs/taro'

const idBytes = 16

function fromBrowser(): Promise<Uint8Array> {
  return Promise.resolve(crypto.getRandomValues(new Uint8Array(idBytes)))
}

// Asynchronous in WeChat, and absent before base library 2.17.3.
function fromWechat(): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const giveUp = () => resolve(weakBytes())
    try {
      Taro.getUserCryptoManager().getRandomValues({
        length: idBytes,
        success: ({ randomValues }) =>
          randomValues?.byteLength === idBytes ? resolve(new Uint8Array(randomValues)) : giveUp(),
        fail: giveUp,
      })
    } catch {
      giveUp()
    }
  })
}

/** The ids must differ, not be secret: the API looks them up within one account only. */
function weakBytes(): Uint8Array {
  return Uint8Array.from({ length: idBytes }, () => Math.floor(Math.random() * 256))
}

const randomBytes = process.env.TARO_ENV === 'weapp' ? fromWechat : fromBrowser

const hex = (byte: number) => (byte + 0x100).toString(16).slice(1)

/** @returns a UUID of version 4 (RFC 9562), lower case: idempotency keys, draft and attachment ids */
export async function randomId(): Promise<string> {
  const bytes = Array.from(await randomBytes())
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const text = bytes.map(hex).join('')
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join(
    '-',
  )
}
