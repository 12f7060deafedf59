import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from '../crypto/canonicalJson'
import type { Keyring } from '../crypto/keyring'
import { sha256 } from '../crypto/tokens'
import { backupKey, type BackupKey } from './backupKey'

const File = z.strictObject({ sha256: z.string(), chunks: z.int() })

/** What a backup holds. No personal data: whoever keeps backups may read it. */
const Content = z.strictObject({
  format: z.literal(1),
  id: z.uuid(),
  createdAt: z.string(),
  /** Key of KEYRING that the backup's own key is made of. */
  keyId: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.strictObject({ name: z.string().regex(/^[a-z_]+$/), rows: z.int(), ...File.shape })),
  objects: z.strictObject({
    count: z.int(),
    bytes: z.int(),
    /** Photos that were deleted while the backup ran: their rows are left out when it is restored. */
    gone: z.array(z.string()),
    ...File.shape,
  }),
})
export type Manifest = z.infer<typeof Content>

const Signed = z.strictObject({ content: Content, seal: z.base64() })

export const manifestName = 'manifest.json'
export const tableFile = (name: string) => `${name}.rows`
export const objectsFile = 'objects'

const place = (id: string) => `manifest:${id}`
const digest = (content: Manifest) => Buffer.from(sha256(canonicalJson(content)), 'hex')

/** The text of the manifest, with a seal over all of it. */
export function manifestText(content: Manifest, { envelope }: BackupKey): string {
  const seal = envelope.seal(digest(content), place(content.id)).toString('base64')
  return `${JSON.stringify({ content, seal }, null, 2)}\n`
}

/**
 * Reads and checks the manifest of a backup.
 * @throws Error with one Chinese line
 */
export async function readManifest(
  folder: string,
  keyring: Keyring,
): Promise<{ manifest: Manifest; key: BackupKey }> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new Error(`这里没有备份：${folder}`)
  })
  const parsed = Signed.safeParse(jsonOf(text))
  if (!parsed.success) throw new Error('备份的清单读不懂，可能是别的版本做的。')
  const { content, seal } = parsed.data
  const key = backupKey(keyring, content.keyId)
  if (!key) throw new Error(`KEYRING 里没有做这份备份的密钥（${content.keyId}）。`)
  if (!isSealOf(content, seal, key)) throw new Error('备份的清单被改过，或者密钥不对。')
  return { manifest: content, key }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isSealOf(content: Manifest, seal: string, { envelope }: BackupKey): boolean {
  try {
    return envelope.open(Buffer.from(seal, 'base64'), place(content.id)).equals(digest(content))
  } catch {
    return false
  }
}
