import { brightnessOf, fadingOf } from './darkness'
import { uprightness } from './direction'
import { edgesOf } from './edges'
import { washedOf } from './glare'
import { differenceOf, likenessOf } from './likeness'
import { type PhotoFinding } from './kinds'
import { heightOf, linesIn, writingOf } from './lines'
import { type Pixels } from './pixels'
import { sharpnessOf } from './sharpness'
import { stripsOf } from './strips'
import { thresholds } from './thresholds'
import { turned, viewOf, type View } from './view'

/** What the phone makes out about a photo, without any network. */
export interface PhotoLook {
  findings: PhotoFinding[]
  /** See {@link likenessOf}. */
  hash: string
}

/**
 * Looks at a photo of a paper as it comes out of shrinking. It warns and never refuses: what is found may be wrong.
 * Limits: upside down is not noticed, nor a second photo of the same page; handwriting was not tried.
 * @param others hashes of the photos that are there already
 */
export function photoFindings(pixels: Pixels, others: readonly string[] = []): PhotoLook {
  return lookAt(viewOf(pixels), others)
}

/**
 * The same for a photo that has been taken apart already.
 * @param isPaper false for a picture of a person: only that it is there twice can be told
 */
export function lookAt(view: View, others: readonly string[], isPaper = true): PhotoLook {
  const hash = likenessOf(view.grey)
  const isAgain = others.some((other) => differenceOf(hash, other) <= thresholds.mostDifferent)
  const found = isPaper ? aboutPaper(view) : []
  return { findings: isAgain ? found.concat('duplicate') : found, hash }
}

/** In the dark and from afar nothing else can be told. */
function aboutPaper(view: View): PhotoFinding[] {
  if (brightnessOf(view) < thresholds.leastLight || fadingOf(view.light) > thresholds.mostFading)
    return ['dark']
  const glare: PhotoFinding[] = washedOf(view) > thresholds.mostWashed ? ['glare'] : []
  const cropped: PhotoFinding[] = isCropped(view) ? ['cropped'] : []
  return [...glare, ...aboutWriting(view), ...cropped]
}

function aboutWriting(view: View): PhotoFinding[] {
  const onItsSide = turned(view)
  const [upright, lying] = [stripsOf(view), stripsOf(onItsSide)]
  const isLying = uprightness(upright, lying) < thresholds.leastUpright
  const pieces = linesIn(isLying ? lying : upright)
  const height = heightOf(pieces)
  const writing = writingOf(pieces, height)
  if (isSmall(view, height, writing.length)) return ['small']
  const least = height < thresholds.smallPrint ? thresholds.leastSharpnessOfSmall : thresholds.leastSharpness
  const isBlurred = sharpnessOf(isLying ? onItsSide : view, writing, height) < least
  return [...(isBlurred ? (['blurred'] as const) : []), ...(isLying ? (['sideways'] as const) : [])]
}

/** So many pieces of a line make its height sure. */
const sure = 6

function isSmall({ light, paper }: View, height: number, pieces: number): boolean {
  const isSure = pieces >= sure
  if (isSure && height < thresholds.leastHeight) return true
  return paper.tiles / (light.columns * light.rows) < thresholds.leastPaper && !isSure
}

function isCropped(view: View): boolean {
  const { touching, writing } = edgesOf(view)
  return touching > thresholds.mostTouching || writing > thresholds.mostWritingAtEdge
}
