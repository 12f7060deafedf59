/** A node as Taro sends it. Texts carry `v`, elements `cn`; attributes have numbered names. */
export interface TreeNode {
  nn: string
  sid: string
  cn?: TreeNode[]
  v?: string
  [property: string]: unknown
}

interface Template {
  tag: string
  /** Attribute as written in wxml → property of the node. */
  attributes: Map<string, string>
  binds: Set<string>
  catches: Set<string>
}

const templatePattern = /<template name="tmpl_0_([^"]+)">([\s\S]*?)<\/template>/g
const tagPattern = /<([\w-]+)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/
const attributePattern = /([\w:-]+)="([^"]*)"/g

/**
 * What the built templates do with each kind of node. The numbers in their names change from build to build,
 * so they are read from `base.wxml` every time and written down nowhere.
 */
export class NodeTable {
  private readonly templates = new Map<string, Template>()

  constructor(baseWxml: string) {
    for (const [, name = '', body = ''] of baseWxml.matchAll(templatePattern)) {
      const template = readTemplate(body)
      if (template) this.templates.set(name, template)
    }
  }

  private template(node: TreeNode): Template | undefined {
    const found = this.templates.get(node.nn)
    // Form tags have two templates each, chosen by whether `focus` was ever set (utils.wxs).
    if (found && found.tag !== 'template') return found
    return this.templates.get(`${node.nn}_${node.focus === undefined ? 'blur' : 'focus'}`)
  }

  /** False for a node the phone would not draw. */
  renders(node: TreeNode): boolean {
    return this.template(node) !== undefined
  }

  /** `block` for a text. */
  tag(node: TreeNode): string {
    return this.template(node)?.tag ?? ''
  }

  /** Value of an attribute as it reaches the phone; undefined when the template does not bind it. */
  attr(node: TreeNode, name: string): unknown {
    const property = this.template(node)?.attributes.get(name)
    return property === undefined ? undefined : node[property]
  }

  handles(node: TreeNode, event: string): 'bind' | 'catch' | undefined {
    const template = this.template(node)
    if (template?.catches.has(event)) return 'catch'
    return template?.binds.has(event) ? 'bind' : undefined
  }
}

function readTemplate(body: string): Template | undefined {
  const [, tag, text = ''] = tagPattern.exec(body) ?? []
  if (!tag) return undefined
  const template: Template = { tag, attributes: new Map(), binds: new Set(), catches: new Set() }
  for (const [, name = '', value = ''] of text.matchAll(attributePattern)) {
    const [, how, event = ''] = /^(bind|catch):?(.+)$/.exec(name) ?? []
    if (how) (how === 'catch' ? template.catches : template.binds).add(event.toLowerCase())
    else template.attributes.set(name, /\bi\.(\w+)/.exec(value)?.[1] ?? '')
  }
  return template
}
