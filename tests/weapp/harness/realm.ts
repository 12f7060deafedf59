import vm from 'node:vm'
import { type Clock } from './timers'

/** How the platform forbids `new Function`. Which of the two WeChat is, nobody has confirmed: both are run. */
export type FunctionMode = 'throwing' | 'inert'

/** A bare JavaScript world, as WeChat's logic layer is one. */
export interface Realm {
  readonly globals: Record<string, unknown>
  /** Compiles a function expression inside the realm. */
  compile(source: string, filename: string): (...args: unknown[]) => unknown
  /** A copy made of the realm's own objects, through JSON. */
  copy<T>(value: T): T
  parse(json: string): unknown
  arrayBuffer(bytes: Uint8Array): ArrayBuffer
  owns(promise: unknown): boolean
}

// Not given by WeChat, or missing on some of its phones. Code that needs one of them must fail here.
const missing = [
  'delete globalThis.Intl',
  'delete globalThis.WebAssembly',
  'delete globalThis.SharedArrayBuffer',
  'delete globalThis.Atomics',
  'delete globalThis.Proxy',
  'delete String.prototype.replaceAll',
  'delete String.prototype.at',
  'delete Array.prototype.at',
].join('\n')

const inertFunction = `(function (root) {
  var Real = Function
  function Inert() {
    var body = arguments.length === 0 ? '' : String(arguments[arguments.length - 1])
    return body === 'return this' ? function () { return root } : undefined
  }
  Inert.prototype = Real.prototype
  Real.prototype.constructor = Inert
  root.Function = Inert
  root.eval = undefined
})(globalThis)`

const movableDate = `(function (now) {
  var Real = Date
  function Clock() {
    if (!new.target) return new Real(now()).toString()
    return Reflect.construct(Real, arguments.length === 0 ? [now()] : arguments, new.target)
  }
  Clock.prototype = Real.prototype
  Real.prototype.constructor = Clock
  Clock.now = now
  Clock.parse = Real.parse
  Clock.UTC = Real.UTC
  globalThis.Date = Clock
})`

/** A script is bound to no realm: each phone of a test run starts with what the one before has compiled. */
const scripts = new Map<string, vm.Script>()

function scriptOf(source: string, filename: string): vm.Script {
  const known = scripts.get(source) ?? new vm.Script(source, { filename })
  scripts.set(source, known)
  return known
}

export function createRealm(functionMode: FunctionMode, clock: Clock): Realm {
  const globals: Record<string, unknown> = {}
  const context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } })
  const run = (source: string, filename = 'realm.js'): unknown =>
    scriptOf(source, filename).runInContext(context)

  run(missing)
  if (functionMode === 'inert') run(inertFunction)
  ;(run(movableDate) as (now: () => number) => void)(() => clock.now())
  globals.global = run('globalThis')

  const parse = run('JSON.parse') as (json: string) => unknown
  const OwnPromise = run('Promise') as PromiseConstructor
  const newBytes = run('(function (length) { return new Uint8Array(length) })') as (n: number) => Uint8Array
  return {
    globals,
    compile: (source, filename) => run(source, filename) as (...args: unknown[]) => unknown,
    copy: <T>(value: T) => (value === undefined ? value : (parse(JSON.stringify(value)) as T)),
    parse,
    arrayBuffer(bytes) {
      const copy = newBytes(bytes.byteLength)
      copy.set(bytes)
      return copy.buffer as ArrayBuffer
    },
    owns: (promise) => promise instanceof OwnPromise,
  }
}
