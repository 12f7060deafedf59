import { fileTypeFromBuffer } from 'file-type/core'
import type { ErrorCode } from '@contracts/errors'

/** What the content really is → why it cannot be taken. */
const refusals: Record<string, ErrorCode> = {
  'image/heic': 'PHOTO_HEIC',
  'image/heif': 'PHOTO_HEIC',
  'image/heic-sequence': 'PHOTO_HEIC',
  'image/heif-sequence': 'PHOTO_HEIC',
  'image/gif': 'PHOTO_ANIMATED',
  'image/apng': 'PHOTO_ANIMATED',
  'application/pdf': 'FILE_NOT_PHOTO',
}
const photoTypes = new Set(['image/jpeg', 'image/png'])

/**
 * The content allow-list. Declared types and file names are never read; the decoder itself would accept SVG.
 * @returns undefined for JPEG and PNG, else the refusal that tells what to do
 * Source: threats §4.
 */
export async function refusalOf(bytes: Buffer): Promise<ErrorCode | undefined> {
  if (bytes.length === 0) return 'PHOTO_EMPTY'
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!type) return 'NOT_A_PHOTO'
  if (photoTypes.has(type.mime)) return undefined
  return refusals[type.mime] ?? (type.mime.startsWith('image/') ? 'PHOTO_FORMAT' : 'FILE_NOT_PHOTO')
}
