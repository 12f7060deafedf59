import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { type Realm } from './realm'

/** What app.json says about pages; the harness reads no other key. */
export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string; text: string }[] }
  networkTimeout?: Record<string, number>
}

// WeChat wraps every file in a function whose parameters hide the browser's globals.
const shadowed =
  'window,document,self,frames,location,navigator,localStorage,history,screen,alert,confirm,prompt,fetch,XMLHttpRequest,WebSocket'

type Wrapped = (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void

/** The JavaScript files of the dist, as CommonJS modules of the realm. */
export class Modules {
  private readonly cache = new Map<string, { exports: unknown }>()

  constructor(
    private readonly dist: string,
    private readonly app: AppJson,
    private readonly realm: Realm,
  ) {}

  /** Folder of the subpackage the file lies in, or '' for the main package. */
  packageOf(file: string): string {
    return (
      this.app.subPackages?.find(({ root }) => file.startsWith(`${root.replace(/\/$/, '')}/`))?.root ?? ''
    )
  }

  /**
   * @param file path inside the dist, with extension.
   * @throws when it is missing, or lies in a subpackage that is not the caller's.
   */
  load(file: string, caller = 'app.js'): unknown {
    const home = this.packageOf(file)
    if (home !== '' && home !== this.packageOf(caller)) {
      throw new Error(`${caller} may not load ${file}: another subpackage`)
    }
    const known = this.cache.get(file)
    if (known) return known.exports
    const path = join(this.dist, file)
    if (!existsSync(path))
      throw new Error(`module '${file}' is not defined, require args is from '${caller}'`)
    const module = { exports: this.realm.copy({}) as unknown }
    this.cache.set(file, module)
    const source = `(function(require,module,exports,${shadowed}){${readFileSync(path, 'utf8')}\n})`
    const run = this.realm.compile(source, file) as Wrapped
    run((id) => this.load(resolveId(file, id), file), module, module.exports)
    return module.exports
  }
}

function resolveId(from: string, id: string): string {
  const path = id.startsWith('/') ? id.slice(1) : posix.join(posix.dirname(from), id)
  return path.endsWith('.js') ? path : `${path}.js`
}
