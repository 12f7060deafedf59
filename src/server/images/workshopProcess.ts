import { framesOf, writeFrame } from './frames'
import { doJob } from './jobs'
import type { WorkshopAnswer, WorkshopCall } from './workshop'

/** The process that decodes. It has no settings, no keys and no connection but the pipes to its parent. */
async function work(): Promise<void> {
  writeFrame<WorkshopAnswer>(process.stdout, 'ready')
  for await (const { words, bytes } of framesOf<WorkshopCall>(process.stdin)) {
    const { id, job } = words
    doJob({ ...job, bytes }).then(
      ({ jpeg, width, height }) => writeFrame<WorkshopAnswer>(process.stdout, { id, width, height }, jpeg),
      () => writeFrame<WorkshopAnswer>(process.stdout, { id }),
    )
  }
}

// Without a parent there is nobody to work for.
const leave = () => process.exit(0)
process.stdout.on('error', leave)
work().then(leave, leave)
