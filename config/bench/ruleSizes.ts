import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, type Plugin } from 'esbuild'
import { sizeFigure, type Figure } from './figures'

const root = resolve(__dirname, '../..')
const domain = join(root, 'src/domain')
const room = join(root, 'src/miniprogram/packages/eligibility')

/** The evaluator: it knows no rule and no sentence of the policy. */
export const engineFiles: readonly string[] = [
  'src/domain/eligibility/decision.ts',
  'src/domain/eligibility/diagram.ts',
  'src/domain/eligibility/remembering.ts',
  'src/domain/eligibility/smallestChanges.ts',
]

const policyFolder = 'src/domain/policy/'
const mostEngine = 8_000
const mostRules = 120_000

/** What the rules weigh, minified by esbuild: the evaluator alone, and what the room carries of policy and rules. */
export async function ruleSizeFigures(): Promise<Figure[]> {
  const engine = await minified(engineFiles.map((file) => join(root, file)))
  const rules = await minified(sourcesOf(room))
  return [
    sizeFigure('引擎本身', sum(engine, engineFiles), mostEngine),
    sizeFigure('政策和引擎', sum(rules, [policyFolder, 'src/domain/eligibility/']), mostRules),
    sizeFigure('其中政策文字', sum(rules, [policyFolder]), mostRules),
  ]
}

type BytesOfFile = Readonly<Record<string, number>>

/** Bytes that each domain file keeps in a minified bundle of `entries`; everything outside the domain is left out. */
async function minified(entries: readonly string[]): Promise<BytesOfFile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...entries],
    outdir: 'dist/bench',
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2017',
    minify: true,
    jsx: 'automatic',
    // As in the build for WeChat: Chinese is written as it is.
    charset: 'utf8',
    plugins: [domainOnly],
  })
  const bytes: Record<string, number> = {}
  for (const { inputs } of Object.values(metafile.outputs))
    for (const [file, { bytesInOutput }] of Object.entries(inputs))
      if (file.startsWith('src/domain/')) bytes[file] = (bytes[file] ?? 0) + bytesInOutput
  return bytes
}

const domainOnly: Plugin = {
  name: 'domain-only',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ path, importer, kind }) => {
      const isFromDomain = !relative(domain, importer).startsWith('..')
      const isKept = kind === 'entry-point' || path.startsWith('@domain/') || isFromDomain
      return isKept ? undefined : { path, external: true }
    })
  },
}

const sum = (bytes: BytesOfFile, within: readonly string[] = ['src/domain/']) =>
  Object.entries(bytes)
    .filter(([file]) => within.some((start) => file.startsWith(start)))
    .reduce((total, [, size]) => total + size, 0)

/** Every source file of a folder; the pages of a room are its entries, and each file is reached from one of them. */
function sourcesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(config|d)\.ts$/.test(name))
    .map((name) => join(folder, name))
}
