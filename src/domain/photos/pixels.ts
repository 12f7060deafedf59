/** A picture as a canvas gives it: red, green, blue and opacity, 0–255, row by row. */
export interface Pixels {
  width: number
  height: number
  data: ArrayLike<number>
}

/** Brightness alone, 0–255, row by row. */
export interface Grey {
  width: number
  height: number
  data: Uint8Array
}

/** Brightness of a picture by the weights of ITU-R BT.601, which JPEG uses too. */
export function greyOf({ width, height, data }: Pixels): Grey {
  const grey = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4)
    grey[at] =
      ((data[from] as number) * 77 + (data[from + 1] as number) * 150 + (data[from + 2] as number) * 29) >> 8
  return { width, height, data: grey }
}

/** Rows become columns: what stood upright lies on its side. */
export function transposed({ width, height, data }: Grey): Grey {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y += 1)
    for (let x = 0, from = y * width, to = y; x < width; x += 1, from += 1, to += height)
      turned[to] = data[from] as number
  return { width: height, height: width, data: turned }
}
