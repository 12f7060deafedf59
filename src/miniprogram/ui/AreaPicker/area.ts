/** A place and what lies in it. */
export interface Area {
  /** Division code, 6 or 9 digits. */
  code: string
  name: string
  areas?: readonly Area[]
}

/** From the top level down to the area with this code; empty when it is not there. */
export function pathTo(areas: readonly Area[], code: string | undefined): readonly Area[] {
  if (!code) return []
  for (const area of areas) {
    if (area.code === code) return [area]
    const below = pathTo(area.areas ?? [], code)
    if (below.length) return [area, ...below]
  }
  return []
}
