import type { CaseWay } from '@domain/tracking/words'
import type { CaseForStaff, DeskEvent } from '../../usecases/desk'
import { nameOf } from '../decisionForm'
import { eventWords } from '../caseWords'
import { moment } from '../times'

/** Every event with who, when and where; the newest first. */
export function History({ file, today }: { file: CaseForStaff; today: string }) {
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">经过</h2>
      <ol className="history" reversed>
        {[...file.events].reverse().map((event) => (
          <li key={event.sequence}>
            <Event event={event} way={file.way} today={today} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Event({ event, way, today }: { event: DeskEvent; way: CaseWay; today: string }) {
  const { kind, at, office, staffName, reason, supplement, papers } = event
  const who = [office, staffName].filter((part) => part !== undefined).join('，')
  const photographed = papers?.filter(({ attachmentIds }) => attachmentIds.length > 0) ?? []
  return (
    <>
      <p>
        <b>{eventWords(kind, way)}</b>{' '}
        <span className="quiet">
          {moment(at, today)}
          {who && `，${who}`}
        </span>
      </p>
      {reason && <p className="written">{reason}</p>}
      {supplement && (
        <ul>
          {supplement.papers.map((row) => (
            <li key={row.paper}>
              {nameOf(row.paper)}：{row.reason}
            </li>
          ))}
        </ul>
      )}
      {kind === 'supplementProvided' && (
        <p>
          {photographed.length > 0
            ? `补交：${photographed.map(({ paper }) => nameOf(paper)).join('、')}。`
            : '一样也没拍：家里会带到窗口给人看。'}
        </p>
      )}
    </>
  )
}
