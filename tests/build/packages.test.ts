import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { addresses } from '@/platform/addresses'
import { packageSizes } from '../../config/packageSizes'
import { app, dist, files, pages, root } from './support/dist'

const tabs = app.tabBar.list

test.each(packageSizes(dist))('$name is within its budget of $budget bytes', ({ bytes, budget }) => {
  expect(bytes).toBeLessThanOrEqual(budget)
  expect(bytes).toBeGreaterThan(0)
})

test('the main package holds tab pages only', () => {
  expect([...app.pages].sort()).toEqual(tabs.map(({ pagePath }) => pagePath).sort())
})

test('the pages of app.json are the pages code can open', () => {
  expect(
    Object.values(addresses)
      .map((path) => path.slice(1))
      .sort(),
  ).toEqual([...pages].sort())
})

// A page without styles of its own has no wxss: WeChat does not ask for one.
test.each([...pages])('%s has its script, settings and template', (page) => {
  const missing = ['.js', '.json', '.wxml'].filter((ending) => !files.includes(page + ending))
  expect(missing).toEqual([])
})

test('tab icons are there and small enough for WeChat (40 kB)', () => {
  const icons = tabs.flatMap(({ iconPath, selectedIconPath }) => [iconPath, selectedIconPath])
  expect(new Set(icons).size).toBe(8)
  for (const icon of icons) expect(statSync(join(dist, icon)).size).toBeLessThanOrEqual(40_000)
})

test('preload rules name pages and packages that exist', () => {
  const roots = app.subPackages.map(({ root: folder }) => folder)
  for (const [page, { packages }] of Object.entries(app.preloadRule)) {
    expect(pages).toContain(page)
    expect(roots).toEqual(expect.arrayContaining(packages))
  }
})

test('project.config.json leads the developer tool to this build', () => {
  const project = JSON.parse(readFileSync(join(root, 'project.config.json'), 'utf8')) as {
    miniprogramRoot: string
    setting: { es6: boolean; urlCheck: boolean }
  }
  expect(existsSync(join(root, project.miniprogramRoot, 'app.json'))).toBe(true)
  // The build has translated everything already; a second translation would undo what the tests saw.
  expect(project.setting.es6).toBe(false)
  expect(project.setting.urlCheck).toBe(true)
})
