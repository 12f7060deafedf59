import type * as TheDraft from '@/stores/draft'
import type * as TheDraftShelf from '@/stores/draftShelf'
import { phone, sealedStorage as mockSealedStorage, storage as mockStorage } from '../support/phone'
import { settled } from '../support/server'

const mockRemovePhoto = jest.fn((_file: string) => Promise.resolve())

jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
jest.mock('@/platform/photos', () => ({ removePhoto: mockRemovePhoto }))
jest.mock('@/platform/randomId', () => ({ randomId: () => Promise.resolve('draft-1') }))

interface Stores {
  draft: typeof TheDraft
  shelf: typeof TheDraftShelf
}

/** The program as it starts: what the phone keeps is there, what was in memory is not. */
function launch(): Stores {
  let stores: Stores | undefined
  jest.isolateModules(() => {
    stores = { draft: jest.requireActual('@/stores/draft'), shelf: jest.requireActual('@/stores/draftShelf') }
  })
  if (!stores) throw new Error('not loaded')
  return stores
}

beforeEach(() => {
  phone.reset()
  mockRemovePhoto.mockClear()
})

const named = (name: string) => (draft: { child: object }) => ({ ...draft, child: { name } }) as never

test('每写一个字都存：任何时候关掉，打开还在', async () => {
  const { draft } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  for (const name of ['王', '王小', '王小明']) {
    draft.changeDraft(named(name))
    await settled()
    const reopened = launch()
    expect((await reopened.draft.readDraftOfPhone())?.child.name).toBe(name)
  }
})

test('写得比存得快：只存最后的，不少最后一个字', async () => {
  const { draft, shelf } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  '王小明的妹妹'.split('').forEach((_, index, letters) => {
    draft.changeDraft(named(letters.slice(0, index + 1).join('')))
  })
  expect(await shelf.draftIsStored()).toBe('stored')
  expect((await launch().draft.readDraftOfPhone())?.child.name).toBe('王小明的妹妹')
})

test('存的时候又写了：后写的也存上', async () => {
  const { draft, shelf } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  draft.changeDraft(named('王'))
  void Promise.resolve().then(() => draft.changeDraft(named('王小')))
  await settled()
  await shelf.draftIsStored()
  expect((await launch().draft.readDraftOfPhone())?.child.name).toBe('王小')
})

test('手机存不下：说出来，内容还在眼前', async () => {
  const { draft, shelf } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  phone.isFull = true
  draft.changeDraft(named('王'))
  expect(await shelf.draftIsStored()).toBe('full')
  expect(draft.useDraft.getState().draft?.child.name).toBe('王')
  phone.isFull = false
  draft.changeDraft(named('王小'))
  expect(await shelf.draftIsStored()).toBe('stored')
})

const withPhoto = (draft: object) =>
  ({ ...draft, papers: { birthCertificate: { photos: [{ clientId: 'c1', file: 'f1' }] } } }) as never

test('删掉草稿：手机里没有了，照片也没有了', async () => {
  const { draft, shelf } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  draft.changeDraft(withPhoto)
  await shelf.eraseDraft()
  expect(phone.kept.size).toBe(0)
  expect(mockRemovePhoto).toHaveBeenCalledWith('f1')
  expect(await launch().draft.readDraftOfPhone()).toBeUndefined()
})

test('没打开过的草稿也能删，照片一起删', async () => {
  const { draft, shelf } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  draft.changeDraft(withPhoto)
  await shelf.draftIsStored()
  await launch().shelf.eraseDraft()
  expect(phone.kept.size).toBe(0)
  expect(mockRemovePhoto).toHaveBeenCalledWith('f1')
})

test('换掉的照片从手机里删，留下的不删', async () => {
  const { draft } = launch()
  await draft.startDraft('DFUC_ALLOWANCE')
  draft.changeDraft(withPhoto)
  draft.changeDraft((before) => ({ ...before, step: 'papers' }))
  expect(mockRemovePhoto).not.toHaveBeenCalled()
  draft.changeDraft((before) => ({ ...before, papers: { birthCertificate: { photos: [] } } }))
  expect(mockRemovePhoto).toHaveBeenCalledWith('f1')
})
