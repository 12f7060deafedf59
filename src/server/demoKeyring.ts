import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateKeyring, parseKeyring, type Keyring } from './crypto/keyring'
import type { SuiteName } from './crypto/suite'

/**
 * The key of a demonstration, made on first use and kept in the data folder, readable by its owner only. Production
 * never gets here: a key beside the data it protects protects nothing.
 */
export function demoKeyring(dataDir: string, suite: SuiteName = 'aes'): Keyring {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const file = join(dataDir, 'demo-keyring')
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, generateKeyring(), { mode: 0o600 })
  try {
    // Takes the name only when nobody has it: of two processes at once both read the same key.
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
  const parsed = parseKeyring(readFileSync(file, 'utf8'), suite)
  if (!parsed.ok) throw new Error(`演示密钥文件坏了：${parsed.fault}。删除 ${file} 后数据也读不出来了。`)
  return parsed.keyring
}
