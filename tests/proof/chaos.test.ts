import { setTimeout as sleep } from 'node:timers/promises'
import { emptyNotes, runClient, type Notes } from '../faults/support/clients'
import type { Fault } from '../faults/support/plantedFaults'
import { clean, reckonFolder, type Reckoning } from '../faults/support/reckoning'
import { createVictim, type Victim } from '../faults/support/victim'

/*
 * `npm run proof -- chaos [kills]`: kills of the API and of PostgreSQL under load, with nothing wrong and with each
 * mistake planted. What is planted must be found, or the trial is worth nothing.
 */
const kills = Number(process.env.CHAOS_KILLS ?? 6)
jest.setTimeout(120_000 + kills * 60_000)

let victim: Victim
afterEach(async () => {
  await victim.stop()
  victim.remove()
})

type Wound = () => Promise<void>
const killServer: Wound = async () => {
  victim.killServer()
  await victim.start()
}
const killDatabase: Wound = async () => {
  victim.killDatabase()
  await sleep(100)
  await victim.ready()
}

interface Trial {
  wound: Wound
  fault?: Fault
}

async function trial({ wound, fault }: Trial): Promise<{ notes: Notes; found: Reckoning }> {
  victim = await createVictim(fault ? { FAULT: fault } : {})
  await victim.start()
  const notes = emptyNotes()
  let isOver = false
  const clients = Array.from({ length: 8 }, () =>
    runClient(victim.url, notes, () => isOver, { photos: false }),
  )
  for (let count = 0; count < kills; count += 1) {
    await sleep(600 + 150 * (count % 5))
    await wound()
  }
  await sleep(500)
  isOver = true
  await Promise.all(clients)
  await victim.stop()
  return { notes, found: await reckonFolder(victim.dataDir, notes) }
}

const told = ({ notes, found }: { notes: Notes; found: Reckoning }) =>
  `${notes.submissions.length} acknowledged, ${notes.retries} retries, ${found.lost.length} lost, ${found.doubled.length} doubled`

test.each([
  ['the API', killServer],
  ['PostgreSQL', killDatabase],
])('nothing wrong, kill -9 of %s: nothing lost, nothing doubled', async (_, wound) => {
  const result = await trial({ wound })
  console.log(told(result))
  expect(result.notes.wrongAnswers).toEqual([])
  expect(result.found).toEqual(clean)
})

test('planted: synchronous_commit off, kill -9 of PostgreSQL: what was lost is found', async () => {
  const result = await trial({ wound: killDatabase, fault: 'asyncCommit' })
  console.log(told(result))
  expect(result.found.lost).not.toEqual([])
})

test('planted: no key, kill -9 of the API: what was doubled is found', async () => {
  const result = await trial({ wound: killServer, fault: 'noKey' })
  console.log(told(result))
  expect(result.found.doubled).not.toEqual([])
})

test('planted: answers before it writes, kill -9 of the API: what was lost is found', async () => {
  const result = await trial({ wound: killServer, fault: 'answerBeforeWrite' })
  console.log(told(result))
  expect(result.found.lost).not.toEqual([])
})
