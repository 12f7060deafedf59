import { randomUUID } from 'node:crypto'
import { userInfo } from 'node:os'
import { noteCommand } from '../audit/commands'
import { recordAudit } from '../audit/record'
import { systemClock, todayInWuhai } from '../clock'
import { evidence } from '../privacy/evidence'
import { heldCopies, releaseCopy } from '../privacy/heldCopies'
import { register as dataRegister } from '../privacy/register/register'
import type { RetentionParts } from '../privacy/retention/periods'
import type { Parts } from '../parts'
import { done } from '../result'
import { inTransaction } from '../store/database'
import { partsOfCommand } from './partsOfCommand'
import {
  parsePrivacyCommand,
  privacyUsage,
  type ComplianceRecord,
  type PrivacyCommand,
} from './privacyCommand'

const exit = { done: 0, failed: 1, badArguments: 2 }

/**
 * `npm run register -- …`: the data register and what the law wants proved with it.
 * @returns the exit code: 0 done, 1 not done, 2 wrong arguments
 */
async function register(args: readonly string[]): Promise<number> {
  const around = { today: todayInWuhai(systemClock), user: userInfo().username }
  const parsed = parsePrivacyCommand(args, around)
  if (!parsed.ok) {
    console.error(`${parsed.fault}\n\n${privacyUsage}`)
    return exit.badArguments
  }
  // The register itself needs no database.
  if (parsed.command.kind === 'json') return printJson(dataRegister)
  const { parts, close } = await partsOfCommand()
  try {
    return await run(parsed.command, parts)
  } finally {
    await close()
  }
}

async function run(command: Exclude<PrivacyCommand, { kind: 'json' }>, parts: Parts): Promise<number> {
  switch (command.kind) {
    case 'evidence':
      await noteCommand(parts, 'evidenceMade', { kind: 'register' })
      return printJson(await evidence(parts))
    case 'held':
      return printJson(await heldCopies(parts))
    case 'release': {
      const released = await releaseCopy(parts, command.copyId, command.by)
      if (!released.ok) throw new Error('没有这份副本，或者已经给了。')
      return print('可以来取了。')
    }
    case 'record':
      await keepRecord(parts, command.record)
      return print('记下了。')
  }
}

async function keepRecord(
  parts: RetentionParts,
  { kind, document, date, by }: ComplianceRecord,
): Promise<void> {
  await inTransaction(parts.db, async (tx) => {
    const id = randomUUID()
    await tx
      .insertInto('compliance_record')
      .values({ id, kind, document, document_date: date, recorded_by: by, recorded_at: parts.clock() })
      .execute()
    await recordAudit(parts, tx, {
      actor: { kind: 'command' },
      action: 'complianceRecorded',
      object: { kind: 'complianceRecord', id },
    })
    return done(undefined)
  })
}

function printJson(value: unknown): number {
  return print(JSON.stringify(value, null, 2))
}

function print(text: string): number {
  console.log(text)
  return exit.done
}

register(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : '没有办成。')
    process.exitCode = exit.failed
  },
)
