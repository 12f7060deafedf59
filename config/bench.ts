import { resolve } from 'node:path'
import { assessingFigures } from './bench/assessing'
import { auditFigures } from './bench/auditing'
import { show, sizeFigure, type Figure } from './bench/figures'
import { photoLookFigures } from './bench/photoLook'
import { photoFigures } from './bench/photos'
import { questionFigures } from './bench/questions'
import { renderingFigures } from './bench/rendering'
import { ruleSizeFigures } from './bench/ruleSizes'
import { sealingFigures } from './bench/sealing'
import { servingFigures } from './bench/serving'
import { grownFigures } from './bench/serving/grown'
import { packageSizes } from './packageSizes'

const dist = resolve(__dirname, '../dist/weapp')

const sizes = () => packageSizes(dist).map(({ name, bytes, budget }) => sizeFigure(name, bytes, budget))

/** Times depend on the computer and are printed to be compared; sizes and counts have limits, which tests hold. */
const parts: readonly (readonly [string, () => Figure[] | Promise<Figure[]>])[] = [
  ['小程序的包（先运行 npm run build:weapp）', sizes],
  ['画面更新（构建好的小程序，从提问填到同意书）', () => renderingFigures(dist)],
  ['政策和引擎的大小（压缩后）', ruleSizeFigures],
  ['政策判断', assessingFigures],
  ['看看能领什么，要问几页', () => questionFigures()],
  ['手里的照片', photoLookFigures],
  ['加密', sealingFigures],
  ['接口和数据库', servingFigures],
  ['照片', photoFigures],
]

/** Minutes of filling a database: only when asked for by name. */
const onRequest: typeof parts = [
  ['一百万件申请时', grownFigures],
  ['一百万条审计', auditFigures],
]

/**
 * `npm run bench`: what it weighs, what crosses to the screen, how fast it answers. `npm run bench -- 数据库 一百万` measures
 * the parts whose name contains a word.
 */
async function bench(words: readonly string[]): Promise<void> {
  const chosen =
    words.length === 0
      ? parts
      : [...parts, ...onRequest].filter(([title]) => words.some((word) => title.includes(word)))
  for (const [title, measure] of chosen) show(title, await measure())
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
