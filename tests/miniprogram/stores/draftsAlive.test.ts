import type * as TheDraft from '@/stores/draft'
import type * as TheDraftShelf from '@/stores/draftShelf'
import fc from 'fast-check'
import { type Draft } from '@domain/application/draft'
import {
  disk,
  photos as mockPhotos,
  sealedStorage as mockSealedStorage,
  storage as mockStorage,
} from '../support/disk'

// Whatever a family does on several drafts, and whenever the phone dies: what was typed 300 ms before is there, no photo
// that a draft names is lost, no erased draft leaves one behind, and drafts do not touch each other.

let mockSerial = 0

jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
// No photo lives long enough here to be taken for one that nobody names.
jest.mock('@/platform/photos', () => ({ ...mockPhotos, photosKeptBefore: () => Promise.resolve([]) }))
jest.mock('@/platform/network', () => ({ request: jest.fn(), upload: jest.fn() }))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve(`d${(mockSerial += 1)}`) }))

type Program = typeof TheDraft & typeof TheDraftShelf

function launch(): Program {
  let program: Program | undefined
  disk.wake()
  jest.isolateModules(() => {
    program = {
      ...jest.requireActual<typeof TheDraftShelf>('@/stores/draftShelf'),
      ...jest.requireActual<typeof TheDraft>('@/stores/draft'),
    }
  })
  if (!program) throw new Error('not loaded')
  return program
}

const filesOf = (draft: Draft | undefined) =>
  (draft?.papers.birthCertificate?.photos ?? []).map(({ file }) => file)
const withFiles = (draft: Draft, files: string[]): Draft => ({
  ...draft,
  papers: { birthCertificate: { photos: files.map((file) => ({ clientId: file, file })) } },
})

type Act =
  | { do: 'start' | 'open' | 'erase' | 'photo' | 'unphoto' | 'fill' | 'makeRoom'; at: number }
  | { do: 'type'; at: number; name: string }

const acts = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      at: fc.nat(4),
      name: fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('王', '李', '明', '红') }),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'start' as const,
        'open' as const,
        'erase' as const,
        'photo' as const,
        'unphoto' as const,
        'fill' as const,
        'makeRoom' as const,
      ),
      at: fc.nat(4),
    }),
  },
)

/** What the family saw on the screen, and since when. */
interface Seen {
  name: string | undefined
  files: readonly string[]
  at: number
}

const promised = 300
/** A write of WeChat, at most. */
const slowestWrite = 60

async function live(script: readonly { act: Act; pause: number }[], dieAfter: number): Promise<void> {
  disk.reset()
  mockSerial = 0
  let photoCount = 0
  let lastFull = -Infinity
  const history = new Map<string, Seen[]>()
  const erased = new Map<string, number>()
  const program = launch()
  disk.takes = slowestWrite
  disk.left = dieAfter
  const isAlive = () => disk.left > 0
  let diedAt = Infinity
  const ids = () => Array.from(history.keys()).filter((id) => !erased.has(id))
  const pick = (at: number) => ids()[at % Math.max(1, ids().length)]
  const note = (id: string) => {
    const draft = program.draftOf(id)
    if (!draft) return
    const seen = { name: draft.child.name, files: filesOf(draft), at: Date.now() }
    history.set(id, [...(history.get(id) ?? []), seen])
  }
  const passTime = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 20) {
      await jest.advanceTimersByTimeAsync(20)
      if (!isAlive() && diedAt === Infinity) diedAt = Date.now()
      if (disk.isFull) lastFull = Date.now()
    }
  }
  for (const { act, pause } of script) {
    if (!isAlive()) break
    const id = pick(act.at)
    if (act.do === 'start') {
      void program.startDraft('DFUC_ALLOWANCE')
      await passTime(20)
      const draft = program.useDraft.getState().draft
      if (draft && !history.has(draft.id)) note(draft.id)
    } else if (act.do === 'fill') disk.isFull = true
    else if (act.do === 'makeRoom') disk.isFull = false
    else if (id !== undefined) {
      if (act.do === 'open') program.chooseDraft(id)
      if (act.do === 'open') void program.readDraftOfPhone()
      if (act.do === 'erase') {
        erased.set(id, Date.now())
        void program.eraseDraft(id)
      }
      if (act.do === 'type')
        program.changeDraft((draft) => ({ ...draft, child: { ...draft.child, name: act.name } }), id)
      if (act.do === 'photo') {
        photoCount += 1
        const file = `f${photoCount}`
        disk.photos.add(file)
        program.changeDraft((draft) => withFiles(draft, [...filesOf(draft), file]), id)
      }
      if (act.do === 'unphoto') program.changeDraft((draft) => withFiles(draft, filesOf(draft).slice(1)), id)
      if (act.do !== 'open' && act.do !== 'erase') note(id)
    }
    if (disk.isFull) lastFull = Date.now()
    await passTime(pause)
  }
  if (diedAt === Infinity) diedAt = Date.now()
  disk.left = 0
  disk.isFull = false
  disk.takes = 0

  const next = launch()
  await next.readDrafts()
  for (const [id, seen] of history) {
    const draft = next.draftOf(id)
    if (erased.has(id)) continue
    // What the phone had said it has no room for was not promised.
    const due = seen.filter(({ at }) => at <= diedAt - promised && lastFull < at)
    const [from] = due.slice(-1)
    const possible = from ? seen.slice(seen.indexOf(from)) : seen
    if (from) expect({ id, draft: draft?.id }).toEqual({ id, draft: id })
    if (!draft) continue
    expect(possible.map(({ name, files }) => JSON.stringify([name, files]))).toContain(
      JSON.stringify([draft.child.name, filesOf(draft)]),
    )
    for (const file of filesOf(draft)) expect([file, disk.photos.has(file)]).toEqual([file, true])
  }
  const all = next.allDrafts()
  const named = all.flatMap(filesOf)
  expect(new Set(named).size).toBe(named.length)
  // The family erases what it had wanted to erase, and everything else after it.
  for (const { id } of all) await next.eraseDraft(id)
  expect(Array.from(disk.kept.keys())).toEqual([])
}

jest.setTimeout(300_000)
beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

test('乱填、乱开、乱删，随时断电：300 毫秒以前写的都在', async () => {
  const script = fc.array(fc.record({ act: acts, pause: fc.constantFrom(0, 20, 40, 100, 400) }), {
    minLength: 5,
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(script, fc.integer({ min: 1, max: 60 }), (chosen, dieAfter) =>
      live(
        [{ act: { do: 'start', at: 0 }, pause: 100 }, { act: { do: 'start', at: 0 }, pause: 100 }, ...chosen],
        dieAfter,
      ),
    ),
    { numRuns: 40 },
  )
})
