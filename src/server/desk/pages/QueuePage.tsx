import { services } from '@domain/services/catalogue'
import { formatCaseNumber } from '@domain/tracking/caseNumber'
import type { Mode } from '../../env'
import type { Queue, QueueRow } from '../../usecases/queue'
import type { Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { statusWords } from '../caseWords'
import { handedOverWords } from '../deskWords'
import { moment, waitedDays } from '../times'
import { ColleaguesCases } from './ColleaguesCases'
import { Layout } from './Layout'
import { QueueTable } from './QueueTable'

export interface QueueProps {
  mode: Mode
  staff: Staff
  queue: Queue
  /** ISO date in 乌海. */
  today: string
  /** A case was just handed to a colleague. */
  isHandedOver: boolean
}

export function QueuePage({ mode, staff, queue, today, isHandedOver }: QueueProps) {
  const parts = [
    { id: 'to-do', title: '您现在要办的', rows: queue.toDo, empty: '现在没有要您办的事。' },
    { id: 'waiting', title: '在等家里或别处的', rows: queue.waiting, empty: '没有在等的事。' },
  ]
  return (
    <Layout title="待办" mode={mode} staff={staff}>
      <h1>{queue.toDo.length > 0 ? `有 ${queue.toDo.length} 件要您办` : '没有要您办的事'}</h1>
      {isHandedOver && (
        <p className="notice notice-green" role="status">
          {handedOverWords}
        </p>
      )}
      <p className="quiet">{staff.office}的申请。等得最久的在前面。</p>
      {queue.corrections.length > 0 && (
        <QueuePart
          id="corrections"
          title="家里要求改信息的"
          rows={queue.corrections}
          empty=""
          today={today}
        />
      )}
      {parts.map((part) => (
        <QueuePart key={part.id} {...part} today={today} />
      ))}
      <ColleaguesCases rows={queue.colleagues} />
      <QueuePart id="done" title="办完的" rows={queue.done} empty="还没有办完的事。" today={today} />
    </Layout>
  )
}

interface PartProps {
  id: string
  title: string
  rows: readonly QueueRow[]
  empty: string
  today: string
}

const columns = ['从哪天起', '编号', '孩子', '事项', '办到哪一步', '收件单位'] as const

function QueuePart({ id, title, rows, empty, today }: PartProps) {
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id}>
        {title}（{rows.length}）
      </h2>
      {rows.length === 0 ? (
        <p className="quiet">{empty}</p>
      ) : (
        <QueueTable labelledBy={id} columns={columns} rows={rows.map((row) => lineOf(row, today))} />
      )}
    </section>
  )
}

function lineOf(row: QueueRow, today: string) {
  const cells = [
    <span>
      <b>{waitedDays(row.since, today)}</b> <span className="quiet">{moment(row.since, today)}</span>
    </span>,
    <a href={`${deskPath}/cases/${row.id}`}>{formatCaseNumber(row.caseNumber)}</a>,
    row.childMaskedName,
    services[row.service].neutralTitle,
    statusWords(row.status, row.way),
    row.office,
  ]
  return { key: row.id, cells }
}
