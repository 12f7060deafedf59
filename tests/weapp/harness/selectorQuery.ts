import { type Bag, type Host } from './host'

/** Answers with fixed rectangles: nothing may be built on them. */
export function selectorQuery(host: Host): Bag {
  const callbacks: ((answer: unknown) => void)[] = []
  const rectangle = { left: 0, top: 0, right: 360, bottom: 40, width: 360, height: 40 }
  const query: Bag = {}
  const chain = (callback?: unknown) => {
    if (typeof callback === 'function') callbacks.push((answer) => callback(answer))
    return query
  }
  for (const name of ['select', 'selectAll', 'selectViewport', 'in']) query[name] = () => query
  for (const name of ['boundingClientRect', 'scrollOffset', 'fields', 'node', 'context']) query[name] = chain
  query.exec = (callback?: (answers: unknown) => void) => {
    const answers = callbacks.map(() => rectangle)
    host.pending.later('selector query', () =>
      host.enter('selector query', () => {
        for (const hear of callbacks) hear(host.realm.copy(rectangle))
        callback?.(host.realm.copy(answers))
      }),
    )
  }
  return query
}
