import { maskIdNumber } from '@domain/people/idNumber'
import { correctionFieldWords, type CorrectionField } from '@domain/rights/corrections'
import { hiddenPhone } from '@domain/rights/familyWords'
import type { CaseForStaff, DeskCorrection } from '../../usecases/desk'
import { reasonRule } from '../../usecases/decisions'
import type { Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { moment } from '../times'
import { FormToken } from './Layout'
import { described, FieldProblem, type Problem } from './Problems'

/** A form that was not accepted: whose, and what was written. */
export interface Declined {
  id: string
  answer: string
}

interface CorrectionsProps {
  staff: Staff
  file: CaseForStaff
  today: string
  declined?: Declined
  problems: readonly Problem[]
}

export const answerField = (id: string) => `answer-${id}`

/** What the family wants corrected: what waits comes with its form, what was decided stays to be read. */
export function Corrections(props: CorrectionsProps) {
  const { file } = props
  const { corrections, remarks } = file
  if (corrections.length === 0) return null
  const waiting = corrections.filter(({ status }) => status === 'waiting')
  const decided = corrections.filter(({ status }) => status !== 'waiting')
  return (
    <section className="card" aria-labelledby="corrections-title">
      <h2 id="corrections-title" tabIndex={-1}>
        家里要求改的（{waiting.length} 件等您核对）
      </h2>
      {waiting.map((one) => (
        <Waiting key={one.id} {...props} correction={one} />
      ))}
      {remarks.length > 0 && (
        <>
          <h3>家里补充的</h3>
          <ul>
            {remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
        </>
      )}
      {decided.length > 0 && (
        <>
          <h3>核对过的</h3>
          <ul>
            {decided.map((one) => (
              <li key={one.id}>{decidedWords(file, one)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

/** Whole ID numbers are only on the view that is written down apart, and a phone only where it may be called. */
function shown({ applicant }: CaseForStaff, field: CorrectionField, value: string): string {
  if (field === 'applicantPhone' && !applicant.safeToContact) return hiddenPhone
  return isNumber(field) ? maskIdNumber(value) : value
}

const isNumber = (field: CorrectionField) => field === 'childIdNumber' || field === 'applicantIdNumber'

const howToCheck = (field: CorrectionField) =>
  isNumber(field) ? '完整的在“查看完整号码”里。' : '请对着材料核。'

function decidedWords(file: CaseForStaff, { field, wanted, before, status, answer }: DeskCorrection): string {
  const what = correctionFieldWords[field]
  if (field === 'other' && status === 'accepted') return `记下了：“${wanted}”`
  if (status === 'declined') return `${what}：没有改。${answer ?? ''}`
  const from = before === undefined ? '' : `从“${shown(file, field, before)}”`
  return `${what}：${from}改成“${shown(file, field, wanted)}”。`
}

function Waiting(props: CorrectionsProps & { correction: DeskCorrection }) {
  const { staff, file, correction, today, declined, problems } = props
  const { id, field, wanted, requestedAt } = correction
  const answer = answerField(id)
  const [what, accept] = [correctionFieldWords[field], field === 'other' ? '核对无误，记下' : '核对无误，改']
  return (
    <form className="correction" method="post" action={`${deskPath}/cases/${file.id}/corrections/${id}`}>
      <h3>{what}</h3>
      <p>
        改成：<b>{shown(file, field, wanted)}</b>{' '}
        <span className="quiet">
          {moment(requestedAt, today)}要求。{howToCheck(field)}
        </span>
      </p>
      <FormToken staff={staff} />
      <div className="field">
        <label htmlFor={answer}>不改的理由，写给家里看，至少 {reasonRule.minLength} 个字（改就不用写）</label>
        <FieldProblem problems={problems} field={answer} />
        <textarea
          id={answer}
          name="answer"
          rows={2}
          maxLength={reasonRule.maxLength}
          defaultValue={declined?.id === id ? declined.answer : undefined}
          {...described(problems, answer)}
        />
      </div>
      <p>
        <button
          className="button"
          type="submit"
          name="decision"
          value="accept"
          aria-label={`${accept}${what}`}
        >
          {accept}
        </button>{' '}
        <button
          className="button-plain"
          type="submit"
          name="decision"
          value="decline"
          aria-label={`不改，告诉家里：${what}`}
        >
          不改，告诉家里
        </button>
      </p>
    </form>
  )
}
