import { entriesOf, inside, type Entries } from './entry'
import { sealed, technical } from './fields'
import { draftGround, securityGround, systemGround } from './grounds'

/** What lies in the object store. */
export const objectKinds: Entries = entriesOf(draftGround, {
  'object.photo': sealed('documentImage', 'identity', 'health', 'money'),
})

/** What a log line may hold, besides the name of the event and the moment. Nothing names a person. */
export const logFields: Entries = {
  ...entriesOf(
    { ...securityGround, purpose: '查得出服务哪里出了错。', retention: 'system' },
    inside('log.', {
      traceId: technical,
      method: technical,
      route: technical,
      status: technical,
      ms: technical,
      code: technical,
      fault: technical,
    }),
  ),
  ...entriesOf(
    systemGround,
    inside('log.', {
      port: technical,
      mode: technical,
      attached: technical,
      applied: technical,
      files: technical,
      removed: technical,
      kind: technical,
      errcode: technical,
      rid: technical,
    }),
  ),
}
