import { type Bag, type Host } from './host'
import { type NodeTable, type TreeNode } from './nodeTable'
import { selectorQuery } from './selectorQuery'
import { applyPaths, lostPaths, treeOf, type SetDataRecord } from './setData'
import { walk } from './tree'

type Method = (this: Bag, ...args: unknown[]) => unknown

/** What Page() or Component() was given. */
export interface Definition extends Bag {
  data?: Bag
  methods?: Record<string, Method>
}

type Wrapper = Bag & { data: Bag }

export interface PageWorld {
  host: Host
  table: NodeTable
  setData: SetDataRecord[]
  /** Component() of the dist's custom-wrapper, when it has one. */
  wrapper: Definition | undefined
  startedAt: number
}

/** One opened page: its instance, its data and the wrappers drawn inside it. */
export class OpenPage {
  readonly instance: Bag & { data: Bag }
  private readonly wrappers = new Map<string, Wrapper>()
  private drawn = false
  private open = true

  constructor(
    private readonly world: PageWorld,
    definition: Definition,
    readonly route: string,
    readonly query: Record<string, string>,
  ) {
    this.instance = {
      ...definition,
      data: world.host.realm.copy(definition.data ?? {}),
      route,
      __route__: route,
      options: query,
      setData: (changes: Bag, done?: () => void) => this.receive('page', this.instance, changes, done),
      selectComponent: () => null,
      selectAllComponents: () => [],
      createSelectorQuery: () => selectorQuery(world.host),
      getPageId: () => route,
      getOpenerEventChannel: () => ({ on: () => undefined, once: () => undefined, emit: () => undefined }),
    }
  }

  get tree(): TreeNode[] {
    return treeOf(this.instance.data)
  }

  /** Calls a lifecycle or handler of the page, if it has one. */
  call(name: string, ...args: unknown[]): void {
    const method = this.instance[name]
    if (typeof method !== 'function') return
    this.world.host.enter(`${this.route} ${name}`, () => void method.call(this.instance, ...args))
  }

  load(): void {
    this.call('onLoad', this.world.host.realm.copy(this.query))
    this.call('onShow')
    this.world.host.pending.later(`${this.route} onReady`, () => {
      if (this.open) this.call('onReady')
    })
  }

  unload(): void {
    this.call('onUnload')
    this.open = false
    for (const instance of this.wrappers.values()) this.lifetime(instance, 'detached')
  }

  private receive(
    receiver: SetDataRecord['receiver'],
    instance: Bag & { data: Bag },
    changes: Bag,
    done?: () => void,
  ): void {
    if (!this.open) return
    const { host, setData, startedAt } = this.world
    const json = JSON.stringify(changes)
    const lost = lostPaths(changes)
    for (const path of lost) host.troubles.add('rendering', this.route, `setData loses ${path}`)
    setData.push({
      page: this.route,
      receiver,
      first: !this.drawn,
      bytes: Buffer.byteLength(json),
      keys: Object.keys(changes).length,
      lost,
      at: performance.now() - startedAt,
    })
    this.drawn = true
    applyPaths(instance.data, host.realm.parse(json) as Bag)
    this.syncWrappers()
    host.pending.later(`setData of ${this.route}`, () =>
      host.enter('setData callback', () => done?.call(instance)),
    )
  }

  /** Wrappers appear and go with their nodes; Taro sends what changes inside one to its instance alone. */
  private syncWrappers(): void {
    const nodes = new Map(wrapperNodes(this.world.table, this.tree).map((node) => [node.sid, node]))
    for (const [sid, instance] of this.wrappers) {
      if (nodes.has(sid)) continue
      this.wrappers.delete(sid)
      this.lifetime(instance, 'detached')
    }
    for (const [sid, node] of nodes) {
      const known = this.wrappers.get(sid)
      if (known) known.data.i = node
      else this.attach(sid, node)
    }
  }

  private attach(sid: string, node: TreeNode): void {
    const { wrapper, host } = this.world
    if (!wrapper) return host.troubles.add('rendering', this.route, 'a custom-wrapper without its component')
    const data: Bag = { i: node, l: '' }
    const instance: Wrapper = { ...wrapper.methods, data, properties: data, props: data }
    instance.setData = (changes: Bag, done?: () => void) => this.receive('wrapper', instance, changes, done)
    instance.selectComponent = () => null
    this.wrappers.set(sid, instance)
    this.lifetime(instance, 'attached')
  }

  private lifetime(instance: Bag, name: 'attached' | 'detached'): void {
    const lifetimes = this.world.wrapper?.lifetimes as Bag | undefined
    const method = lifetimes?.[name] ?? this.world.wrapper?.[name]
    if (typeof method !== 'function') return
    this.world.host.enter(`custom-wrapper ${name}`, () => void method.call(instance))
  }
}

function wrapperNodes(table: NodeTable, nodes: readonly TreeNode[]): TreeNode[] {
  return walk(nodes).flatMap(({ node }) => (table.tag(node) === 'custom-wrapper' ? [node] : []))
}
