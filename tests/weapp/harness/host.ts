import { type Pending } from './pending'
import { type Realm } from './realm'
import { type Clock } from './timers'
import { type Troubles } from './troubles'

export type Bag = Record<string, unknown>
type Callback = (answer: unknown) => void

/** What the mini program hands to a `wx` function. */
export interface WxOptions extends Bag {
  success?: Callback
  fail?: Callback
  complete?: Callback
}

/** `fail` is the text after `name:fail `. */
export type Outcome = { ok: Bag } | { fail: string; errno?: number; more?: Bag }

/** Functions of `wx` by name. Their arguments come from untyped code and are read with care. */
export type WxPart = Record<string, unknown>

/** A call a test may want to see: a phone call, a toast, a title. */
export interface WxCall {
  name: string
  options: Bag
}

/** What every part of `wx` needs of the running mini program. */
export class Host {
  alive = true
  /** Listeners of wx.onAppShow and wx.onAppHide. */
  readonly attention = { shown: new Set<() => void>(), hidden: new Set<() => void>() }
  /** Given by App(); hears of exceptions as WeChat's App.onError does. */
  onError: ((text: string) => void) | undefined

  constructor(
    readonly realm: Realm,
    readonly pending: Pending,
    readonly troubles: Troubles,
    readonly clock: Clock,
    readonly calls: WxCall[],
  ) {}

  /** Runs code of the mini program. What it throws is a trouble; after the end nothing runs any more. */
  enter(where: string, run: () => void): void {
    if (!this.alive) return
    try {
      run()
    } catch (fault) {
      this.troubles.add('exception', where, fault)
      this.onError?.(this.troubles.list.at(-1)?.text ?? '')
    }
  }

  /** Answers a `wx` call in a later turn: success or fail, then complete. */
  answer(name: string, options: WxOptions, outcome: Outcome): void {
    this.pending.later(`wx.${name}`, () => this.answerNow(name, options, outcome))
  }

  answerNow(name: string, options: WxOptions, outcome: Outcome): void {
    const failed = 'fail' in outcome
    const answer = failed
      ? { ...outcome.more, errMsg: `${name}:fail ${outcome.fail}`, errno: outcome.errno }
      : { errMsg: `${name}:ok`, ...outcome.ok }
    const given = this.give(answer)
    this.enter(`wx.${name}`, () => (failed ? options.fail : options.success)?.(given))
    this.enter(`wx.${name}`, () => options.complete?.(given))
  }

  record(name: string, options: unknown): void {
    this.calls.push({ name, options: plain(options) })
  }

  /** The answer as an object of the realm. Binary values and functions are kept, the rest goes through JSON. */
  give(answer: Bag): Bag {
    const given = this.realm.copy({}) as Bag
    for (const [name, value] of Object.entries(answer)) {
      if (value === undefined) continue
      const kept = value instanceof Uint8Array ? this.realm.arrayBuffer(value) : value
      given[name] = kept !== value || typeof value === 'function' ? kept : this.realm.copy(value)
    }
    return given
  }
}

const plain = (value: unknown): Bag =>
  typeof value === 'object' && value !== null ? { ...value } : { value }

/** A text option, or '' when it is something else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A record option, or an empty one. */
export const bagOf = (value: unknown): Bag =>
  typeof value === 'object' && value !== null ? (value as Bag) : {}
