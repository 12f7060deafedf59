import { photoFindings } from '@domain/photos/findings'
import { setPhoto } from '../../tests/fixtures/photoSet/photos'
import { median, type Figure } from './figures'

/** Source: issue 5, "Photos checked in the hand". */
const goalMs = 300
const pictures = 12
const warmUps = 3

/** What looking at a photo of 1600 pixels takes in the single thread of a phone's program, here. */
export async function photoLookFigures(): Promise<Figure[]> {
  const times: number[] = []
  for (let at = 0; at < pictures; at += 1) {
    const { pixels } = await setPhoto('test', at)
    for (let round = 0; round < (at === 0 ? warmUps : 1); round += 1) {
      const started = performance.now()
      photoFindings(pixels)
      if (at > 0) times.push(performance.now() - started)
    }
  }
  const worst = Math.max(...times)
  return [
    { name: '看一张 1600 px 的照片，一半在', value: `${median(times).toFixed(0)} ms` },
    { name: '最慢的一张', value: `${worst.toFixed(0)} ms`, limit: `${goalMs} ms`, ok: worst <= goalMs },
  ]
}
