import { currentAuditKey } from '../audit/keys'
import { systemClock } from '../clock'
import { createEnvelope } from '../crypto/envelope'
import { rotate } from '../rotation/rotate'
import type { RotationParts } from '../rotation/parts'
import { verifyKeys } from '../rotation/verifyKeys'
import { openDatabase } from '../store/database'
import { parseKeysCommand, usage, type KeysCommand } from './keysCommand'
import { openVaultOfCommand } from './openVaultOfCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }
const mostNamed = 50

/**
 * `npm run keys -- …`: which keys there are, and changing them while servers run.
 * @returns the exit code: 0 done, 1 something does not open, 2 wrong arguments
 */
async function keys(args: readonly string[]): Promise<number> {
  const command = parseKeysCommand(args)
  if (!command) {
    console.error(usage)
    return exit.badArguments
  }
  const vault = await openVaultOfCommand()
  const db = openDatabase(vault.connection, () => undefined)
  try {
    const { keyring, objects } = vault
    const envelope = createEnvelope(keyring)
    const auditKey = await currentAuditKey({ db, envelope }, keyring.suite.name, systemClock())
    return await run(command, { db, clock: systemClock, envelope, keyring, objects, auditKey })
  } finally {
    await db.destroy()
    await vault.close()
  }
}

async function run(command: KeysCommand, parts: RotationParts): Promise<number> {
  const { first, suite, ids } = parts.keyring
  if (command === 'rotate') {
    const { renewed, broken } = await rotate(parts, (pass) => console.log(`这一遍换了 ${pass.renewed} 处。`))
    console.log(`一共换了 ${renewed} 处，现在都用 ${first.id}（${suite.name}）。`)
    return told(broken)
  }
  const { opened, broken, byKey, oldHashes } = await verifyKeys(parts)
  console.log(`密钥环：${ids.join('、')}。写新数据用 ${first.id}（${suite.name}）。`)
  for (const [key, count] of [...byKey].sort()) console.log(`  ${key}  ${count} 处`)
  if (oldHashes > 0) console.log(`  还有 ${oldHashes} 个查找用的哈希不是 ${first.id} 的。`)
  if (command === 'list') return exit.done
  console.log(`打开了 ${opened} 处。`)
  return told(broken)
}

function told(broken: readonly string[]): number {
  if (broken.length === 0) return exit.done
  console.error(`打不开的有 ${broken.length} 处：`)
  for (const place of broken.slice(0, mostNamed)) console.error(`  ${place}`)
  return exit.failed
}

keys(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
