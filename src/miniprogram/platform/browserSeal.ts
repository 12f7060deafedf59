import { readRow, writeRow } from './browserDatabase'
import { isFull } from './failure'
import { readStored, writeStored, type Stored } from './storage'

// H5 only. The key cannot be taken out of the browser, so a copy of localStorage alone tells nothing.
const keyName = 'draft'
const algorithm = { name: 'AES-GCM', length: 256 }
const ivBytes = 12

interface Sealed {
  iv: string
  text: string
}

function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false
  const { iv, text } = value as Record<string, unknown>
  return typeof iv === 'string' && typeof text === 'string'
}

async function key(): Promise<CryptoKey> {
  const kept = await readRow('keys', keyName)
  if (kept instanceof CryptoKey) return kept
  const made = await crypto.subtle.generateKey(algorithm, false, ['encrypt', 'decrypt'])
  await writeRow('keys', keyName, made)
  return made
}

const toBase64 = (bytes: Uint8Array) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))

// Browsers give no cipher to a page that came over plain http from another machine. Such a page exists in a
// demonstration on the local network only; there a draft in clear text is better than a lost one.
const hasCipher = () => typeof crypto !== 'undefined' && crypto.subtle !== undefined

/** Encrypts (AES-256-GCM) and keeps a text under the name. */
export async function writeSealedInBrowser(name: string, text: string): Promise<Stored> {
  if (!hasCipher()) return writeStored(name, text)
  try {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
    const plain = new TextEncoder().encode(text)
    const bytes = await crypto.subtle.encrypt({ name: algorithm.name, iv }, await key(), plain)
    return writeStored(name, { iv: toBase64(iv), text: toBase64(new Uint8Array(bytes)) })
  } catch (error) {
    return isFull(error) ? 'full' : 'failed'
  }
}

/** @returns the text, or undefined when there is none or it was sealed with a key that is gone */
export async function readSealedInBrowser(name: string): Promise<string | undefined> {
  const value = readStored(name)
  if (typeof value === 'string') return value
  if (!isSealed(value) || !hasCipher()) return undefined
  try {
    const iv = fromBase64(value.iv)
    const bytes = await crypto.subtle.decrypt(
      { name: algorithm.name, iv },
      await key(),
      fromBase64(value.text),
    )
    return new TextDecoder().decode(bytes)
  } catch {
    return undefined
  }
}
