export type TroubleKind =
  /** Thrown by a module, a lifecycle, an event handler or a callback. */
  | 'exception'
  /** A promise of the mini program was rejected and nobody handled it. */
  | 'rejection'
  /** console.error or console.warn. */
  | 'console'
  /** The program read something of `wx` the harness does not have. */
  | 'unknownWx'
  /** A call the product must never make: a location, a foreign host, a missing consent. */
  | 'forbidden'
  /** setData with a value WeChat drops, or a node no template renders. */
  | 'rendering'

export interface Trouble {
  kind: TroubleKind
  where: string
  text: string
}

/** What went wrong inside the mini program. It must be empty at the end of every test. */
export class Troubles {
  readonly list: Trouble[] = []

  add(kind: TroubleKind, where: string, fault: unknown): void {
    this.list.push({ kind, where, text: describeFault(fault) })
  }

  /** Takes the troubles a test expected, so that the final check sees only the others. */
  take(kind: TroubleKind): Trouble[] {
    const taken = this.list.filter((trouble) => trouble.kind === kind)
    for (const trouble of taken) this.list.splice(this.list.indexOf(trouble), 1)
    return taken
  }
}

/** Errors of the realm are no instance of this realm's Error: read them by shape. */
export function describeFault(fault: unknown): string {
  if (typeof fault !== 'object' || fault === null) return String(fault)
  const { stack, message, errMsg } = fault as Record<string, unknown>
  if (typeof errMsg === 'string') return errMsg
  if (typeof stack === 'string' && stack !== '') return stack.split('\n').slice(0, 6).join('\n')
  return typeof message === 'string' ? message : JSON.stringify(fault)
}
