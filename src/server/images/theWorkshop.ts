import { createWorkshop, type Workshop } from './workshop'

let one: Workshop | undefined

/** The one of this process: all its photos share the same two places. */
export function workshop(): Workshop {
  return (one ??= createWorkshop())
}
