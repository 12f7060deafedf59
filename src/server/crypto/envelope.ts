import { randomBytes } from 'node:crypto'
import type { Keyring } from './keyring'
import { SealBroken } from './sealBroken'
import type { Suite } from './suite'
import { suiteById } from './suites'

/** Version 1 bound the data to the key's id as well, so that it could not be re-wrapped. It is only read. */
const versions = { withKeyId: 1, current: 2 }

export interface Envelope {
  /** @param place where the ciphertext lives, e.g. `application.sealed:<id>`: it opens nowhere else */
  seal(plain: Buffer, place: string): Buffer
  /** @throws SealBroken when it was altered, moved to another place, or its key is gone */
  open(sealed: Buffer, place: string): Buffer
  sealJson(value: unknown, place: string): Buffer
  /** The caller names the type: only what this server sealed itself can be opened. */
  openJson<T>(sealed: Buffer, place: string): T
  /** How everything sealed now begins: version, suite, key id. */
  readonly header: Buffer
  /**
   * The same data under the first key in the suite that is set. Only the wrapped key changes, unless the data itself
   * is in another suite or an older format.
   * @throws SealBroken
   */
  renew(sealed: Buffer, place: string): Buffer
}

interface Opened {
  version: number
  suite: Suite
  dataKey: Buffer
  /** Still encrypted. */
  data: Buffer
  /** What the data is bound to. */
  associated: Buffer
}

/**
 * Envelope encryption: every record has a random key of its own, wrapped by the keyring's key, so that keys can be
 * changed by re-wrapping alone.
 * Layout: version · suite · length of key id · key id · wrapped data key · data; the last two as the suite makes them.
 * Source: threats §5.3.
 */
export function createEnvelope(keyring: Keyring): Envelope {
  const { first, suite } = keyring
  const header = headerOf(versions.current, suite, first.id)

  const wrap = (dataKey: Buffer, place: string) =>
    suite.encrypt(keyring.wrappingKey(suite, first), dataKey, bound(header, 'key', place))

  const seal: Envelope['seal'] = (plain, place) => {
    const dataKey = randomBytes(suite.dataKeyBytes)
    const data = suite.encrypt(dataKey, plain, bound(dataHeader(suite), 'data', place))
    return Buffer.concat([header, wrap(dataKey, place), data])
  }

  const unwrap = (sealed: Buffer, place: string): Opened => {
    const [version = 0, suiteId, idLength = 0] = sealed
    const its = suiteById(suiteId)
    if (!its || !Object.values(versions).includes(version)) throw new SealBroken('format')
    const itsHeader = sealed.subarray(0, 3 + idLength)
    const key = keyring.byId(itsHeader.subarray(3).toString('ascii'))
    if (!key) throw new SealBroken('unknownKey')
    const wrappedEnd = itsHeader.length + its.dataKeyBytes + its.overhead
    const wrapped = sealed.subarray(itsHeader.length, wrappedEnd)
    const dataKey = its.decrypt(keyring.wrappingKey(its, key), wrapped, bound(itsHeader, 'key', place))
    const dataBound = version === versions.withKeyId ? itsHeader : dataHeader(its)
    const associated = bound(dataBound, 'data', place)
    return { version, suite: its, dataKey, data: sealed.subarray(wrappedEnd), associated }
  }

  const open: Envelope['open'] = (sealed, place) => {
    const { suite: its, dataKey, data, associated } = unwrap(sealed, place)
    return its.decrypt(dataKey, data, associated)
  }

  const renew: Envelope['renew'] = (sealed, place) => {
    const { version, suite: its, dataKey, data, associated } = unwrap(sealed, place)
    const plain = its.decrypt(dataKey, data, associated)
    if (version !== versions.current || its !== suite) return seal(plain, place)
    return Buffer.concat([header, wrap(dataKey, place), data])
  }

  return {
    seal,
    open,
    header,
    renew,
    sealJson: (value, place) => seal(Buffer.from(JSON.stringify(value), 'utf8'), place),
    openJson: <T>(sealed: Buffer, place: string) => JSON.parse(open(sealed, place).toString('utf8')) as T,
  }
}

function headerOf(version: number, suite: Suite, keyId: string): Buffer {
  const id = Buffer.from(keyId, 'ascii')
  return Buffer.concat([Buffer.from([version, suite.id, id.length]), id])
}

const dataHeader = (suite: Suite) => Buffer.from([versions.current, suite.id])

function bound(header: Buffer, part: 'key' | 'data', place: string): Buffer {
  return Buffer.concat([header, Buffer.from(`\n${part}\n${place}`, 'utf8')])
}
