import type { CaseForStaff } from '../../usecases/desk'
import { protectionReasonRule } from '../../usecases/protection'
import type { Staff } from '../../usecases/staffSignIn'
import { protectionField } from '../decisionForm'
import { deskPath } from '../deskSession'
import { moment } from '../times'
import { FormToken } from './Layout'

interface ProtectionProps {
  staff: Staff
  file: CaseForStaff
  /** ISO date in 乌海. */
  today: string
}

/** The record that a child is in danger at home: on the page of an officer with the permission, and on no other. */
export function Protection({ staff, file, today }: ProtectionProps) {
  if (!file.protection) return null
  const { inForce } = file.protection
  return (
    <section className="card" aria-labelledby="protection">
      <h2 id="protection">保护记录</h2>
      <p className="quiet">只有有权限的人看得到。家里人看不到，也查不出来。</p>
      <form className="protection" method="post" action={`${deskPath}/cases/${file.id}/protection`}>
        <FormToken staff={staff} />
        <input type="hidden" name="change" value={inForce ? 'lift' : 'set'} />
        {inForce ? (
          <p className="notice notice-amber">
            {moment(inForce.since, today)}起有保护记录。理由：{inForce.reason}
          </p>
        ) : (
          <ReasonField />
        )}
        <button className="button-plain" type="submit">
          {inForce ? '解除保护记录' : '建立保护记录'}
        </button>
      </form>
    </section>
  )
}

function ReasonField() {
  const { minLength, maxLength } = protectionReasonRule
  return (
    <div className="field">
      <label htmlFor={protectionField}>为什么要保护</label>
      <p className="quiet" id="protection-hint">
        至少 {minLength} 个字。孩子有危险，先打 110。
      </p>
      <textarea
        id={protectionField}
        name={protectionField}
        rows={3}
        required
        minLength={minLength}
        maxLength={maxLength}
        aria-describedby="protection-hint"
      />
    </div>
  )
}
