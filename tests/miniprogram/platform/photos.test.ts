import type * as Kept from '@/platform/photos'
import type * as Taking from '@/platform/takePhotos'
import { fails, load, succeeds, type TaroStandIn } from './support/taro'

/** Answers as WeChat does, through the callbacks; no promise comes back (Taro 4.1.11 makes none for this call). */
const answering = (answer: { success: object } | { fail: object }) =>
  jest.fn((options: { success: (result: object) => void; fail: (error: object) => void }) =>
    'success' in answer ? options.success(answer.success) : options.fail(answer.fail),
  )

const asked = { purpose: '仅用于办理样本 2026年11月25日', others: [], isPaper: true }

interface Phone {
  bytes?: number
  width?: number
  height?: number
  saveFile?: jest.Mock
  compressImage?: jest.Mock
  chooseMedia?: jest.Mock
}

function phone(parts: Phone = {}): { taro: TaroStandIn; photos: typeof Kept & typeof Taking } {
  const { width = 4000, height = 3000, bytes = 250_000 } = parts
  const files = {
    getFileInfo: succeeds({ size: bytes }),
    saveFile: parts.saveFile ?? succeeds({ savedFilePath: 'wxfile://store_1.jpg' }),
    access: succeeds({}),
    removeSavedFile: fails('removeSavedFile:fail file not exist'),
  }
  const chosen = { tempFiles: [{ tempFilePath: 'wxfile://tmp_1.jpg' }] }
  const taro: TaroStandIn = {
    getFileSystemManager: jest.fn(() => files),
    chooseMedia: parts.chooseMedia ?? answering({ success: chosen }),
    getImageInfo: jest.fn(({ src }: { src: string }) =>
      Promise.resolve(src.includes('small') ? { width: 1600, height: 1200 } : { width, height }),
    ),
    compressImage:
      parts.compressImage ?? jest.fn(() => Promise.resolve({ tempFilePath: 'wxfile://small.jpg' })),
  }
  return {
    taro,
    photos: {
      ...load<typeof Kept>('photos', 'weapp', taro),
      ...load<typeof Taking>('takePhotos', 'weapp', taro),
    },
  }
}

test('without a canvas a photo is made small, measured again and kept beyond the life of the app', async () => {
  const { photos } = phone()
  expect(await photos.takePhotos('camera', 1, asked)).toEqual({
    ok: true,
    faults: [],
    photos: [{ ref: 'wxfile://store_1.jpg', bytes: 250_000, width: 1600, height: 1200, findings: [] }],
  })
})

test.each([
  ['a wide photo by its width', 4000, 3000, { compressedWidth: 1600 }],
  ['a tall photo by its height', 3000, 4000, { compressedHeight: 1600 }],
  ['a small photo in quality only', 800, 600, {}],
])('%s', async (_case, width, height, size) => {
  const { taro, photos } = phone({ width, height })
  await photos.takePhotos('album', 1, asked)
  expect(taro.compressImage).toHaveBeenCalledWith({ src: 'wxfile://tmp_1.jpg', quality: 70, ...size })
})

test('where nothing can be compressed the photo itself is kept', async () => {
  const compressImage = jest.fn(() => Promise.reject({ errMsg: 'compressImage:fail' }))
  const answer = await phone({ compressImage }).photos.takePhotos('camera', 1, asked)
  expect(answer).toMatchObject({ ok: true, photos: [{ width: 4000, height: 3000 }] })
})

test.each([
  ['tooLarge', { bytes: 2_000_001 }],
  ['noRoom', { saveFile: fails('saveFile:fail the maximum size of the file storage limit is exceeded') }],
  ['unreadable', { saveFile: fails('saveFile:fail') }],
])('a photo that cannot be kept is a fault and no photo: %s', async (fault, parts) => {
  const answer = await phone(parts).photos.takePhotos('camera', 1, asked)
  expect(answer).toEqual({ ok: true, photos: [], faults: [fault] })
})

test.each([
  ['chooseMedia:fail cancel', 'cancelled'],
  ['chooseMedia:fail auth deny', 'refused'],
  ['chooseMedia:fail api scope is not declared in the privacy agreement', 'refused'],
  ['chooseMedia:fail', 'failed'],
])('%s is told as %s', async (errMsg, reason) => {
  const chooseMedia = answering({ fail: { errMsg } })
  expect(await phone({ chooseMedia }).photos.takePhotos('camera', 1, asked)).toEqual({ ok: false, reason })
})

test('an answer without files is no photo', async () => {
  const chooseMedia = answering({ success: { errMsg: '暂时不支持 API' } })
  expect(await phone({ chooseMedia }).photos.takePhotos('camera', 1, asked)).toEqual({
    ok: false,
    reason: 'failed',
  })
})

test('a file the phone has thrown away has no path; deleting it again is no failure', async () => {
  const { taro, photos } = phone()
  expect(await photos.photoPath('wxfile://store_1.jpg')).toBe('wxfile://store_1.jpg')
  taro.getFileSystemManager?.mockReturnValue({
    access: fails('access:fail no such file'),
    removeSavedFile: fails('removeSavedFile:fail'),
  })
  expect(await photos.photoPath('wxfile://store_1.jpg')).toBeUndefined()
  await expect(photos.removePhoto('wxfile://store_1.jpg')).resolves.toBeUndefined()
})
