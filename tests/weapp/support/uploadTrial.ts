import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { photoOf } from '@server/usecases/attachments'
import { between, pick, seededRandom, type Random } from '../../../config/bench/random'
import { type TestApi } from '../../server/support/testApi'
import { fates, type BadNetwork, type Fate } from '../../stand-ins/badNetwork'
import { type WechatStandIn } from '../../stand-ins/wechatServer'
import { type MiniProgram } from '../harness/driver'
import { startMiniProgram } from '../harness/miniProgram'

export interface Trials {
  api: TestApi
  network: BadNetwork
  wechat: WechatStandIn
  /** The draft of a family that has come to the page of the papers, as its phone keeps it. */
  draft: { key: string; value: unknown }
  /** Pictures on disk, each another one. */
  pictures: readonly string[]
}

export interface Verdict {
  confirmed: number
  /** Photos that a person has to look at, with a button. */
  needed: number
  fates: Partial<Record<Fate, number>>
  /** What must not be. */
  wrong: string[]
}

interface Photo {
  clientId: string
  file: string
  attachmentId?: string
  sha256?: string
}

const form = '/packages/application/form/index'
const papers = ['孩子的户口本', '孩子的出生证', '孩子的照片']

/** A bad day: most requests meet something, each kind about as often. */
const weights = Object.fromEntries(fates.map((fate) => [fate, fate === 'passes' ? 5 : 1])) as Record<
  Fate,
  number
>

/**
 * One family photographs three papers while everything goes wrong that the seed says; then the net is good. Compares
 * what the phone says with what the server holds.
 */
export async function uploadTrial(trials: Trials, seed: number): Promise<Verdict> {
  const { api, network, wechat } = trials
  const random = seededRandom(seed)
  const met: Verdict['fates'] = {}
  const dist = resolve(__dirname, '../../../dist/weapp')
  const program = await startMiniProgram({ dist, apiUrl: network.url, wechat })
  const { phone } = program
  phone.account.person = `seed-${seed}`
  phone.privacy.agreed = true
  phone.storage.set(trials.draft.key, trials.draft.value, true)
  network.onStall = (port) => phone.network.stalls(port)
  network.endSessions = async () => void (await api.db.deleteFrom('citizen_session').execute())
  network.fateOf = () => {
    const fate = pick(random, weights)
    met[fate] = (met[fate] ?? 0) + 1
    return fate
  }
  try {
    await reopen(program)
    const seen = new Set<string>()
    const look = () => photosIn(program).forEach(({ clientId }) => seen.add(clientId))
    const left = papers.slice()
    for (let acts = between(random, 4, 8); acts > 0 || left.length > 0; acts -= 1) {
      await act(program, random, left, trials.pictures)
      look()
    }
    network.fateOf = () => 'passes'
    await goodTimes(program)
    const wrong = await wrongIn(trials, program, seen)
    program.assertHealthy()
    const photos = photosIn(program)
    const needed = photos.filter(({ attachmentId }) => attachmentId === undefined).length
    return { confirmed: photos.length - needed, needed, fates: met, wrong }
  } finally {
    network.fateOf = () => 'passes'
    program.end()
  }
}

async function act(program: MiniProgram, random: Random, left: string[], pictures: readonly string[]) {
  const { phone } = program
  const paper = left[0]
  const acts = {
    photograph: async () => {
      if (paper === undefined) return
      takeNext(program, pictures[between(random, 0, pictures.length - 1)])
      left.shift()
      await program.tap(`拍照，${paper}`)
    },
    killedWhileSending: async () => {
      if (paper === undefined) return reopen(program)
      takeNext(program, pictures[between(random, 0, pictures.length - 1)])
      const tapped = program.tap(`拍照，${paper}`)
      await sleep(between(random, 0, 60))
      await Promise.all([reopen(program), tapped])
      if (!program.sees(`拍照，${paper}`)) left.shift()
    },
    timePasses: () => program.advance(between(random, 1, 190) * 1_000),
    answersAPhone: async () => {
      await program.hide()
      await program.advance(between(random, 1, 20) * 1_000)
      await program.show()
    },
    losesTheNet: async () => {
      phone.network.online = false
      await program.advance(between(random, 1, 60) * 1_000)
      phone.network.online = true
      await program.idle()
    },
    setsItsClock: () => {
      phone.clock.set(new Date(Date.now() + between(random, -48, 48) * 3_600_000))
      return program.idle()
    },
    killed: () => reopen(program),
  }
  const name = pick(random, {
    ...{ photograph: 4, killedWhileSending: 1, timePasses: 3, answersAPhone: 2 },
    ...{ losesTheNet: 1, setsItsClock: 1, killed: 1 },
  }) as keyof typeof acts
  await acts[name]()
}

function takeNext(program: MiniProgram, picture = ''): void {
  program.phone.photos.length = 0
  program.pickPhoto(picture)
}

async function reopen(program: MiniProgram): Promise<void> {
  await program.relaunch()
  await program.open(form)
}

/** Drafts lie in a record each; here is one. */
export const draftKey = (keys: readonly string[]): string =>
  keys.find((key) => key.startsWith('draft.')) ?? ''

/** What the phone keeps of the photos of its draft. */
function photosIn({ phone }: MiniProgram): Photo[] {
  const draft = JSON.parse(String(phone.storage.read(draftKey(phone.storage.keys)))) as {
    papers: Record<string, { photos: Photo[] }>
  }
  return Object.values(draft.papers).flatMap(({ photos }) => photos)
}

/**
 * The family waits with the page open, longer than the longest pause and the longest request. On a busy computer a
 * request may be overtaken by the phone's clock, so it has many turns.
 */
async function goodTimes(program: MiniProgram): Promise<void> {
  for (let turns = 0; turns < 30; turns += 1) {
    await program.idle()
    if (photosIn(program).every(({ attachmentId }) => attachmentId !== undefined)) return
    if (turns >= 6 && program.texts().some((text) => text === '需要处理')) return
    await program.advance(185_000)
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function wrongIn({ api }: Trials, program: MiniProgram, seen: ReadonlySet<string>): Promise<string[]> {
  const photos = photosIn(program)
  const known = new Set(photos.map(({ clientId }) => clientId))
  const wrong = [...seen].filter((id) => !known.has(id)).map((id) => `${id}: lost from the phone`)
  for (const photo of photos) wrong.push(...(await wrongWith(api, program, photo)))
  const said = program.texts().filter((text) => text === '已收到').length
  const received = photos.filter(({ attachmentId }) => attachmentId !== undefined).length
  if (said !== received) wrong.push(`the page says ${said} received, the phone keeps ${received}`)
  return wrong
}

async function wrongWith(api: TestApi, program: MiniProgram, photo: Photo): Promise<string[]> {
  const { clientId, attachmentId } = photo
  const rows = await api.db.selectFrom('attachment').selectAll().where('client_id', '=', clientId).execute()
  const [row] = rows
  if (rows.length > 1) return [`${clientId}: ${rows.length} rows`]
  if (attachmentId === undefined)
    return program.texts().some((text) => text === '需要处理')
      ? []
      : [`${clientId}: not received, and silent`]
  if (row?.id !== attachmentId) return [`${clientId}: received, and the server has none`]
  const place = program.phone.files.real(photo.file)
  const isSent = place !== undefined && hashOf(readFileSync(place)) === row.source_sha256
  const isKept = hashOf(await photoOf(api.parts, row)) === row.sha256 && row.sha256 === photo.sha256
  return [
    ...(isSent ? [] : [`${clientId}: another photo arrived`]),
    ...(isKept ? [] : [`${clientId}: another hash`]),
  ]
}
