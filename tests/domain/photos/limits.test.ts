import { phonePhoto, photoLimits } from '@domain/photos/limits'

test('手机压过的照片，服务器一定收得下', () => {
  expect(phonePhoto.targetSide).toBeLessThanOrEqual(photoLimits.maxSide)
  expect(phonePhoto.targetSide ** 2).toBeLessThanOrEqual(photoLimits.maxPixels)
  // Three bytes a pixel is more than any JPEG of a photo needs.
  expect(phonePhoto.targetSide ** 2 * 3).toBeLessThanOrEqual(photoLimits.maxBytes)
})

test('上限：8 MB，2400 万像素，最长边 12000，一帧', () => {
  expect(photoLimits).toEqual({
    maxBytes: 8_388_608,
    maxPixels: 24_000_000,
    maxSide: 12_000,
    maxFrames: 1,
  })
})
