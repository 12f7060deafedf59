import { randomUUID } from 'node:crypto'
import { affectedBy } from '@server/audit/affected'
import { linkHash, noHash } from '@server/audit/chain'
import { auditKeys, currentAuditKey } from '@server/audit/keys'
import { verifyAudit } from '@server/audit/verify'
import { createEnvelope } from '@server/crypto/envelope'
import { generateKeyring, parseKeyring } from '@server/crypto/keyring'
import { migrate, openPatientDatabase, type Database } from '@server/store/database'
import { startTestDatabase } from '../../tests/server/support/testDatabase'
import { type Figure } from './figures'

const rows = 1_000_000
const batch = 4_000
const staff = Array.from({ length: 60 }, () => randomUUID())
const families = Array.from({ length: 20_000 }, () => ({
  applicationId: randomUUID(),
  accountId: randomUUID(),
}))
/** Law-and-rules L13: who was affected is known within ten minutes. */
const mostSeconds = 600

/** Following a million rows from link to link, and who was affected by one person among them. */
export async function auditFigures(): Promise<Figure[]> {
  const database = await startTestDatabase()
  const connection = { connectionString: database.url }
  await migrate(connection)
  const db = openPatientDatabase(connection)
  try {
    const parsed = parseKeyring(generateKeyring())
    if (!parsed.ok) throw new Error(parsed.fault)
    const parts = { db, envelope: createEnvelope(parsed.keyring) }
    await fill(parts)
    const keys = await auditKeys(parts)
    const [following, verified] = await secondsOf(() => verifyAudit(db, keys))
    if (verified.rows !== rows || verified.flaws.length > 0) throw new Error('the chain is not whole')
    const day = (count: number) => new Date(Date.now() - count * 24 * 60 * 60 * 1000)
    const [asking, affected] = await secondsOf(() =>
      affectedBy(db, { actor: staff[0], from: day(60), to: day(0) }),
    )
    const [touching] = await secondsOf(() => affectedBy(db, { object: families[0]?.applicationId }))
    const seconds = (value: number) => `${value.toFixed(1)} s`
    return [
      { name: `核对 ${rows} 条`, value: seconds(following) },
      {
        name: `一个人两个月里看过谁（${affected.length} 件）`,
        value: seconds(asking),
        limit: seconds(mostSeconds),
        ok: asking <= mostSeconds,
      },
      {
        name: '谁看过一件',
        value: seconds(touching),
        limit: seconds(mostSeconds),
        ok: touching <= mostSeconds,
      },
    ]
  } finally {
    await db.destroy()
    await database.close()
  }
}

async function secondsOf<T>(act: () => Promise<T>): Promise<[number, T]> {
  const started = performance.now()
  const value = await act()
  return [(performance.now() - started) / 1000, value]
}

/** A year of one chain, each family looked at many times. */
async function fill(parts: Parameters<typeof currentAuditKey>[0]): Promise<void> {
  const key = await currentAuditKey(parts, 'aes', new Date())
  const start = Date.now() - 365 * 24 * 60 * 60 * 1000
  let previous: Buffer = noHash
  for (let first = 1; first <= rows; first += batch) {
    const made = Array.from({ length: batch }, (_, index) => {
      const position = first + index
      const family = families[(position * 7919) % families.length]
      const row = {
        chain: 1,
        position,
        sequence: String(position),
        audit_key: key.id,
        at: new Date(start + position * 31_500),
        actor_kind: 'staff' as const,
        actor_id: staff[position % staff.length] ?? null,
        action: 'caseRead',
        object_kind: 'application',
        object_id: family?.applicationId ?? null,
        trace_id: null,
        application_id: family?.applicationId ?? null,
        account_id: family?.accountId ?? null,
      }
      const hash = linkHash(key, previous, row)
      const linked = { ...row, previous_hash: previous, hash }
      previous = hash
      return linked
    })
    await parts.db.insertInto('audit').values(made).execute()
  }
  await setHead(parts.db, previous)
}

async function setHead(db: Database, hash: Buffer): Promise<void> {
  await db.updateTable('audit_head').set({ position: rows, hash }).where('chain', '=', 1).execute()
}
