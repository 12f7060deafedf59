import type { FastifyInstance } from 'fastify'

export interface MountedRoute {
  method: string
  /** `/desk/cases/:id` */
  path: string
}

const indent = 4

/** Every address the server really answers, read from the server itself: whoever mounts one cannot forget it here. */
export function routesOf(app: FastifyInstance): MountedRoute[] {
  const above: string[] = []
  return app
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      // ├── /a/:id (GET, POST), with what lies below it indented.
      const [, branch = '', part, methods] = /^([│\s]*)[├└]── (\S*)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
      if (part === undefined) return []
      const depth = branch.length / indent
      above.length = depth
      above[depth] = `${above[depth - 1] ?? ''}${part}`
      const path = above[depth]
      return (methods?.split(', ') ?? []).map((method) => ({ method, path }))
    })
}
