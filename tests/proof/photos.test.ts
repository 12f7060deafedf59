import { judged, inWords, type JudgedPhoto } from '../fixtures/photoSet/judging'
import { causes } from '../fixtures/photoSet/truth'

/*
 * `npm run proof -- photos [count] [seed]`: as many pictures of the test part as one likes. Prints for each cause how many
 * were found, and every mistake.
 */

const count = Number(process.env.PHOTO_RUNS ?? '400')
const seed = Number(process.env.PHOTO_SEED ?? '0')

test(`${count} 张照片，种子 ${seed}：看不清的找出 95% 以上，误报不过 3%`, async () => {
  const result = await judged('test', count, seed)
  const has = (cause: string) => (photo: JudgedPhoto) => photo.causes.join() === cause
  const rows = causes.map((cause) => {
    const all = result.useless.filter(has(cause)).length
    const unsaid = result.missed.concat(result.misnamed).filter(has(cause)).length
    return `${cause} ${all - unsaid}/${all}`
  })
  const percent = (share: number) => `${(share * 100).toFixed(1)}%`
  console.log(
    [
      `找出 ${percent(result.foundShare)}；说对的：${rows.join('，')}`,
      `误报 ${percent(result.falseShare)}（${result.falsely.length}/${result.good.length}）`,
      ...result.missed.concat(result.misnamed, result.falsely).map(inWords),
    ].join('\n'),
  )
  expect(result.foundShare).toBeGreaterThanOrEqual(0.95)
  expect(result.falseShare).toBeLessThanOrEqual(0.03)
}, 86_400_000)
