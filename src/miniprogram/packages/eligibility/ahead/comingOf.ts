import { type Foresight, type ForesightKind } from '@domain/eligibility/foresight'

/** What has to be done first; then what a family fears, what it keeps, what it may hope for. */
const order: readonly ForesightKind[] = ['handIn', 'ends', 'continues', 'begins']

export interface ComingGroup {
  kind: ForesightKind
  /** By date, those without one last. */
  events: readonly Foresight[]
}

/** What lies ahead, by kind; a kind of which there is nothing is left out. */
export function comingOf(list: readonly Foresight[]): ComingGroup[] {
  return order
    .map((kind) => ({ kind, events: list.filter((each) => each.kind === kind) }))
    .filter(({ events }) => events.length > 0)
}
