import { doJob } from './jobs'
import type { WorkshopAnswer, WorkshopCall } from './workshop'

/** The process that decodes. It has no settings, no keys and no connection but the pipe to its parent. */
process.on('message', (call: WorkshopCall) => {
  doJob(call.job).then(
    (picture) => reply({ id: call.id, picture }),
    () => reply({ id: call.id }),
  )
})
// Without a parent there is nobody to work for.
process.on('disconnect', () => process.exit(0))
reply('ready')

function reply(answer: WorkshopAnswer): void {
  process.send?.(answer)
}
