import { randomBytes } from 'node:crypto'
import type { Envelope } from '../crypto/envelope'
import type { SuiteName } from '../crypto/suite'
import { suites } from '../crypto/suites'
import type { Database } from '../store/database'
import { placeOf } from '../store/sealedColumns'
import type { AuditKey } from './chain'

interface KeyParts {
  db: Database
  envelope: Envelope
}

/** Every key the chain ever had. @throws SealBroken when the keyring lacks the key they are sealed with */
export async function auditKeys({ db, envelope }: KeyParts): Promise<Map<number, AuditKey>> {
  const rows = await db.selectFrom('audit_key').selectAll().orderBy('id').execute()
  return new Map(
    rows.map(({ id, suite, sealed }) => [
      id,
      auditKeyOf(id, suite, envelope.open(sealed, placeOf('audit_key.sealed', id))),
    ]),
  )
}

function auditKeyOf(id: number, name: SuiteName, secret: Buffer): AuditKey {
  const suite = suites[name]
  return { id, suite, link: suite.derive(secret, 'audit:link'), head: suite.derive(secret, 'audit:head') }
}

/** The key to link with, made when there is none of this suite. Two servers that start at once agree on one. */
export async function currentAuditKey(parts: KeyParts, suite: SuiteName, now: Date): Promise<AuditKey> {
  for (;;) {
    const keys = [...(await auditKeys(parts)).values()]
    const current = keys.filter((key) => key.suite.name === suite).pop()
    if (current) return current
    const id = Math.max(0, ...keys.map((key) => key.id)) + 1
    await parts.db
      .insertInto('audit_key')
      .values({
        id,
        suite,
        sealed: parts.envelope.seal(randomBytes(32), placeOf('audit_key.sealed', id)),
        created_at: now,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute()
  }
}
