import type { Access, AccessPage } from '@contracts/accesses'
import type { Parts } from '../parts'
import { done, fail, type Result } from '../result'
import { ownApplication } from '../store/applications'
import { attachmentFrom, attachmentsOf } from '../store/attachments'
import type { Database } from '../store/database'
import { staffOffice } from '../store/staff'

/** What of the audit a family is told. Everything else, also looks for the child's protection, is not in the list. */
const told: Readonly<Record<string, Access['what']>> = {
  caseRead: 'file',
  numbersRead: 'numbers',
  photoRead: 'photo',
}

const pageLength = 20

/**
 * Who has looked at a family's own case, newest first: role and office, never a name.
 * @param page from 1
 * @returns `NOT_FOUND` for a foreign case
 */
export async function listAccesses(
  parts: Parts,
  accountId: string,
  id: string,
  page: number,
): Promise<Result<AccessPage>> {
  const row = await ownApplication(parts.db, accountId, id)
  if (!row) return fail('NOT_FOUND')
  const looks = await looksAt(parts.db, id, page)
  const papers = new Map(
    (await attachmentsOf(parts.db, id)).map((file) => [file.id, attachmentFrom(parts, file).paper]),
  )
  const accesses = looks.slice(0, pageLength).map(({ at, action, object_id, ...office }) => ({
    what: told[action] ?? 'file',
    paper: papers.get(object_id ?? ''),
    role: office.role,
    office: staffOffice(office),
    at: at.toISOString(),
  }))
  return done({ accesses, hasMore: looks.length > pageLength })
}

function looksAt(db: Database, id: string, page: number) {
  return db
    .selectFrom('audit')
    .innerJoin('staff', 'staff.id', 'audit.actor_id')
    .select(['audit.at', 'audit.action', 'audit.object_id'])
    .select(['staff.role', 'staff.division', 'staff.department'])
    .where('audit.application_id', '=', id)
    .where('audit.action', 'in', Object.keys(told))
    .orderBy('audit.sequence', 'desc')
    .limit(pageLength + 1)
    .offset((page - 1) * pageLength)
    .execute()
}
