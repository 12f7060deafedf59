import { z } from 'zod'
import { canonicalJson } from '../crypto/canonicalJson'
import type { Database } from '../store/database'
import type { AuditKey, Head } from './chain'

const Chain = z.strictObject({
  chain: z.int(),
  position: z.int(),
  sequence: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

const ExportedHead = z.strictObject({
  format: z.literal('audit-head/1'),
  at: z.string(),
  chains: z.array(Chain),
  key: z.int(),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
})
/** Where the chains ended at a moment, signed: kept on another computer, it shows a tail that was cut later. */
export type ExportedHead = z.infer<typeof ExportedHead>

/** The ends of all chains that have rows. */
export async function exportHead(db: Database, key: AuditKey, now: Date): Promise<ExportedHead> {
  const rows = await db
    .selectFrom('audit_head')
    .innerJoin('audit', (join) =>
      join.onRef('audit.chain', '=', 'audit_head.chain').onRef('audit.position', '=', 'audit_head.position'),
    )
    .select(['audit_head.chain', 'audit_head.position', 'audit_head.hash', 'audit.sequence'])
    .orderBy('audit_head.chain')
    .execute()
  const chains = rows.map(({ chain, position, hash, sequence }) => ({
    chain,
    position: Number(position),
    sequence,
    hash: hash.toString('hex'),
  }))
  const head = { format: 'audit-head/1' as const, at: now.toISOString(), chains, key: key.id }
  return { ...head, signature: signatureOf(key, head) }
}

function signatureOf(key: AuditKey, head: Omit<ExportedHead, 'signature'>): string {
  return key.suite.hash(key.head, canonicalJson(head)).toString('hex')
}

/** @returns the head, or undefined when the text is none or was not signed with a key of this audit */
export function readHead(text: string, keys: ReadonlyMap<number, AuditKey>): ExportedHead | undefined {
  const parsed = ExportedHead.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const { signature, ...head } = parsed.data
  const key = keys.get(head.key)
  return key && signatureOf(key, head) === signature ? parsed.data : undefined
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Says that a chain begins behind this row since the ones before were removed by age. */
export function startMac({ suite, head: key }: AuditKey, { chain, position, hash }: Head): Buffer {
  return suite.hash(key, canonicalJson({ start: 1, chain, position, hash: hash.toString('hex') }))
}
