import type { Circumstances } from '../circumstances'
import type { Decision, Read } from '../decision'
import { isMet, mayApply, type Sentence, type Verdict } from '../verdict'

/** What a status brings with it: the item while the status lasts, and at 18 and older where it differs. */
type Following = readonly [status: Decision<Verdict>, item: Verdict, asAdult?: Verdict]

interface Followed {
  statuses: readonly Following[]
  /** What is answered where there is no status. */
  otherwise: Verdict
}

const onceRecognised: Sentence = ['认定后就能享受。']
const whileProtected: Sentence = ['保障期内继续享受。', '1.1-j']
const likeTheStatus: Sentence = ['能不能享受，要看认定的结果。']

/**
 * An item that follows from a status (reference §0.3). Where the status is met it has the result it has once the status
 * is recognised; while the status ends it goes on to the last protected day; otherwise it is no better than the status.
 */
export function followed(read: Read, facts: Circumstances, { statuses, otherwise }: Followed): Verdict {
  const found = statuses.map((following) => itemOf(read, facts, following))
  return found.reduce<Verdict>((best, each) => (each && rank(best) < rank(each) ? each : best), otherwise)
}

function itemOf(read: Read, facts: Circumstances, [status, item, asAdult]: Following): Verdict | undefined {
  const of = read(status)
  const { dates, exit, isCertain } = of
  if (isMet(of)) {
    const given = asAdult && read(facts.isAdult) ? asAdult : item
    return mayApply(of) ? begun(given, onceRecognised) : given
  }
  switch (of.result) {
    case 'ENDING':
      return { ...begun(item, whileProtected), exit, dates }
    case 'NOT_YET':
      return { result: 'NOT_YET', says: [likeTheStatus], dates, isCertain }
    case 'NEEDS_INFO':
      return { result: 'NEEDS_INFO', says: [likeTheStatus], needs: of.needs, canApply: false }
    default:
      return undefined
  }
}

const begun = (verdict: Verdict, sentence: Sentence): Verdict => ({
  ...verdict,
  says: [sentence, ...verdict.says],
})

/** Which of two answers helps the family more. */
function rank(verdict: Verdict): number {
  if (isMet(verdict)) return 4
  if (verdict.result === 'NEEDS_INFO') return mayApply(verdict) ? 3 : 1
  return verdict.result === 'NOT_YET' ? 2 : 0
}
