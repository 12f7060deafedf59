import { policyText } from './policyText'

/** One of the seven parts of the text, or what stands before them. */
export interface PolicyPart {
  /** 0 for what stands before the first part. */
  number: number
  /** As printed: 一、健全基本生活保障体系; empty for part 0. */
  heading: string
  /** Verbatim, in order. */
  paragraphs: readonly string[]
}

const headingPattern = /^[一二三四五六七]、/

/** The policy's text by its parts; joined again it is the text, empty lines aside. */
export function policyParts(): PolicyPart[] {
  const lines = policyText.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .reduce<PolicyPart[]>(
      (parts, line) => {
        if (headingPattern.test(line))
          return parts.concat({ number: parts.length, heading: line, paragraphs: [] })
        const last = parts[parts.length - 1]
        if (!last) return parts
        return parts.slice(0, -1).concat({ ...last, paragraphs: last.paragraphs.concat(line) })
      },
      [{ number: 0, heading: '', paragraphs: [] }],
    )
}

/** The part a quotation stands in, or nothing when it is not in the text. */
export function partWith(quote: string): PolicyPart | undefined {
  return policyParts().filter(({ paragraphs }) => paragraphs.some((text) => text.includes(quote)))[0]
}
