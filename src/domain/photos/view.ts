import { lightOf, type Light } from './light'
import { paperIn, type Paper } from './paper'
import { greyOf, transposed, type Grey, type Pixels } from './pixels'

/** A photo as all measures look at it. */
export interface View {
  grey: Grey
  light: Light
  paper: Paper
}

export function viewOf(pixels: Pixels): View {
  const grey = greyOf(pixels)
  const light = lightOf(grey, pixels)
  return { grey, light, paper: paperIn(light) }
}

/** The same photo with rows as columns: what lay on its side stands, mirrored. */
export function turned({ grey, light, paper }: View): View {
  const { columns, rows } = light
  const over = <List extends Float32Array | Uint8Array>(tiles: List): List =>
    tiles.map((_, at) => tiles[(at % rows) * columns + Math.floor(at / rows)] as number) as List
  return {
    grey: transposed(grey),
    light: {
      columns: rows,
      rows: columns,
      bright: over(light.bright),
      dim: over(light.dim),
      ground: over(light.ground),
      warmth: over(light.warmth),
    },
    paper: { ...paper, mask: over(paper.mask) },
  }
}
