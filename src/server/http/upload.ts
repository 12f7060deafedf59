import '@fastify/multipart'
import { photoLimits } from '@domain/photos/limits'
import type { FastifyRequest } from 'fastify'
import type { ZodMiniType } from 'zod/mini'
import { done, fail, type Result } from '../result'
import { parse } from './parse'

/** Room for the few fields beside the photo. */
export const uploadLimits = {
  fields: 8,
  fieldSize: 200,
  fieldNameSize: 40,
  fileSize: photoLimits.maxBytes,
  parts: 12,
}

const smallest = 64 * 1024

/**
 * Reads one multipart upload: the fields of the contract and one file, in any order. Names and declared types of the
 * file are never looked at.
 * @returns the fields and the bytes, or `UNSUPPORTED_MEDIA_TYPE`, `TOO_MANY_FILES`, `PHOTO_TOO_LARGE`,
 * `INVALID_FIELD`; never more than the limit is held in memory
 */
export async function readUpload(
  request: FastifyRequest,
  schema: ZodMiniType,
): Promise<Result<{ fields: unknown; bytes: Buffer }>> {
  if (!request.isMultipart()) return fail('UNSUPPORTED_MEDIA_TYPE')
  const fields: Record<string, unknown> = {}
  let bytes: Buffer | undefined
  for await (const part of request.parts({ limits: uploadLimits })) {
    if (part.type === 'field') {
      // A name given twice is no field of the contract.
      fields[part.fieldname] = part.fieldname in fields ? undefined : part.value
      continue
    }
    // `request.file()` would answer 200 and drop the second file silently.
    if (bytes) return fail('TOO_MANY_FILES')
    bytes = await collect(part.file, Number(request.headers['content-length'] ?? 0))
    if (part.file.truncated) return fail('PHOTO_TOO_LARGE')
  }
  if (!bytes) return fail('INVALID_FIELD', 'file')
  const parsed = parse(schema, fields)
  return parsed.ok ? done({ fields: parsed.value, bytes }) : parsed
}

/** @param announced length of the whole request: room made once, since joining pieces would take twice the memory */
async function collect(stream: AsyncIterable<unknown>, announced: number): Promise<Buffer> {
  let room = Buffer.allocUnsafeSlow(Math.min(Math.max(announced, smallest), uploadLimits.fileSize))
  let used = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (used + chunk.length > room.length)
      room = Buffer.concat(
        [room.subarray(0, used)],
        Math.min(2 * (used + chunk.length), uploadLimits.fileSize),
      )
    used += chunk.copy(room, used)
  }
  return room.subarray(0, used)
}
