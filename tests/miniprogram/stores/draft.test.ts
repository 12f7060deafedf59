import type * as TheClearing from '@/stores/clearing'
import type * as TheDraft from '@/stores/draft'
import type * as TheDraftShelf from '@/stores/draftShelf'
import { newDraft, type Draft } from '@domain/application/draft'
import {
  disk,
  photos as mockPhotos,
  sealedStorage as mockSealedStorage,
  storage as mockStorage,
} from '../support/disk'
import { settled } from '../support/server'

let mockSerial = 0
let mockNow = '2026-11-01T08:00:00.000Z'

jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
jest.mock('@/platform/photos', () => mockPhotos)
jest.mock('@/platform/clock', () => ({ now: () => mockNow, today: () => mockNow.slice(0, 10) }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/network', () => ({ request: jest.fn(), upload: jest.fn() }))
jest.mock('@/platform/connection', () => ({
  onNetworkBack: jest.fn(),
  isOnline: () => Promise.resolve(false),
}))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve(`d${(mockSerial += 1)}`) }))

type Program = typeof TheDraft & typeof TheDraftShelf & typeof TheClearing

/** The program as it starts: what the phone keeps is there, what was in memory is not. */
function launch(): Program {
  let program: Program | undefined
  disk.left = Infinity
  jest.isolateModules(() => {
    program = {
      ...jest.requireActual<typeof TheDraftShelf>('@/stores/draftShelf'),
      ...jest.requireActual<typeof TheDraft>('@/stores/draft'),
      ...jest.requireActual<typeof TheClearing>('@/stores/clearing'),
    }
  })
  if (!program) throw new Error('not loaded')
  return program
}

beforeEach(() => {
  disk.reset()
  mockSerial = 0
  mockNow = '2026-11-01T08:00:00.000Z'
})

const named = (name: string) => (draft: Draft) => ({ ...draft, child: { ...draft.child, name } })
const withPhotos =
  (...files: string[]) =>
  (draft: Draft): Draft => ({
    ...draft,
    papers: { birthCertificate: { photos: files.map((file) => ({ clientId: `of-${file}`, file })) } },
  })
const onDisk = (id: string) => {
  const text = disk.kept.get(`draft.${id}`)
  return text === undefined ? undefined : (JSON.parse(text) as Draft)
}
const begun = async (program: Program, name: string, ...files: string[]): Promise<string> => {
  files.forEach((file) => disk.photos.add(file))
  const draft = await program.startDraft('DFUC_ALLOWANCE')
  program.changeDraft((before) => withPhotos(...files)(named(name)(before)))
  await program.draftIsStored()
  return draft?.id ?? ''
}

describe('一份', () => {
  test('每写一个字都存：任何时候关掉，打开还在', async () => {
    const program = launch()
    await program.startDraft('DFUC_ALLOWANCE')
    for (const name of ['王', '王小', '王小明']) {
      program.changeDraft(named(name))
      await settled()
      expect((await launch().readDraftOfPhone())?.child.name).toBe(name)
    }
  })

  test('写得比存得快：只存最后的，不少最后一个字', async () => {
    const program = launch()
    await program.startDraft('DFUC_ALLOWANCE')
    '王小明的妹妹'.split('').forEach((_, index, letters) => {
      program.changeDraft(named(letters.slice(0, index + 1).join('')))
    })
    expect(await program.draftIsStored()).toBe('stored')
    expect((await launch().readDraftOfPhone())?.child.name).toBe('王小明的妹妹')
    expect(disk.written.length).toBeLessThan(6)
  })

  test('存的时候又写了：后写的也存上', async () => {
    const program = launch()
    await program.startDraft('DFUC_ALLOWANCE')
    program.changeDraft(named('王'))
    void Promise.resolve().then(() => program.changeDraft(named('王小')))
    await settled()
    await program.draftIsStored()
    expect((await launch().readDraftOfPhone())?.child.name).toBe('王小')
  })

  test('换掉的照片，新的存好了才从手机里删；留下的不删', async () => {
    const program = launch()
    const id = await begun(program, '王小明', 'old', 'stays')
    disk.photos.add('new')
    disk.isFull = true
    program.changeDraft(withPhotos('new', 'stays'))
    await program.draftIsStored()
    expect(Array.from(disk.photos)).toEqual(['old', 'stays', 'new'])
    disk.isFull = false
    program.changeDraft((draft) => ({ ...draft, step: 'papers' }))
    await program.draftIsStored()
    await settled()
    expect(Array.from(disk.photos)).toEqual(['stays', 'new'])
    expect(onDisk(id)?.papers.birthCertificate?.photos.map(({ file }) => file)).toEqual(['new', 'stays'])
  })
})

describe('手机存不下', () => {
  test('说出来，内容还在眼前；再改的时候再存', async () => {
    const program = launch()
    const id = await begun(program, '王小明')
    disk.isFull = true
    program.changeDraft(named('王小红'))
    expect(await program.draftIsStored()).toBe('full')
    expect(program.useDraft.getState().draft?.child.name).toBe('王小红')
    expect(onDisk(id)?.child.name).toBe('王小明')
    disk.isFull = false
    program.changeDraft((draft) => ({ ...draft, step: 'child' }))
    expect(await program.draftIsStored()).toBe('stored')
    expect(onDisk(id)).toMatchObject({ child: { name: '王小红' }, step: 'child' })
  })

  test('一份没存下，另一份存下了：还是要说；哪份改动都再存一次', async () => {
    const program = launch()
    const first = await begun(program, '王小明')
    const second = await begun(program, '李小红')
    disk.isFull = true
    program.changeDraft(named('王大明'), first)
    await program.draftIsStored()
    disk.isFull = false
    program.changeDraft(named('李大红'), second)
    expect(await program.draftIsStored()).toBe('stored')
    expect([onDisk(first)?.child.name, onDisk(second)?.child.name]).toEqual(['王大明', '李大红'])
  })

  test('删掉一份腾出地方：没存下的自己存上', async () => {
    const program = launch()
    const first = await begun(program, '王小明')
    const second = await begun(program, '李小红')
    disk.isFull = true
    program.changeDraft(named('李大红'), second)
    expect(await program.draftIsStored()).toBe('full')
    disk.isFull = false
    await program.eraseDraft(first)
    expect(await program.draftIsStored()).toBe('stored')
    expect(onDisk(second)?.child.name).toBe('李大红')
  })
})

describe('几份', () => {
  test('在一份里写字，不动另一份；打开哪份就是哪份，停在哪步就在哪步', async () => {
    const program = launch()
    const first = await begun(program, '王小明')
    program.changeDraft((draft) => ({ ...draft, step: 'hukou', placeList: { area: '150302' } }))
    const second = await begun(program, '李小红')
    program.changeDraft((draft) => ({ ...draft, step: 'child' }))
    await program.draftIsStored()
    disk.written = []
    program.changeDraft(named('李大红'))
    await program.draftIsStored()
    expect(new Set(disk.written)).toEqual(new Set([`draft.${second}`]))

    const next = launch()
    expect(await next.readDraftOfPhone()).toBeUndefined()
    expect(next.useDraft.getState().isRead).toBe(true)
    next.chooseDraft(first)
    expect(await next.readDraftOfPhone()).toMatchObject({
      child: { name: '王小明' },
      step: 'hukou',
      placeList: { area: '150302' },
    })
    next.chooseDraft(second)
    expect(await next.readDraftOfPhone()).toMatchObject({ child: { name: '李大红' }, step: 'child' })
  })

  test('删一份：这份的照片一起没有，别的一样不少', async () => {
    const program = launch()
    const first = await begun(program, '王小明', 'f1')
    const second = await begun(program, '李小红', 'f2')
    await launch().eraseDraft(first)
    expect(Array.from(disk.kept.keys())).toEqual([`draft.${second}`])
    expect(Array.from(disk.photos)).toEqual(['f2'])
  })

  test('删了一份接着写：照样存', async () => {
    const program = launch()
    const first = await begun(program, '王小明')
    await program.eraseDraft(first)
    const second = await begun(program, '李小红')
    program.changeDraft(named('李大红'))
    await program.draftIsStored()
    expect(onDisk(second)?.child.name).toBe('李大红')
  })

  test('删到一半断电：没删完的还在名单上，不留下看不见的照片', async () => {
    for (let effects = 0; effects < 4; effects += 1) {
      disk.reset()
      const program = launch()
      const first = await begun(program, '王小明', 'f1', 'f3')
      const second = await begun(program, '李小红', 'f2')
      disk.left = effects
      void program.eraseDraft(first)
      await settled()
      const next = launch()
      await next.readDrafts()
      const isListed = first in next.useDraft.getState().drafts
      expect([effects, isListed]).toEqual([effects, effects < 3])
      await next.eraseDraft(first)
      expect(Array.from(disk.kept.keys())).toEqual([`draft.${second}`])
      expect(Array.from(disk.photos)).toEqual(['f2'])
    }
  })

  test('最多十份：第十一份不开，也不动别的', async () => {
    const program = launch()
    for (let count = 0; count < program.mostDrafts; count += 1) await begun(program, `孩${count}`)
    const before = new Map(disk.kept)
    expect(await program.startDraft('TEMP_AID')).toBeUndefined()
    expect(disk.kept).toEqual(before)
    await program.eraseDraft('d1')
    expect(await program.startDraft('TEMP_AID')).toBeDefined()
  })

  test('照着另一份的人和住处填：照片不带，改一份不动另一份', async () => {
    const program = launch()
    const first = await begun(program, '王小明', 'f1')
    const draft = await program.startDraft('TEMP_AID', {}, program.draftOf(first))
    expect(draft).toMatchObject({ child: { name: '王小明' }, papers: {} })
    program.changeDraft(named('王小红'))
    await program.draftIsStored()
    expect(onDisk(first)?.child.name).toBe('王小明')
    await program.eraseDraft(draft?.id)
    expect(Array.from(disk.photos)).toEqual(['f1'])
  })

  test('换下一家：眼前没有了，手机里还在', async () => {
    const program = launch()
    const id = await begun(program, '王小明')
    program.nextFamily()
    expect(program.useDraft.getState().draft).toBeUndefined()
    expect(onDisk(id)?.child.name).toBe('王小明')
  })

  test('清除这台手机：几份都没有了，没存下的照片也没有了', async () => {
    const program = launch()
    await begun(program, '王小明', 'f1')
    await begun(program, '李小红', 'f2')
    disk.isFull = true
    disk.photos.add('unstored')
    program.changeDraft(withPhotos('unstored'))
    await program.draftIsStored()
    await program.clearPhone()
    expect(disk.kept.size).toBe(0)
    expect(disk.photos.size).toBe(0)
    expect(program.useDraft.getState()).toMatchObject({ drafts: {}, draft: undefined })
  })
})

describe('另一个窗口', () => {
  test('那边新填的，这边名单上也有；那边删掉的，这边也没有', async () => {
    const here = launch()
    const mine = await begun(here, '王小明')
    const there = launch()
    const others = await begun(there, '李小红')
    await here.readDrafts()
    expect(Object.keys(here.useDraft.getState().drafts)).toEqual([mine, others])
    await there.eraseDraft(others)
    await here.readDrafts()
    expect(Object.keys(here.useDraft.getState().drafts)).toEqual([mine])
  })

  test('那边接着填过的，这边打开是填过的，不用旧的盖掉', async () => {
    const here = launch()
    const first = await begun(here, '王小明')
    await begun(here, '李小红')
    const there = launch()
    await there.openDraft(first)
    there.changeDraft(named('王小明明'))
    await there.draftIsStored()
    here.chooseDraft(first)
    expect((await here.readDraftOfPhone())?.child.name).toBe('王小明明')
  })
})

describe('以前的版本只存一份', () => {
  const before = {
    ...newDraft('DFUC_ALLOWANCE', 'old', '2026-10-30T08:00:00.000Z'),
    child: { name: '王小明' },
    papers: { birthCertificate: { photos: [{ clientId: 'c1', file: 'f1' }] } },
  }

  test.each([0, 1, 2, 3])('接过来，在第 %i 步断电也不丢，也不变成两份', async (effects) => {
    disk.kept.set('draft', JSON.stringify(before))
    disk.photos.add('f1')
    const first = launch()
    disk.left = effects
    void first.readDraftOfPhone()
    await settled()
    expect(disk.kept.has('draft') || disk.kept.has('draft.old')).toBe(true)
    const next = launch()
    expect(await next.readDraftOfPhone()).toMatchObject({ id: 'old', child: { name: '王小明' } })
    expect(Array.from(disk.kept.keys())).toEqual(['draft.old'])
    expect(disk.photos.has('f1')).toBe(true)
  })

  test('手机满了：照样能打开；删掉就两处都没有', async () => {
    disk.kept.set('draft', JSON.stringify(before))
    disk.isFull = true
    const program = launch()
    expect((await program.readDraftOfPhone())?.child.name).toBe('王小明')
    expect(await program.draftIsStored()).toBe('full')
    await program.eraseDraft('old')
    expect(disk.kept.size).toBe(0)
  })

  test('退回过旧版本又填了：后填的留下', async () => {
    disk.kept.set('draft.old', JSON.stringify(before))
    disk.kept.set(
      'draft',
      JSON.stringify({ ...before, child: { name: '王小红' }, updatedAt: '2026-10-31T08:00:00.000Z' }),
    )
    expect((await launch().readDraftOfPhone())?.child.name).toBe('王小红')
  })
})

describe('30 天没动', () => {
  test('整份删掉，照片一起，别的留着，说出删了几份', async () => {
    const program = launch()
    await begun(program, '王小明', 'f1')
    mockNow = '2026-11-20T08:00:00.000Z'
    const second = await begun(program, '李小红', 'f2')
    mockNow = '2026-12-01T08:00:00.000Z'
    const next = launch()
    expect((await next.readDraftOfPhone())?.id).toBe(second)
    expect(next.useDraft.getState().erased).toBe(1)
    expect(Array.from(disk.kept.keys())).toEqual([`draft.${second}`])
    expect(Array.from(disk.photos)).toEqual(['f2'])
  })

  test('一动就重新算', async () => {
    const program = launch()
    const id = await begun(program, '王小明')
    mockNow = '2026-11-30T08:00:00.000Z'
    program.changeDraft(named('王小红'))
    await program.draftIsStored()
    mockNow = '2026-12-20T08:00:00.000Z'
    expect((await launch().readDraftOfPhone())?.id).toBe(id)
  })

  test('交了在等回音的不删', async () => {
    const program = launch()
    const id = await begun(program, '王小明')
    program.changeDraft((draft) => ({ ...draft, idempotencyKey: 'key' }))
    await program.draftIsStored()
    mockNow = '2027-12-01T08:00:00.000Z'
    expect((await launch().readDraftOfPhone())?.id).toBe(id)
  })
})

describe('没人认领的照片', () => {
  test('拍了还没记下就断电的，下次打开就删；记下的一张不动', async () => {
    const program = launch()
    await begun(program, '王小明', 'named')
    disk.kept.set(
      'supplement',
      JSON.stringify({ photos: { bankCard: [{ clientId: 'c', file: 'of-another-room' }] } }),
    )
    for (const file of ['of-another-room', 'stray']) disk.photos.add(file)
    await launch().readDrafts()
    await settled()
    expect(Array.from(disk.photos)).toEqual(['named', 'of-another-room'])
  })

  test('有一份现在读不出来：一张也不删', async () => {
    const program = launch()
    await begun(program, '王小明', 'named')
    disk.kept.set('supplement', 'null')
    disk.kept.set('draft.locked', JSON.stringify({ id: 'locked' }))
    disk.locked.add('draft.locked')
    disk.photos.add('of-the-locked-one')
    await launch().readDrafts()
    await settled()
    expect(disk.photos.has('of-the-locked-one')).toBe(true)
  })
})

test('打不开的（新版本存的、没有了的事项、坏了的）：留在名单上，不当没有', async () => {
  disk.kept.set(
    'draft.newer',
    JSON.stringify({ shape: 99, id: 'newer', updatedAt: '2026-10-31T08:00:00.000Z' }),
  )
  disk.kept.set('draft.broken', '"?"')
  const program = launch()
  expect(await program.readDraftOfPhone()).toBeUndefined()
  expect(Object.keys(program.useDraft.getState().drafts).sort()).toEqual(['broken', 'newer'])
  expect(await program.openDraft('newer')).toBeUndefined()
  expect(disk.kept.size).toBe(2)
  await program.eraseDraft('newer')
  expect(Array.from(disk.kept.keys())).toEqual(['draft.broken'])
})
