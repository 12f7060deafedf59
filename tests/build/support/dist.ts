import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const root = resolve(__dirname, '../../..')
export const dist = join(root, 'dist/weapp')

if (!existsSync(join(dist, 'app.json'))) {
  throw new Error('没有 dist/weapp：先运行 npm run build:weapp。')
}

function filesOf(under: string): string[] {
  return readdirSync(join(dist, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}

/** Paths inside dist/weapp. */
export const files: readonly string[] = filesOf('')

export const filesEnding = (ending: string) => files.filter((file) => file.endsWith(ending))

export const read = (file: string) => readFileSync(join(dist, file), 'utf8')

interface AppJson {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
  tabBar: { list: { pagePath: string; iconPath: string; selectedIconPath: string }[] }
  preloadRule: Record<string, { packages: string[] }>
  permission?: unknown
  requiredPrivateInfos?: unknown
  darkmode?: unknown
  __usePrivacyCheck__?: boolean
}

export const app = JSON.parse(read('app.json')) as AppJson

/** Every page of the mini program, without a slash at the beginning. */
export const pages: readonly string[] = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root: folder, pages: own }) => own.map((page) => `${folder}/${page}`)),
]
