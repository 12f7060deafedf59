import { render } from '@testing-library/react'
import axe from 'axe-core'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { actionSamples } from '@/packages/gallery/samples/actions'
import { wordSamples } from '@/packages/gallery/samples/icons'
import { photoSamples } from '@/packages/gallery/samples/photos'
import { questionSamples } from '@/packages/gallery/samples/questions'
import { resultSamples } from '@/packages/gallery/samples/results'

// The samples are fragments of a page: landmarks and the order of headings belong to Screen, colours to the
// token test (jsdom computes none).
const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } }

// axe asks the canvas whether a text is an icon font; jsdom has none and would say so loudly.
beforeAll(() => {
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

async function faults(container: Element): Promise<string[]> {
  const { violations } = await axe.run(container, { rules })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

const samples = [...wordSamples, ...actionSamples, ...questionSamples, ...photoSamples, ...resultSamples]

test.each(samples)('$component · $state: axe finds nothing', async ({ node }) => {
  const { container } = render(node)
  expect(await faults(container)).toEqual([])
})

test('axe sees faults at all: a button without a name, an input without a label', async () => {
  const { container } = render(
    <div>
      <div role="button" tabIndex={0} />
      <input />
    </div>,
  )
  const found = await faults(container)
  expect(found.map((fault) => fault.split(':')[0])).toEqual(['aria-command-name', 'label'])
})

// Parts of every page or of other components; the gallery page shows them around its samples.
const shownByThePage = ['Field', 'Mark', 'Screen', 'Section', 'Sheet']

test('every component is shown', () => {
  const folders = readdirSync(join(__dirname, '../../../src/miniprogram/ui'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const shown = new Set([...shownByThePage, ...samples.map(({ component }) => component)])
  expect(folders.filter((name) => !shown.has(name))).toEqual([])
})
