import { randomUUID } from 'node:crypto'
import type { AttachmentFields, StoredAttachment } from '@contracts/attachments'
import { recordAudit } from '../audit/record'
import { todayInWuhai } from '../clock'
import { sha256 } from '../crypto/tokens'
import { isDatabaseAway } from '../fault'
import type { Picture } from '../images/jobs'
import { reencodePhoto } from '../images/photo'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { hasAccount } from '../store/accounts'
import {
  attachmentByClientId,
  attachmentFrom,
  deleteUnattached,
  insertAttachment,
  ownAttachment,
  sealAttachment,
  type AttachmentRow,
} from '../store/attachments'
import type { CitizenSession } from '../store/citizenSessions'
import { inTransaction } from '../store/database'
import { newObjectKey } from '../store/objectKey'
import { photoPlace } from '../store/sealedColumns'
import { countUpload, uncountUpload, type Sent } from '../store/uploadDays'
import { noteOwnReads } from './ownReads'

export interface Upload extends AttachmentFields {
  bytes: Buffer
}

/**
 * Stores one photo. Sending it again under the same `clientId` gives the first answer and counts nothing; a refused
 * picture counts, or refusals would cost us work and nobody anything.
 * @returns the stored photo, `PHOTO_ALTERED` when it is not the one the phone says it sent, a refusal of the picture,
 * `UPLOAD_QUOTA`, `NOT_SIGNED_IN` when the account is gone, or `IDEMPOTENCY_KEY_REUSED` when the same `clientId` comes
 * with another picture or paper
 * @throws StorageFull, StoreAway, GateFull; nothing is kept then
 */
export async function storeAttachment(
  parts: Parts,
  accountId: string,
  upload: Upload,
  traceId: string,
): Promise<Result<StoredAttachment>> {
  const sourceHash = sha256(upload.bytes)
  const isAltered = upload.sentSha256 !== undefined && upload.sentSha256 !== sourceHash
  const earlier = await attachmentByClientId(parts.db, accountId, upload.clientId)
  if (earlier && !isAltered) return sameOrRefused(parts, earlier, upload, sourceHash)
  const sent: Sent = { accountId, day: todayInWuhai(parts.clock), bytes: upload.bytes.length }
  const { uploads: family, helperUploads: helper } = parts.limits
  if (!(await countUpload(parts.db, sent, { family, helper })))
    return fail((await hasAccount(parts.db, accountId)) ? 'UPLOAD_QUOTA' : 'NOT_SIGNED_IN')
  if (isAltered) return fail('PHOTO_ALTERED')
  try {
    const photo = await reencodePhoto(upload.bytes)
    return photo.ok ? await keep(parts, accountId, upload, sourceHash, photo.value, traceId) : photo
  } catch (error) {
    await uncountUpload(parts.db, sent).catch(() => undefined)
    throw error
  }
}

/** Object first, row second: a row never points to a photo that is not there. */
async function keep(
  parts: Parts,
  accountId: string,
  upload: Upload,
  sourceHash: string,
  { jpeg, width, height }: Picture,
  traceId: string,
): Promise<Result<StoredAttachment>> {
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
    return done(storedFrom(parts, row))
  }).catch((error: unknown) => forget(parts, objectKey, error))
  if (stored.ok) return stored
  // The same photo was sent twice at once and the other one won.
  await parts.objects.remove(objectKey).catch(() => undefined)
  const winner = await attachmentByClientId(parts.db, accountId, upload.clientId)
  return winner ? sameOrRefused(parts, winner, upload, sourceHash) : stored
}

/**
 * The transaction failed. Where the connection broke it may have been committed all the same: then the object stays, a
 * row may tell of it. One that no row tells of goes with the retention job.
 */
async function forget({ objects }: Parts, objectKey: string, error: unknown): Promise<never> {
  if (!isDatabaseAway(error)) await objects.remove(objectKey).catch(() => undefined)
  throw error
}

function sameOrRefused(
  parts: Parts,
  row: AttachmentRow,
  upload: Upload,
  sourceHash: string,
): Result<StoredAttachment> {
  const stored = storedFrom(parts, row)
  const isSame = row.source_sha256 === sourceHash && stored.paper === upload.paper
  return isSame ? done(stored) : fail('IDEMPOTENCY_KEY_REUSED')
}

const storedFrom = (parts: Parts, row: AttachmentRow): StoredAttachment => ({
  ...attachmentFrom(parts, row),
  sentSha256: row.source_sha256,
})

/** @returns the JPEG, or `NOT_FOUND` when it is missing or another family's. @throws StoreAway */
export async function readAttachment(
  parts: Parts,
  session: CitizenSession,
  id: string,
  traceId: string,
): Promise<Result<Buffer>> {
  const row = await ownAttachment(parts.db, session.accountId, id)
  if (!row) return fail('NOT_FOUND')
  await noteOwnReads(parts, session, [row.application_id], traceId)
  return done(await photoOf(parts, row))
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
  // Gone for everybody with its row; an object that cannot be removed now goes with the retention job.
  if (removed.ok) await parts.objects.remove(row.object_key).catch(() => undefined)
  return removed
}
