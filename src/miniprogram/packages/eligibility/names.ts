import { provisionOf, type EntitlementCode } from '@domain/policy/provisions'

/**
 * Names that tell nothing to whoever looks over a shoulder, for lists, titles and headings (law-and-rules §8); the
 * official name stands inside the page of the entitlement.
 */
const neutralNames: Partial<Record<EntitlementCode, string>> = {
  ORPHAN_ALLOWANCE: '儿童基本生活费',
  DIBAO_SINGLE: '孩子单独享受低保',
  ADOPTED_CONTINUATION: '收养后继续的保障',
  ADOPTED_DISABLED_ORPHAN: '收养后的生活和康复保障',
  FUCAI_DREAM: '福彩圆梦助学',
}

/** What an entitlement is called in a list or a heading. */
export function nameOf(code: EntitlementCode): string {
  return neutralNames[code] ?? officialNameOf(code)
}

/** What the policy and the counter call it. */
export function officialNameOf(code: EntitlementCode): string {
  return provisionOf(code).name ?? ''
}

/**
 * What the counter looks it up by: the official name, but for one that names an illness or a disability, which only the
 * family's own answers may tell.
 */
export function counterNameOf(code: EntitlementCode): string {
  const official = officialNameOf(code)
  return /病残|重病|残疾孤儿/.test(official) ? nameOf(code) : official
}

/** Words that may stand inside one's own case and in no list, title or message. Source: experience §7. */
const tellTale = /孤儿|艾滋|服刑|戒毒|困境/

/** The first of these sentences that a stranger may read; undefined when there is none. */
export function quietSentence(...sentences: readonly (string | undefined)[]): string | undefined {
  return sentences.filter((each) => each !== undefined && each !== '' && !tellTale.test(each))[0]
}
