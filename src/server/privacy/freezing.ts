import { isPaperId } from '@domain/services/papers'
import { paperOf } from '@domain/services/paperCatalogue'
import type { Parts } from '../parts'
import { attachmentFrom, attachmentsOf } from '../store/attachments'
import type { Tx } from '../store/database'

/**
 * From now on the case is stored and nothing else: no list, page, message or copy has it, for the family and for
 * staff alike. What waited to be sent is not sent. Source: PIPL 47 (storage and security only).
 */
export async function freezeCase({ clock }: Pick<Parts, 'clock'>, tx: Tx, id: string): Promise<void> {
  const now = clock()
  await tx
    .updateTable('application')
    .set({ frozen_at: now })
    .where('id', '=', id)
    .where('frozen_at', 'is', null)
    .execute()
  await tx
    .updateTable('attachment')
    .set({ frozen_at: now })
    .where('application_id', '=', id)
    .where('frozen_at', 'is', null)
    .execute()
  await tx
    .updateTable('outbox')
    .set({ done_at: now })
    .where('application_id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}

/** The photos of documents about somebody's health: nobody sees them any more, the case goes on without them. */
export async function freezeHealthPhotos(parts: Parts, tx: Tx, applicationId: string): Promise<void> {
  const photos = await attachmentsOf(tx, applicationId)
  const ids = photos.filter((row) => isAboutHealth(attachmentFrom(parts, row).paper)).map(({ id }) => id)
  if (ids.length === 0) return
  await tx.updateTable('attachment').set({ frozen_at: parts.clock() }).where('id', 'in', ids).execute()
}

const isAboutHealth = (paper: string) => isPaperId(paper) && paperOf(paper).health
