import type * as TheSubmit from '@/packages/application/submit'
import type * as TheDraft from '@/stores/draft'
import type * as TheDraftShelf from '@/stores/draftShelf'
import type * as TheReceipt from '@/stores/receipt'
import type * as TheOutbox from '@/stores/outbox'
import type * as TheDispatch from '@/stores/dispatch'
import type * as TheCases from '@/stores/cases'
import { type Receipt } from '@contracts/applications'
import { consentNotices } from '@domain/application/consentNotices'
import { newDraft, type Draft } from '@domain/application/draft'
import { idNumber } from '../../server/support/family'
import { phone, sealedStorage as mockSealedStorage, storage as mockStorage } from '../support/phone'
import {
  connection as mockConnection,
  lost,
  network as mockNetwork,
  offline,
  ok,
  refusal,
  server,
  session,
  settled,
} from '../support/server'

let mockSerial = 0
const mockPhotoBytes = jest.fn((): Promise<Uint8Array | undefined> => Promise.resolve(undefined))

jest.mock('@/platform/storage', () => mockStorage)
jest.mock('@/platform/sealedStorage', () => mockSealedStorage)
jest.mock('@/platform/network', () => mockNetwork)
jest.mock('@/platform/connection', () => mockConnection)
jest.mock('@/platform/attention', () => ({ watchAttention: () => undefined }))
jest.mock('@/platform/photoBytes', () => ({ photoBytes: () => mockPhotoBytes() }))
jest.mock('@/platform/signIn', () => ({ loginCode: jest.fn() }))
jest.mock('@/platform/photos', () => ({
  photoPath: (ref: string) => Promise.resolve(ref),
  removePhoto: () => Promise.resolve(),
  photosKeptBefore: () => Promise.resolve([]),
}))
jest.mock('@/platform/randomId', () => ({
  randomId: () => Promise.resolve(`3b241101-e2bb-4255-8caf-${String((mockSerial += 1)).padStart(12, '0')}`),
}))

const path = '/api/v1/applications'
const attachmentId = '3b241101-e2bb-4255-8caf-4136c566a963'

const clientId = '3b241101-e2bb-4255-8caf-4136c566a965'

const complete: Draft = {
  ...newDraft('DFUC_ALLOWANCE', 'draft', '2026-11-24T00:00:00.000Z'),
  answers: {
    'father.situation': { kind: 'choice', values: ['dead'] },
    'mother.situation': { kind: 'choice', values: ['dead'] },
  },
  applicant: {
    helper: 'none',
    relation: 'grandparent',
    authority: 'entrusted',
    name: '王秀兰',
    idNumber: idNumber('19580312'),
    phone: '13812345678',
    safeToContact: false,
  },
  child: { name: '王小明', idNumber: idNumber('20150607'), hukou: '150302001', residence: '150302001' },
  papers: { childHukouBook: { photos: [{ clientId, file: 'f1', attachmentId }] } },
  consents: { childData: { given: true, noticeVersion: consentNotices.childData.version } },
}

const receipt: Receipt = {
  applicationId: '3b241101-e2bb-4255-8caf-4136c566a964',
  caseNumber: '840211670001',
  receivedAt: '2026-11-24T02:00:00.000Z',
  files: [],
  papersLater: [],
  office: '海勃湾区凤凰岭街道',
  way: { procedure: 'streetThenDistrict', kind: 'application' },
}
const filed = ok(201, receipt)

/** The program as it starts, on the phone as it was left. */
function launch() {
  let loaded:
    | (typeof TheSubmit &
        typeof TheDraft &
        typeof TheDraftShelf & {
          useReceipt: (typeof TheReceipt)['useReceipt']
          useCases: (typeof TheCases)['useCases']
          useOutbox: (typeof TheOutbox)['useOutbox']
          dispatch: (typeof TheDispatch)['dispatch']
        })
    | undefined
  jest.isolateModules(() => {
    loaded = {
      ...jest.requireActual<typeof TheSubmit>('@/packages/application/submit'),
      ...jest.requireActual<typeof TheDraftShelf>('@/stores/draftShelf'),
      ...jest.requireActual<typeof TheDraft>('@/stores/draft'),
      useReceipt: jest.requireActual<typeof TheReceipt>('@/stores/receipt').useReceipt,
      useOutbox: jest.requireActual<typeof TheOutbox>('@/stores/outbox').useOutbox,
      dispatch: jest.requireActual<typeof TheDispatch>('@/stores/dispatch').dispatch,
      useCases: jest.requireActual<typeof TheCases>('@/stores/cases').useCases,
    }
  })
  if (!loaded) throw new Error('not loaded')
  return loaded
}

async function readyToSubmit(draft: Draft = complete) {
  phone.kept.set(`draft.${draft.id}`, draft)
  const program = launch()
  await program.readDraftOfPhone()
  return program
}

const keys = () => server.callsTo(path).map(({ headers }) => headers?.['idempotency-key'])
const keptOutgoing = () => (phone.kept.get('outbox') as TheOutbox.Outgoing[] | undefined)?.[0]
const keptDraft = () => phone.kept.get('draft.draft') as Draft | undefined

/** Handing in takes more steps than one question and answer. */
async function quiet(): Promise<void> {
  for (let turns = 0; turns < 4; turns += 1) await settled()
}

beforeEach(() => {
  phone.reset()
  server.reset()
  server.backOnline = []
  jest.useFakeTimers()
})
afterEach(() => jest.useRealTimers())

test('提交一次：回执留下，进度里有，草稿和照片从手机里删掉', async () => {
  server.replies[path] = [filed]
  const { submitDraft, useReceipt, useCases, useSubmission } = await readyToSubmit()
  await submitDraft()
  expect(useReceipt.getState().receipt).toEqual(receipt)
  expect(useCases.getState().cases).toMatchObject([{ id: receipt.applicationId, childMaskedName: '王*明' }])
  expect(keptDraft()).toBeUndefined()
  expect(useSubmission.getState().problem).toBeUndefined()
  expect(phone.kept.has('outbox')).toBe(false)
  expect(keys()).toHaveLength(1)
})

test('编号在发出以前就存在手机里', async () => {
  const kept: (string | undefined)[] = []
  server.replies[path] = [filed]
  server.onCall = (call) => {
    if (call.path === path) kept.push(keptDraft()?.idempotencyKey)
  }
  const { submitDraft } = await readyToSubmit()
  await submitDraft()
  expect(kept).toEqual(keys())
  expect(kept[0]).toMatch(/^[0-9a-f-]{36}$/)
})

test('连点两下：只交一次', async () => {
  server.replies[path] = [filed]
  const { submitDraft } = await readyToSubmit()
  await Promise.all([submitDraft(), submitDraft()])
  expect(keys()).toHaveLength(1)
})

test('回音丢了：同一个编号、同样的内容再问，拿到回执', async () => {
  server.replies[path] = [lost, lost, filed]
  const { submitDraft, useReceipt, useOutbox } = await readyToSubmit()
  const done = submitDraft()
  await quiet()
  expect(useOutbox.getState().active?.phase).toBe('confirming')
  await jest.advanceTimersByTimeAsync(5_000)
  await done
  expect(new Set(keys()).size).toBe(1)
  expect(new Set(server.callsTo(path).map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(useReceipt.getState().receipt).toEqual(receipt)
})

test('一直没有回音：等着，网络一好接着问，还是同一个编号', async () => {
  server.replies[path] = [lost, lost, lost, lost, filed]
  const { submitDraft, takeBack, useReceipt } = await readyToSubmit()
  const done = submitDraft()
  await jest.advanceTimersByTimeAsync(20_000)
  await done
  expect(keptOutgoing()).toMatchObject({ maybeSent: true })
  takeBack()
  expect(keptOutgoing()).toMatchObject({ key: keys()[0] })
  expect(keptDraft()?.idempotencyKey).toBe(keys()[0])
  server.backOnline.forEach((listener) => listener())
  await quiet()
  expect(new Set(keys()).size).toBe(1)
  expect(useReceipt.getState().receipt).toEqual(receipt)
})

test('等回音的时候关掉：再打开，用原来的编号问', async () => {
  server.replies[path] = [lost]
  const first = await readyToSubmit()
  void first.submitDraft()
  await quiet()
  const [key] = keys()
  server.calls = []
  server.replies[path] = [filed]
  const second = launch()
  await second.readDraftOfPhone()
  await second.submitDraft()
  expect(keys()).toEqual([key])
  expect(second.useReceipt.getState().receipt).toEqual(receipt)
})

test('没有网络：不发，存好；网一好自己交，还是存好的那个编号', async () => {
  server.isOnline = false
  server.replies[path] = [filed]
  const { submitDraft, useReceipt } = await readyToSubmit()
  await submitDraft()
  expect(server.calls).toEqual([])
  const kept = keptOutgoing()
  expect(kept).toMatchObject({ draftId: 'draft', maybeSent: false })
  expect(keptDraft()?.idempotencyKey).toBe(kept?.key)
  server.isOnline = true
  server.backOnline.forEach((listener) => listener())
  await quiet()
  expect(keys()).toEqual([kept?.key])
  expect(useReceipt.getState()).toMatchObject({ receipt, isNews: true })
  expect(keptDraft()).toBeUndefined()
  expect(phone.kept.has('outbox')).toBe(false)
})

test('没有网络，又关掉了：再打开，不用开表，自己交，同一个编号', async () => {
  server.isOnline = false
  const first = await readyToSubmit()
  await first.submitDraft()
  const kept = keptOutgoing()
  server.isOnline = true
  server.replies[path] = [filed]
  const second = launch()
  await second.dispatch()
  expect(keys()).toEqual([kept?.key])
  expect(second.useReceipt.getState().receipt).toEqual(receipt)
})

test('没有网络时交的，继续修改：拿回来，什么也没发；再交是新的编号，新的内容', async () => {
  server.isOnline = false
  const { submitDraft, takeBack, changeDraft, dispatch } = await readyToSubmit()
  await submitDraft()
  const first = keptOutgoing()
  takeBack()
  await quiet()
  expect(phone.kept.has('outbox')).toBe(false)
  expect(keptDraft()?.idempotencyKey).toBeUndefined()
  changeDraft((draft) => ({ ...draft, child: { ...draft.child, name: '王小红' } }))
  server.isOnline = true
  await dispatch()
  expect(server.calls).toEqual([])
  server.replies[path] = [filed]
  await submitDraft()
  expect(keys()).toHaveLength(1)
  expect(keys()[0]).not.toBe(first?.key)
  expect(server.callsTo(path)[0]?.body).toMatchObject({ child: { name: '王小红' } })
})

test('编号和内容一起封好：后来草稿变了，交的还是当时那一份', async () => {
  server.replies[path] = [lost]
  const { submitDraft, changeDraft, dispatch } = await readyToSubmit()
  const done = submitDraft()
  await jest.advanceTimersByTimeAsync(20_000)
  await done
  changeDraft((draft) => ({ ...draft, child: { ...draft.child, name: '王小红' } }))
  server.replies[path] = [filed]
  await dispatch()
  expect(server.callsTo(path).at(-1)?.body).toMatchObject({ child: { name: '王小明' } })
})

test('登录不了：不发申请，存好，过一会儿自己再试', async () => {
  server.replies['/api/v1/sessions/demo'] = [offline, ok(201, session('t1'))]
  server.replies[path] = [filed]
  const { submitDraft, useReceipt } = await readyToSubmit()
  await submitDraft()
  expect(keys()).toEqual([])
  expect(keptOutgoing()).toMatchObject({ maybeSent: false })
  await jest.advanceTimersByTimeAsync(60_000)
  await quiet()
  expect(keys()).toHaveLength(1)
  expect(useReceipt.getState().receipt).toEqual(receipt)
})

test('没人在看的时候被退回：留着原因，打开才拿回来改', async () => {
  server.isOnline = false
  const { submitDraft, takeBack, dispatch, useSubmission } = await readyToSubmit()
  await submitDraft()
  server.isOnline = true
  server.replies[path] = [refusal('CONSENT_MISSING')]
  await dispatch()
  await dispatch()
  expect(keys()).toHaveLength(1)
  expect(keptOutgoing()?.refusal).toMatchObject({ code: 'CONSENT_MISSING' })
  takeBack()
  await quiet()
  expect(useSubmission.getState().problem).toContain('还没有同意')
  expect(keptDraft()?.idempotencyKey).toBeUndefined()
})

test('手机存不下编号：不发，免得重复', async () => {
  const { submitDraft, useSubmission } = await readyToSubmit()
  phone.isFull = true
  await submitDraft()
  expect(keys()).toEqual([])
  expect(useSubmission.getState().problem).toContain('存不下')
})

test.each(['CONSENT_MISSING', 'INVALID_FIELD'] as const)('%s：草稿还在，下次用新的编号', async (code) => {
  server.replies[path] = [refusal(code), filed]
  const { submitDraft, useSubmission, useReceipt } = await readyToSubmit()
  await submitDraft()
  expect(useSubmission.getState().problem).toEqual(expect.any(String))
  await quiet()
  expect(keptDraft()?.child.name).toBe('王小明')
  expect(keptDraft()?.idempotencyKey).toBeUndefined()
  await submitDraft()
  expect(new Set(keys()).size).toBe(2)
  expect(useReceipt.getState().receipt).toEqual(receipt)
})

test('服务忙：不换编号', async () => {
  server.replies[path] = [refusal('UNAVAILABLE'), filed]
  const { submitDraft } = await readyToSubmit()
  const done = submitDraft()
  await jest.advanceTimersByTimeAsync(1_000)
  await done
  expect(keys()).toHaveLength(2)
  expect(new Set(keys()).size).toBe(1)
})

test('服务器没有那张照片：重新传那一张，别的不动', async () => {
  server.replies[path] = [refusal('ATTACHMENT_UNKNOWN', 'papers.0')]
  const { submitDraft, useSubmission } = await readyToSubmit()
  await submitDraft()
  await quiet()
  expect(keptDraft()?.papers.childHukouBook?.photos).toEqual([{ clientId, file: 'f1' }])
  expect(useSubmission.getState().problem).toContain('重新传')
})

test('等回音的时候填另一份：网络好了，接着确认的还是那一份；回执来了，只删那一份', async () => {
  server.replies[path] = [lost, lost, lost, lost, filed]
  const program = await readyToSubmit()
  phone.kept.set('draft.other', { ...complete, id: 'other', child: { ...complete.child, name: '李小红' } })
  const done = program.submitDraft()
  await jest.advanceTimersByTimeAsync(20_000)
  await done
  program.chooseDraft('other')
  expect((await program.readDraftOfPhone())?.child.name).toBe('李小红')
  server.backOnline.forEach((listener) => listener())
  await settled()
  await settled()
  expect(new Set(keys()).size).toBe(1)
  const names = server.callsTo(path).map(({ body }) => (body as { child: { name: string } }).child.name)
  expect(new Set(names)).toEqual(new Set(['王小明']))
  expect(keptDraft()).toBeUndefined()
  expect(phone.kept.get('draft.other')).toMatchObject({ child: { name: '李小红' } })
  expect(program.useDraft.getState().draft?.id).toBe('other')
})

test('少一样必填的：不发', async () => {
  const { name: _, ...child } = complete.child
  const { submitDraft } = await readyToSubmit({ ...complete, child })
  await submitDraft()
  expect(keys()).toEqual([])
})

test('照片还没传完：先不发；传完了自己交，交的是服务器给的编号', async () => {
  mockPhotoBytes.mockResolvedValue(Uint8Array.from([1]))
  server.uploads = []
  server.replies[path] = [filed]
  const { submitDraft, useReceipt } = await readyToSubmit({
    ...complete,
    papers: { childHukouBook: { photos: [{ clientId, file: 'f1' }] } },
  })
  await submitDraft()
  await quiet()
  expect(keys()).toEqual([])
  const { sentSha256 = '' } = server.uploads[0]?.fields ?? {}
  const stored = {
    id: attachmentId,
    paper: 'childHukouBook',
    sha256: sentSha256,
    bytes: 1,
    width: 1,
    height: 1,
  }
  server.uploads[0]?.answer(ok(201, { ...stored, sentSha256 }))
  await quiet()
  expect(server.callsTo(path)[0]?.body).toMatchObject({
    papers: expect.arrayContaining([{ paper: 'childHukouBook', attachmentIds: [attachmentId] }]) as unknown,
  })
  expect(useReceipt.getState().receipt).toEqual(receipt)
})
