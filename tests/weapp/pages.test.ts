import { readFileSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { renderBudgets } from '../../config/budgets'
import { type AppJson } from './harness/modules'
import { type MiniProgram } from './harness/driver'
import { withMiniProgram } from './harness/miniProgram'
import { type FunctionMode } from './harness/realm'

const dist = resolve(__dirname, '../../dist/weapp')

function routesOf(folder: string): string[] {
  try {
    const { pages, subPackages = [] } = JSON.parse(readFileSync(join(folder, 'app.json'), 'utf8')) as AppJson
    return [
      ...pages,
      ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => posix.join(root, page))),
    ]
  } catch {
    return []
  }
}

const routes = routesOf(dist)
const modes: FunctionMode[] = ['throwing', 'inert']

test('小程序已经构建：没有的话先运行 npm run build:weapp', () => {
  expect(routes.length).toBeGreaterThan(0)
})

describe.each(modes)('禁止 new Function 的方式：%s', (functionMode) => {
  function inspect(program: MiniProgram): void {
    const { page, phone } = program
    const own = phone.setData.filter((record) => record.page === page.route)
    const { nodes, depth, children, nameless, undrawn } = program.figures()
    const first = page.route === routes[0] ? renderBudgets.firstScreen : renderBudgets.firstSetData
    expect(own.find((record) => record.first)?.bytes).toBeLessThanOrEqual(first)
    for (const { bytes } of own) expect(bytes).toBeLessThanOrEqual(renderBudgets.setData)
    expect(own.flatMap(({ lost }) => lost)).toEqual([])
    expect(nodes).toBeLessThanOrEqual(renderBudgets.nodes)
    expect(depth).toBeLessThanOrEqual(renderBudgets.depth)
    expect(children).toBeLessThanOrEqual(renderBudgets.children)
    expect({ nameless, undrawn }).toEqual({ nameless: [], undrawn: [] })
    expect(program.text()).toMatch(/\p{Script=Han}/u)
  }

  test.each(routes)('没有网络，从首页打开 %s：没有错误，不超预算', (route) =>
    withMiniProgram({ dist, functionMode }, async (program) => {
      await program.open(`/${route}`)
      expect(program.route).toBe(route)
      inspect(program)
    }),
  )

  test.each(routes)('从最近使用直接打开 %s：没有错误', (path) =>
    withMiniProgram({ dist, functionMode, path }, (program) => {
      expect(program.text()).toMatch(/\p{Script=Han}/u)
    }),
  )

  test('打开不等人同意：不登录、不请求、不问任何权限', () =>
    withMiniProgram({ dist, functionMode }, async (program) => {
      for (const { text } of program.tabs) await program.tab(text)
      expect(program.phone.network.requests).toEqual([])
      expect(program.phone.privacy.asked).toBe(0)
    }))
})
