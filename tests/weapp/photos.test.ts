import exifr from 'exifr'
import sharp from 'sharp'
import { withBlurredPhoto, withCameraPhoto, withPhoto } from '../fixtures/photoFile'
import { pixelsOf } from '../fixtures/photoSet/photos'
import { type MiniProgram } from './harness/driver'
import { fillIn } from './support/grandmother'
import { stage } from './support/stage'

// What the phone itself does with a photo of a paper: looks, warns, makes it small, strips it, marks it.

const { phone } = stage()

const take = async (program: MiniProgram, photo: string, paper = '孩子的户口本') => {
  program.pickPhoto(photo)
  await program.tap(`拍照，${paper}`)
}

/** The one photo that lies on the phone. */
function kept(program: MiniProgram): string {
  const [path = '', ...more] = program.phone.files.kept
  expect(more).toEqual([])
  return program.phone.files.real(path) ?? ''
}

test('拍糊了：说一句话，可以重拍，也可以仍要使用；不拦着上传', () =>
  withBlurredPhoto((blurred) =>
    phone(async (program) => {
      await fillIn(program)
      await take(program, blurred)
      expect(program.text()).toContain('有点模糊，字看不清。')
      expect(program.text()).toContain('8 样材料，已收到 1 样')
      await program.relaunch()
      await program.tap('接着填')
      expect(program.text()).toContain('有点模糊，字看不清。')
      await program.tap('仍要使用，孩子的户口本')
      expect(program.text()).not.toContain('有点模糊')
      expect(program.text()).toContain('8 样材料，已收到 1 样')
    }),
  ))

test('重拍一张清楚的：什么也不说了', () =>
  withBlurredPhoto((blurred) =>
    withPhoto((clear) =>
      phone(async (program) => {
        await fillIn(program)
        await take(program, blurred)
        program.pickPhoto(clear)
        await program.tap('重拍，孩子的户口本')
        expect(program.text()).not.toContain('有点模糊')
        expect(program.text()).toContain('8 样材料，已收到 1 样')
      }),
    ),
  ))

test('同一张照片放在两样材料里：说出来', () =>
  withPhoto((photo) =>
    phone(async (program) => {
      await fillIn(program)
      await take(program, photo)
      expect(program.text()).not.toContain('一样。')
      await take(program, photo, '申请人的身份证')
      expect(program.text()).toContain('这张和另一张一样。')
    }),
  ))

test('横着存的相机原图：转正、缩小、地点时间都去掉、写上用途', () =>
  withCameraPhoto((photo) =>
    phone(async (program) => {
      await fillIn(program)
      await take(program, photo)
      expect(program.text()).not.toContain('仍要使用')
      const file = kept(program)
      const { width = 0, height = 0, size = 0 } = await sharp(await sharp(file).toBuffer()).metadata()
      expect([width, height]).toEqual([1600, 1200])
      expect(size).toBeLessThanOrEqual(300_000)
      expect(await exifr.parse(file, true)).toBeUndefined()
      expect(await redPixels(file)).toBeGreaterThan(200)
    }),
  ))

/** The mark is the only red thing on these photos. */
async function redPixels(file: string): Promise<number> {
  const { data } = await pixelsOf(await sharp(file).toBuffer())
  let red = 0
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) > 110 && (data[at + 1] ?? 0) < 70 && (data[at + 2] ?? 0) < 70) red += 1
  return red
}

test('很旧的微信没有画布：照片照样收下，只是不说什么', () =>
  withBlurredPhoto((blurred) =>
    phone(async (program) => {
      program.phone.settings.SDKVersion = '2.14.0'
      await program.relaunch()
      await fillIn(program)
      await take(program, blurred)
      expect(program.text()).not.toContain('有点模糊')
      expect(program.text()).toContain('8 样材料，已收到 1 样')
    }),
  ))
