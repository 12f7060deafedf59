import { randomBytes } from 'node:crypto'
import { createEnvelope } from '@server/crypto/envelope'
import { generateKeyring, parseKeyring } from '@server/crypto/keyring'
import { suiteNames, type SuiteName } from '@server/crypto/suite'
import { type Figure } from './figures'

const field = randomBytes(200)
const photo = randomBytes(500_000)
const place = 'attachment.object:1'

/** Sealing and opening again in each suite: a row of a family, and a photo of 0.5 MB. */
export function sealingFigures(): Figure[] {
  return suiteNames.flatMap((suite) => [
    { name: `${suite}：一行资料封上再打开`, value: `${(1000 * msOf(suite, field, 2000)).toFixed(0)} µs` },
    { name: `${suite}：一张 0.5 MB 的照片封上再打开`, value: `${msOf(suite, photo, 40).toFixed(1)} ms` },
  ])
}

function msOf(suite: SuiteName, plain: Buffer, times: number): number {
  const parsed = parseKeyring(generateKeyring(), suite)
  if (!parsed.ok) throw new Error(parsed.fault)
  const envelope = createEnvelope(parsed.keyring)
  const once = () => envelope.open(envelope.seal(plain, place), place)
  for (let warm = 0; warm < times / 10; warm += 1) once()
  const started = performance.now()
  for (let count = 0; count < times; count += 1) once()
  return (performance.now() - started) / times
}
