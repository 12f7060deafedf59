import { totpCode, totpStep } from '@server/crypto/totp'

/** What an authenticator app shows for a secret that was typed into it. @param now the phone's clock */
export function codeNow(secret: string, now = new Date()): string {
  return totpCode(fromBase32(secret), totpStep(now))
}

function fromBase32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(text, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
