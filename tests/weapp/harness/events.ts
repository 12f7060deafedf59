import { type Bag, type Host } from './host'
import { type NodeTable, type TreeNode } from './nodeTable'
import { type OpenPage } from './page'
import { isDisabled, wayUp, type Placed } from './tree'

const bubbling = new Set([
  'tap',
  'longpress',
  'longtap',
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
])

/** Sends an event into a page as the platform does. */
export class Events {
  constructor(
    private readonly host: Host,
    private readonly table: NodeTable,
  ) {}

  /**
   * Taps and touches climb through every ancestor that binds them, up to a `catch`. Events of components go once,
   * to the nearest node that binds them: Taro finds its node by the current target.
   * @returns false when nobody hears it or the control is disabled.
   */
  send(page: OpenPage, placed: Placed, type: string, detail: Bag = {}): boolean {
    if (isDisabled(this.table, placed)) return false
    const hearers = wayUp(placed).filter((node) => this.table.handles(node, type) !== undefined)
    if (!bubbling.has(type)) {
      const [first] = hearers
      if (first) this.call(page, type, detail, first, first)
      return first !== undefined
    }
    for (const hearer of hearers) {
      this.call(page, type, detail, placed.node, hearer)
      if (this.table.handles(hearer, type) === 'catch') break
    }
    return hearers.length > 0
  }

  private call(page: OpenPage, type: string, detail: Bag, target: TreeNode, current: TreeNode): void {
    const event = this.host.realm.copy({
      type,
      timeStamp: Math.round(performance.now()),
      detail,
      target: place(target),
      currentTarget: place(current),
      mark: {},
      touches: [],
      changedTouches: [],
    })
    page.call('eh', event)
  }
}

function place(node: TreeNode): Bag {
  return {
    id: typeof node.uid === 'string' ? node.uid : node.sid,
    dataset: { sid: node.sid },
    offsetLeft: 0,
    offsetTop: 0,
  }
}
