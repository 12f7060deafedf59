import { recordAudit } from '../audit/record'
import { done } from '../result'
import { inTransaction } from '../store/database'
import { sealedColumns, type SealedColumn } from '../store/sealedColumns'
import { keyedHashes, renewHashes } from './keyedHashes'
import { joined, type Pass, type RotationParts } from './parts'
import { renewPhotos } from './photos'
import { renewColumn } from './sealedRows'

/** Rows that were being written during a pass are found by the next one. */
const mostPasses = 5

/**
 * Brings everything under the first key of the keyring and the suite that is set, while servers go on working.
 * Afterwards the other keys can leave the keyring, if `broken` is empty and every server writes with the first key.
 */
export async function rotate(
  parts: RotationParts,
  tell: (pass: Pass) => void = () => undefined,
): Promise<Pass> {
  await note(parts, 'keyRotationStarted')
  let renewed = 0
  for (let number = 1; ; number += 1) {
    const pass = await onePass(parts)
    tell(pass)
    renewed += pass.renewed
    if (pass.renewed === 0 || number === mostPasses) {
      await note(parts, 'keyRotationFinished')
      return { renewed, broken: pass.broken }
    }
  }
}

async function onePass(parts: RotationParts): Promise<Pass> {
  const passes: Pass[] = []
  for (const column of Object.keys(sealedColumns) as SealedColumn[])
    passes.push(await renewColumn(parts, column))
  for (const one of keyedHashes) passes.push(await renewHashes(parts, one))
  passes.push(await renewPhotos(parts))
  return joined(passes)
}

async function note(
  parts: RotationParts,
  action: 'keyRotationStarted' | 'keyRotationFinished',
): Promise<void> {
  await inTransaction(parts.db, async (tx) => {
    await recordAudit(parts, tx, { actor: { kind: 'command' }, action, object: { kind: 'keyring' } })
    return done(undefined)
  })
}
