import type { Circumstances } from '../circumstances'
import type { Decision } from '../diagram'
import { isMet, mayApply, notEligible, notYet, type Sentence, type Verdict } from '../verdict'

/** What a status brings with it: the item while the status lasts, and at 18 and older where it differs. */
type Following = readonly [status: Decision<Verdict>, item: Decision<Verdict> | Verdict, asAdult?: Verdict]

const onceRecognised: Sentence = ['认定后就能享受。']
const whileProtected: Sentence = ['保障期内继续享受。', '1.1-j']
const verifiedThen: Sentence = ['认定后还要核实。']
const likeTheStatus: Sentence = ['能不能享受，要看民政认定的结果。']

/**
 * An item that follows from a status (reference §0.3). Where the status is met it has the result it has once the status
 * is recognised; while the status ends it goes on to the last protected day; otherwise it is no better than the status.
 * @param otherwise what is answered where there is no status
 */
export function followed(
  { decisions, isAdult }: Circumstances,
  statuses: readonly Following[],
  otherwise: Verdict,
): Decision<Verdict> {
  // One status at a time, so that what two of them have in common is told apart once.
  return statuses.reduce<Decision<Verdict>>((best, [status, item, asAdult]) => {
    const following = decisions.decide((read) => {
      const given = 'result' in item ? item : read(item)
      return itemOf(read(status), asAdult && read(isAdult) ? asAdult : given, given)
    })
    return decisions.decide((read) => better(read(best), read(following)))
  }, decisions.known(otherwise))
}

const none = notEligible([])

function itemOf(status: Verdict, whenMet: Verdict, whileEnding: Verdict): Verdict {
  const { dates, exit, isCertain, needs } = status
  if (isMet(status)) return mayApply(status) ? begun(whenMet, onceRecognised) : whenMet
  switch (status.result) {
    case 'ENDING':
      return { ...begun(whileEnding, whileProtected), exit, dates, whileEnding: true }
    case 'NOT_YET':
      return isMet(whenMet) ? notYet([likeTheStatus], { dates, isCertain }) : notBefore(whenMet)
    case 'NEEDS_INFO':
      return { result: 'NEEDS_INFO', says: [likeTheStatus], needs, canApply: false }
    default:
      return none
  }
}

/** An item that a department decides promises nothing with the status, and has no day of its own. */
function begun(item: Verdict, sentence: Sentence): Verdict {
  const first = isMet(item) ? [sentence] : sentence === onceRecognised ? [verifiedThen] : []
  return { ...item, says: [...first, ...item.says] }
}

const notBefore = (item: Verdict): Verdict => ({
  ...item,
  says: [verifiedThen, ...item.says],
  canApply: false,
})

const better = (a: Verdict, b: Verdict) => (rank(a) < rank(b) ? b : a)

/** How much an answer helps the family. */
function rank(verdict: Verdict): number {
  // What another status gives for good is better than what goes on only while one ends.
  if (isMet(verdict)) return verdict.whileEnding ? 4 : 5
  if (verdict.result === 'NEEDS_INFO') return mayApply(verdict) ? 3 : 1
  return verdict.result === 'NOT_YET' ? 2 : 0
}
