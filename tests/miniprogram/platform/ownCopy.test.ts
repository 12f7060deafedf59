import type * as OwnCopy from '@/platform/ownCopy'
import { fails, load, succeeds } from './support/taro'

const text = '孩子的姓名：王小明\n户口：海南区\n'
/** The mark of UTF-8 first, and both characters of a new line: Windows and old phones read it rightly. */
const written = '\uFEFF孩子的姓名：王小明\r\n户口：海南区\r\n'

describe('微信里', () => {
  function program(shareFileMessage: jest.Mock) {
    const files = { writeFileSync: jest.fn(), unlink: jest.fn() }
    const taro = { getFileSystemManager: jest.fn(() => files), shareFileMessage }
    Object.assign(taro, { env: { USER_DATA_PATH: 'wxfile://usr' } })
    return { files, ...load<typeof OwnCopy>('ownCopy', 'weapp', taro) }
  }
  const filePath = 'wxfile://usr/我的信息.txt'

  test('写成一个文件，发给自己，不留在小程序里', async () => {
    const share = succeeds({})
    const { files, handOver } = program(share)
    expect(await handOver('我的信息.txt', text)).toBe('done')
    expect(files.writeFileSync).toHaveBeenCalledWith(filePath, written, 'utf8')
    expect(share.mock.calls[0]?.[0]).toMatchObject({ filePath, fileName: '我的信息.txt' })
    expect(files.unlink).toHaveBeenCalledWith({ filePath })
  })

  test.each([
    ['没发成', fails('shareFileMessage:fail can only be invoked by user TAP gesture.')],
    [
      '微信太旧',
      jest.fn(() => {
        throw new TypeError('not a function')
      }),
    ],
  ])('%s：说没成，也不留', async (_case, share) => {
    const { files, handOver } = program(share)
    expect(await handOver('我的信息.txt', text)).toBe('failed')
    expect(files.unlink).toHaveBeenCalledWith({ filePath })
  })
})

test('浏览器里：下载一个纯文字的文件', async () => {
  const blobs: Blob[] = []
  Object.assign(URL, {
    createObjectURL: (blob: Blob) => `blob:${blobs.push(blob)}`,
    revokeObjectURL: jest.fn(),
  })
  const names: string[] = []
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(`${this.href} ${this.download}`)
  })
  expect(await load<typeof OwnCopy>('ownCopy', 'h5').handOver('我的信息.txt', text)).toBe('done')
  expect(names).toEqual(['blob:1 我的信息.txt'])
  expect(blobs[0]?.type).toBe('text/plain;charset=utf-8')
  expect(await bytesOf(blobs[0] as Blob)).toEqual([...Buffer.from(written)])
  expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1')
})

const bytesOf = (blob: Blob) =>
  new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve([...new Uint8Array(reader.result as ArrayBuffer)])
    reader.readAsArrayBuffer(blob)
  })
