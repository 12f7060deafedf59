import { type Page } from 'playwright-core'

/** Floors in CSS px. Source: experience §1, §3. */
export interface Floors {
  text: number
  tap: number
}

export const familyFloors: Floors = { text: 18, tap: 44 }

/**
 * What is too small, cut off or beside the screen, measured from the boxes the browser has drawn.
 * @returns one line for each fault, e.g. `text 16: 电话还没有公布`
 */
export function faultsOfBoxes(page: Page, floors: Floors): Promise<string[]> {
  return page.evaluate(measureBoxes, floors)
}

/** Runs in the page, so it stands alone. */
function measureBoxes({ text: leastText, tap: leastTap }: Floors): string[] {
  const tappable =
    'a[href], button, input:not([type=hidden]), textarea, select, [role=button], [role=link], [role=radio], [role=checkbox]'
  const width = document.documentElement.clientWidth
  const faults: string[] = []
  const words = (element: Element) => (element.textContent || element.getAttribute('aria-label') || '').trim()
  const note = (fault: string, text: string) => faults.push(`${fault}: ${text.slice(0, 30)}`)
  const isSeen = (element: Element) => {
    const { width: w, height: h } = element.getBoundingClientRect()
    // One pixel and clipped: for readers only.
    return w > 1 && h > 1 && element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  }
  const isDecoration = (element: Element) => element.closest('[aria-hidden=true]') !== null

  if (document.documentElement.scrollWidth > width)
    note(`sideways ${document.documentElement.scrollWidth}`, '')

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement
    const said = node.nodeValue?.trim() ?? ''
    if (!said || !holder || !isSeen(holder) || isDecoration(holder)) continue
    const size = parseFloat(getComputedStyle(holder).fontSize)
    if (size < leastText - 0.01) note(`text ${size}`, said)
    const range = document.createRange()
    range.selectNodeContents(node)
    const { left, right } = range.getBoundingClientRect()
    if (left < -1 || right > width + 1)
      note(`beside the screen ${Math.round(left)}–${Math.round(right)}`, said)
  }

  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    if (!isSeen(element)) continue
    const style = getComputedStyle(element)
    const isCut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1
    if (isCut && style.overflowX !== 'auto' && element.clientWidth > 1 && words(element))
      note(`cut ${element.scrollWidth} > ${element.clientWidth}`, words(element))
    if (!element.matches(tappable) || isDecoration(element)) continue
    const box = element.getBoundingClientRect()
    if (Math.min(box.width, box.height) < leastTap - 0.01)
      note(`tap ${Math.round(box.width)}×${Math.round(box.height)}`, words(element))
  }
  return [...new Set(faults)]
}
