import { type Findings, type GroupName } from '../findings'
import { result as texts } from '../resultTexts'

// Good news first; what ends soon before what may come.
const inTitles: readonly GroupName[] = ['apply', 'held', 'automatic', 'ending', 'almost', 'instead']

/** The best news, as the count of its group; never a bare no. */
export function titleOf({ groups }: Findings): string {
  const wanted = inTitles.filter((name) => groups.some((group) => group.name === name))[0] ?? 'instead'
  const count = groups.filter(({ name }) => name === wanted)[0]?.results.length ?? 0
  return texts.titles[wanted](count)
}
