import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { bagOf, textOf, type WxOptions } from './host'

export const nothing = new Uint8Array()
const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))

/** What wx.request sends for its `data`. */
export function bodyOf(data: unknown): Uint8Array {
  if (data === undefined || data === null) return nothing
  if (typeof data === 'string') return utf8(data)
  // Buffers of the realm are no instance of this realm's ArrayBuffer.
  if (Object.prototype.toString.call(data) === '[object ArrayBuffer]')
    return new Uint8Array(data as ArrayBuffer)
  return utf8(JSON.stringify(data))
}

export function withQuery(url: string, data: unknown): string {
  const pairs = Object.entries(bagOf(data)).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
  )
  return pairs.length === 0 ? url : `${url}${url.includes('?') ? '&' : '?'}${pairs.join('&')}`
}

/** The form of wx.uploadFile: its fields, then the file at `place`. */
export function multipart(options: WxOptions, place: string): { type: string; body: Uint8Array } {
  const boundary = `----WxMiniProgram${randomBytes(12).toString('hex')}`
  const field = (name: string, more = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n`
  const fields = Object.entries(bagOf(options.formData)).map(
    ([name, value]) => `${field(name)}\r\n${String(value)}\r\n`,
  )
  const fileName = basename(textOf(options.filePath))
  const type = /\.png$/i.test(fileName) ? 'image/png' : 'image/jpeg'
  const file = `${field(textOf(options.name), `; filename="${fileName}"`)}Content-Type: ${type}\r\n\r\n`
  const parts = [fields.join(''), file, readFileSync(place), `\r\n--${boundary}--\r\n`]
  const body = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part)),
  )
  return { type: `multipart/form-data; boundary=${boundary}`, body: new Uint8Array(body) }
}
