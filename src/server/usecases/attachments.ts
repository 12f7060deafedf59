import { randomUUID } from 'node:crypto'
import type { Attachment, AttachmentFields } from '@contracts/attachments'
import { recordAudit } from '../audit/record'
import { days, later } from '../clock'
import { sha256 } from '../crypto/tokens'
import { reencodePhoto, type StoredPhoto } from '../images/photo'
import type { Parts } from '../parts'
import { done, fail, type Failure, type Result } from '../result'
import {
  attachmentByClientId,
  attachmentFrom,
  deleteUnattached,
  insertAttachment,
  ownAttachment,
  sealAttachment,
  uploadsSince,
  type AttachmentRow,
} from '../store/attachments'
import { inTransaction } from '../store/database'
import { newObjectKey } from '../store/objectKey'
import { photoPlace } from '../store/sealedColumns'

export interface Upload extends AttachmentFields {
  bytes: Buffer
}

/**
 * Stores one photo. Sending it again under the same `clientId` gives the first answer.
 * @returns the stored photo, a refusal of the picture, `UPLOAD_QUOTA`, or `IDEMPOTENCY_KEY_REUSED` when the same
 * `clientId` comes with another picture or paper
 * @throws StorageFull, StoreAway, GateFull; nothing is kept then
 */
export async function storeAttachment(
  parts: Parts,
  accountId: string,
  upload: Upload,
  traceId: string,
): Promise<Result<Attachment>> {
  const sourceHash = sha256(upload.bytes)
  const earlier = await attachmentByClientId(parts.db, accountId, upload.clientId)
  if (earlier) return sameOrRefused(parts, earlier, upload, sourceHash)
  const overQuota = await refuseOverQuota(parts, accountId, upload.bytes.length)
  if (overQuota) return overQuota
  const photo = await reencodePhoto(upload.bytes)
  if (!photo.ok) return photo
  return keep(parts, accountId, upload, sourceHash, photo.value, traceId)
}

/** Object first, row second: a row never points to a photo that is not there. */
async function keep(
  parts: Parts,
  accountId: string,
  upload: Upload,
  sourceHash: string,
  { jpeg, width, height }: StoredPhoto,
  traceId: string,
): Promise<Result<Attachment>> {
  const [id, objectKey] = [randomUUID(), newObjectKey()]
  await parts.objects.put(objectKey, parts.envelope.seal(jpeg, photoPlace(id)))
  const stored = await inTransaction(parts.db, async (tx) => {
    const row = await insertAttachment(tx, {
      id,
      account_id: accountId,
      client_id: upload.clientId,
      source_sha256: sourceHash,
      sha256: sha256(jpeg),
      source_bytes: upload.bytes.length,
      bytes: jpeg.length,
      width,
      height,
      object_key: objectKey,
      object_sealed_with: parts.envelope.header.toString('hex'),
      sealed: sealAttachment(parts, id, { paper: upload.paper }),
      application_id: null,
      event_sequence: null,
      created_at: parts.clock(),
    })
    if (!row) return fail('IDEMPOTENCY_KEY_REUSED')
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'attachmentStored',
      object: { kind: 'attachment', id },
      traceId,
    })
    return done(attachmentFrom(parts, row))
  }).catch((error: unknown) => forget(parts, objectKey, error))
  if (stored.ok) return stored
  // The same photo was sent twice at once and the other one won.
  await parts.objects.remove(objectKey)
  const winner = await attachmentByClientId(parts.db, accountId, upload.clientId)
  return winner ? sameOrRefused(parts, winner, upload, sourceHash) : stored
}

async function forget({ objects }: Parts, objectKey: string, error: unknown): Promise<never> {
  await objects.remove(objectKey).catch(() => undefined)
  throw error
}

function sameOrRefused(
  parts: Parts,
  row: AttachmentRow,
  upload: Upload,
  sourceHash: string,
): Result<Attachment> {
  const attachment = attachmentFrom(parts, row)
  const isSame = row.source_sha256 === sourceHash && attachment.paper === upload.paper
  return isSame ? done(attachment) : fail('IDEMPOTENCY_KEY_REUSED')
}

async function refuseOverQuota(parts: Parts, accountId: string, bytes: number): Promise<Failure | undefined> {
  const { perDay, bytesPerDay } = parts.limits.uploads
  const sent = await uploadsSince(parts.db, accountId, later(parts.clock(), -days(1)))
  return sent.count + 1 > perDay || sent.bytes + bytes > bytesPerDay ? fail('UPLOAD_QUOTA') : undefined
}

/** @returns the JPEG, or `NOT_FOUND` when it is missing or another family's. @throws StoreAway */
export async function readAttachment(parts: Parts, accountId: string, id: string): Promise<Result<Buffer>> {
  const row = await ownAttachment(parts.db, accountId, id)
  return row ? done(await photoOf(parts, row)) : fail('NOT_FOUND')
}

/** @throws StoreAway, SealBroken when the object is not the one the row tells of */
export async function photoOf({ objects, envelope }: Parts, row: AttachmentRow): Promise<Buffer> {
  return envelope.open(await objects.get(row.object_key), photoPlace(row.id))
}

/** Removes a photo that belongs to no application yet, row and object. */
export async function deleteAttachment(
  parts: Parts,
  accountId: string,
  id: string,
  traceId: string,
): Promise<Result<undefined>> {
  const row = await ownAttachment(parts.db, accountId, id)
  if (!row) return fail('NOT_FOUND')
  const removed = await inTransaction(parts.db, async (tx) => {
    // Asked again in the statement: the application may be submitted at this moment.
    if (!(await deleteUnattached(tx, accountId, id))) return fail('ATTACHMENT_IN_USE')
    await recordAudit(parts, tx, {
      actor: { kind: 'citizen', id: accountId },
      action: 'attachmentDeleted',
      object: { kind: 'attachment', id },
      traceId,
    })
    return done(undefined)
  })
  if (removed.ok) await parts.objects.remove(row.object_key)
  return removed
}
