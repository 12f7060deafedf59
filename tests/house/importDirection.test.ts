import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve, dirname } from 'node:path'

const root = resolve(__dirname, '../..')
const src = join(root, 'src')

type World = 'domain' | 'contracts' | 'miniprogram' | 'server'

/** domain ← contracts ← { miniprogram, server } */
const mayImport: Record<World, readonly World[]> = {
  domain: ['domain'],
  contracts: ['domain', 'contracts'],
  miniprogram: ['domain', 'contracts', 'miniprogram'],
  server: ['domain', 'contracts', 'server'],
}
const aliases: Record<string, string> = {
  '@domain/': 'domain/',
  '@contracts/': 'contracts/',
  '@server/': 'server/',
  '@/': 'miniprogram/',
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? files(path) : /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function imports(text: string): string[] {
  const statements = text.matchAll(/(?:from\s+|import\s+|import\(\s*|require\(\s*)'([^']+)'/g)
  return [...statements].map((match) => match[1] ?? '')
}

/** The imported file inside src/, or undefined for a package. */
function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return relative(src, resolve(dirname(file), specifier))
  const alias = Object.keys(aliases).find((prefix) => specifier.startsWith(prefix))
  return alias && specifier.replace(alias, aliases[alias] ?? '')
}

const worldOf = (path: string) => path.split('/')[0] as World
const roomOf = (path: string) => /^miniprogram\/packages\/([^/]+)\//.exec(path)?.[1]

interface Edge {
  from: string
  specifier: string
  to: string | undefined
}
const worlds = Object.keys(mayImport).map((world) => join(src, world))
const edges: Edge[] = worlds.flatMap(files).flatMap((file) =>
  imports(readFileSync(file, 'utf8')).map((specifier) => ({
    from: relative(src, file),
    specifier,
    to: target(file, specifier),
  })),
)
/** `npm start` builds the citizen app when it is out of date, and only config/ knows when. */
const isBuildStamp = (edge: Edge) => edge.from === 'server/cli/start.ts' && edge.to === '../config/h5Stamp'

const say = (list: Edge[]) => list.map((edge) => `${edge.from} → ${edge.specifier}`)

test('there is something to check', () => {
  expect(edges.length).toBeGreaterThan(20)
})

test('imports go domain ← contracts ← { miniprogram, server }', () => {
  const wrong = edges.filter(
    (edge) => edge.to && !isBuildStamp(edge) && !mayImport[worldOf(edge.from)].includes(worldOf(edge.to)),
  )
  expect(say(wrong)).toEqual([])
})

test('rooms of the mini program do not import each other, and pages are imported by nobody', () => {
  const wrong = edges.filter((edge) => {
    if (!edge.to?.startsWith('miniprogram/')) return false
    const room = roomOf(edge.to)
    const intoPages = edge.to.startsWith('miniprogram/pages/') && !edge.from.startsWith('miniprogram/pages/')
    return intoPages || (room !== undefined && room !== roomOf(edge.from))
  })
  expect(say(wrong)).toEqual([])
})

test('the domain depends on no package at all', () => {
  expect(say(edges.filter((edge) => worldOf(edge.from) === 'domain' && !edge.to))).toEqual([])
})

test('only platform/ and the app entry call Taro', () => {
  const wrong = edges.filter(
    (edge) =>
      edge.specifier === '@tarojs/taro' &&
      !/^miniprogram\/(platform\/|app\.(ts|tsx)$|app\.config\.ts$)/.test(edge.from),
  )
  expect(say(wrong)).toEqual([])
})

test('the phone loads zod/mini, never the whole of zod', () => {
  const wrong = edges.filter((edge) => edge.specifier === 'zod' && worldOf(edge.from) !== 'server')
  expect(say(wrong)).toEqual([])
})

test('no barrel files', () => {
  const barrels = files(src).filter((file) => /^export (\*|\{[^}]*\}) from/m.test(readFileSync(file, 'utf8')))
  expect(barrels.map((file) => relative(src, file)).filter((file) => !file.includes('platform/'))).toEqual([])
})
