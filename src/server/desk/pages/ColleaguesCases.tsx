import { formatCaseNumber } from '@domain/tracking/caseNumber'
import type { ColleaguesCase } from '../../usecases/queue'
import { statusWords } from '../caseWords'
import { QueueTable } from './QueueTable'

const columns = ['编号', '办到哪一步', '谁在办'] as const

/** What colleagues work on, to find a case that is asked for: closed until somebody wants it, and without links. */
export function ColleaguesCases({ rows }: { rows: readonly ColleaguesCase[] }) {
  if (rows.length === 0) return null
  return (
    <section className="card" aria-labelledby="colleagues">
      <h2 id="colleagues">同事在办的（{rows.length}）</h2>
      <details>
        <summary>看是谁在办</summary>
        <QueueTable labelledBy="colleagues" columns={columns} rows={rows.map(lineOf)} />
      </details>
    </section>
  )
}

const lineOf = ({ caseNumber, way, status, colleague }: ColleaguesCase) => ({
  key: caseNumber,
  cells: [formatCaseNumber(caseNumber), statusWords(status, way), colleague],
})
