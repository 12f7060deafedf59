import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SettingsAnswer } from '@contracts/settings'
import { settingKeys, type SettingKey } from '@domain/policy/settingKeys'
import { parseSettingsCommand } from '@server/cli/settingsCommand'
import { readSettingText } from '@server/cli/settingText'
import { settingHistory } from '@server/store/settings'
import { startTestApi, type TestApi } from '../support/testApi'

jest.setTimeout(180_000)

interface Ran {
  code: number
  out: string
  error: string
}

/** `npm run settings -- …` as a process of its own. */
function settings(args: readonly string[], env: Record<string, string>): Promise<Ran> {
  const program = join(__dirname, '../../../src/server/cli/settings.ts')
  const tsx = join(__dirname, '../../../node_modules/.bin/tsx')
  return new Promise((resolve) => {
    execFile(tsx, [program, ...args], { env: { PATH: process.env.PATH, ...env } }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
}

const around = { today: '2026-11-24', user: 'root' }
const parse = (...args: string[]) => parseSettingsCommand(args, around)
// Long past: the command refuses a date that has not come, by the computer's own clock.
const document = ['--source', '乌民发〔2024〕12号', '--date', '2024-05-20']
const sixMonths = ['set', 'gradualExitMonths', '6', ...document]

describe('写错了，说得出哪里错', () => {
  it.each<[string, string[], string]>([
    ['什么也没写', [], '要写明做什么。'],
    ['没有的命令', ['change'], '没有这个命令。'],
    ['没有的参数', ['list', '--all'], '有看不懂的参数。'],
    ['用不着的参数', ['list', '--source', '文件'], 'list 不用 --source。'],
    ['没写哪一项', ['get'], 'get 少了名称。'],
    ['没有这一项', ['get', '渐退期'], '没有这个名称。可以用：'],
    ['没写数值', ['set', 'gradualExitMonths', ...document], 'set 少了数值。'],
    ['多写了东西', ['set', 'gradualExitMonths', '6', '个月', ...document], '多写了东西'],
    ['没写出处', ['set', 'gradualExitMonths', '6', '--date', '2026-11-20'], 'set 少了 --source。'],
    [
      '出处是空的',
      ['set', 'gradualExitMonths', '6', '--source', ' ', '--date', '2026-11-20'],
      '少了 --source',
    ],
    ['没写日期', ['set', 'gradualExitMonths', '6', '--source', '文件'], 'set 少了 --date。'],
    ['没有这一天', [...sixMonths, '--date', '2026-02-30'], '--date 不对：写文件上的日期'],
    ['日期不是这样写', [...sixMonths, '--date', '2026年11月20日'], '--date 不对：写文件上的日期'],
    ['还没到的日期', [...sixMonths, '--date', '2026-11-25'], '文件的日期不能晚于今天。'],
    ['出处里有标签', [...sixMonths, '--source', '<b>文件</b>'], '--source 不对'],
    ['姓名是空的', [...sixMonths, '--by', ' '], '--by 不对'],
    [
      '数值不对',
      ['set', 'gradualExitMonths', '半年', ...document],
      'gradualExitMonths 的数值不对：写 1 到 120',
    ],
    ['全国规定的期限', ['set', 'restrictedTermMonths', '9', ...document], '不能在这里改。'],
    ['收回没写出处', ['unset', 'gradualExitMonths'], 'unset 少了 --source。'],
  ])('%s', (_name, args, sentence) => {
    expect(parse(...args)).toEqual({ ok: false, fault: expect.stringContaining(sentence) as string })
  })

  it('没有这一项：把能用的都列出来', () => {
    const parsed = parse('get', 'nothing')
    for (const key of settingKeys) expect(parsed.ok ? '' : parsed.fault).toContain(key)
  })

  it('退出码是 2，写明用法，不碰数据库', async () => {
    const { code, out, error } = await settings(['set', 'gradualExitMonths', '6'], {
      DATABASE_URL: 'postgresql://127.0.0.1:1/none',
    })
    expect([code, out]).toEqual([2, ''])
    expect(error).toContain('set 少了 --source。')
    expect(error).toContain('npm run settings -- set 名称 数值 --source 文号 --date 2026-11-20')
  })
})

describe('写对了', () => {
  const change = { key: 'gradualExitMonths', source: '乌民发〔2024〕12号', date: '2024-05-20', by: 'root' }
  it.each<[string, string[], object]>([
    ['公布', sixMonths, { kind: 'change', change: { ...change, value: 6 } }],
    [
      '写明是谁',
      [...sixMonths, '--by', '王芳'],
      { kind: 'change', change: { ...change, value: 6, by: '王芳' } },
    ],
    [
      '今天的文件',
      [...sixMonths, '--date', '2026-11-24'],
      { kind: 'change', change: { ...change, value: 6, date: '2026-11-24' } },
    ],
    ['收回', ['unset', 'gradualExitMonths', ...document], { kind: 'change', change }],
    [
      '收回，没有日期',
      ['unset', 'gradualExitMonths', '--source', '电话'],
      { kind: 'change', change: { key: 'gradualExitMonths', source: '电话', by: 'root' } },
    ],
    ['全看', ['list'], { kind: 'list' }],
    ['看一项', ['get', 'restrictedTermMonths'], { kind: 'get', key: 'restrictedTermMonths' }],
    ['看历史', ['history', 'menMayPair'], { kind: 'history', key: 'menMayPair' }],
  ])('%s', (_name, args, command) => {
    expect(parse(...args)).toEqual({ ok: true, command })
  })
})

it.each<[SettingKey, string, unknown]>([
  ['gradualExitMonths', '６', 6],
  ['gradualExitMonths', ' 12 ', 12],
  ['gradualExitMonths', '6.5', undefined],
  ['gradualExitMonths', '-6', undefined],
  ['gradualExitMonths', '0x10', undefined],
  ['gradualExitMonths', '', undefined],
  ['gradualExitAfterGraduation', '有', true],
  ['gradualExitAfterGraduation', '没有', false],
  ['menMayPair', '否', false],
  ['menMayPair', '也许', undefined],
  ['nearSubsistenceMultiple', '１．５', 1.5],
  ['nearSubsistenceMultiple', '1.5倍', undefined],
  ['seriousIllnesses', '白血病、尿毒症，血友病', ['白血病', '尿毒症', '血友病']],
  ['seriousIllnesses', '白血病、、尿毒症', undefined],
  ['protectionHotline', '0473-1234567', '0473-1234567'],
  ['protectionHotline', '未公布', undefined],
  ['insurancePeriod', '每年9月至12月（新生儿随时）', '每年9月至12月（新生儿随时）'],
  ['unattendedYuan', '1712.50', 1712.5],
])('%s “%s” → %j', (key, typed, value) => {
  const read = readSettingText(key, typed)
  expect(read.ok ? read.value : undefined).toEqual(value)
})

describe('服务开着的时候', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await startTestApi()
  })
  afterAll(() => api.close())
  const run = (...args: string[]) => settings(args, { DATABASE_URL: api.databaseUrl })
  const months = async () => {
    const { settings: told } = (await api.app.inject('/api/v1/settings')).json<SettingsAnswer>()
    return told.find(({ key }) => key === 'gradualExitMonths')
  }

  it('公布、查、收回，马上生效；每次改动都在历史里', async () => {
    expect((await run('get', 'gradualExitMonths')).out).toContain('还没公布。以民政部门公布为准。')

    const set = await run(...sixMonths, '--by', '王芳')
    expect(set).toMatchObject({ code: 0, error: '' })
    expect(set.out).toContain('改好了：渐退期有几个月。')
    expect(set.out).toContain('乌民发〔2024〕12号，2024年5月20日')
    expect(await months()).toMatchObject({ value: 6, state: 'published' })
    expect((await run(...sixMonths)).out).toContain('本来就是这样，没有再记。')

    const list = await run('list')
    expect(list.out).toMatch(/gradualExitMonths {2,}渐退期有几个月：6个月。乌海已公布。/)
    expect(list.out.trim().split('\n')).toHaveLength(settingKeys.length)

    const unset = await run('unset', 'gradualExitMonths', '--source', '乌民发〔2026〕13号')
    expect(unset).toMatchObject({ code: 0, error: '' })
    expect(await months()).toMatchObject({ value: null, state: 'notPublished' })
    expect((await run('unset', 'gradualExitMonths', '--source', '再来')).out).toContain('没有公布过')

    const { out } = await run('history', 'gradualExitMonths')
    const [first, second, ...others] = out.trim().split('\n')
    expect(first).toMatch(
      /^1 {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}6个月 {2}乌民发〔2024〕12号，2024年5月20日 {2}王芳$/,
    )
    expect(second).toMatch(/^2 {2}.* {2}收回 {2}乌民发〔2026〕13号 {2}\S+$/)
    expect(others).toEqual([])
  })

  it('写错的那次，什么也没改', async () => {
    const before = await settingHistory(api.db, 'rehabMaxAgeInclusive')
    expect((await run('set', 'rehabMaxAgeInclusive', '七岁', ...document)).code).toBe(2)
    expect(await settingHistory(api.db, 'rehabMaxAgeInclusive')).toEqual(before)
  })

  it('没改过的一项，历史是空的', async () => {
    expect((await run('history', 'menMayPair')).out).toBe('男士能不能结对关爱：还没有改过。\n')
  })
})

it('数据库连不上：退出码 1，一句话', async () => {
  const { code, error } = await settings(['list'], { DATABASE_URL: 'postgresql://127.0.0.1:1/none' })
  expect(code).toBe(1)
  expect(error).toMatch(/^数据库不能用（\w+）。请检查 DATABASE_URL。\n$/)
})

it('自带的数据库：服务没开也能办', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'settings-command-'))
  // The database runs as a user of its own when everything else runs as root.
  chmodSync(dataDir, 0o755)
  try {
    expect(await settings(sixMonths, { DATA_DIR: dataDir })).toMatchObject({ code: 0, error: '' })
    expect((await settings(['get', 'gradualExitMonths'], { DATA_DIR: dataDir })).out).toContain('6个月')
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})
