import type { Colleague } from '../../usecases/assignments'
import type { CaseForStaff } from '../../usecases/desk'
import type { Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { FormToken } from './Layout'
import { described, FieldProblem, type Problem } from './Problems'

export const colleagueField = 'colleague'

interface HandOverProps {
  staff: Staff
  file: CaseForStaff
  problems: readonly Problem[]
}

/** Whose case it is; what becomes of one that is nobody's, where this person may take the next step. */
export function Ownership({ file: { colleagues, allowed } }: { file: CaseForStaff }) {
  if (!colleagues && allowed.length === 0) return null
  if (!colleagues) return <p className="quiet">还没有人办。谁先办一步，就归谁。</p>
  if (colleagues.length === 0) return <p className="quiet">这件事归您办。没有别的同事可以交。</p>
  return (
    <p className="quiet">
      这件事归您办。<a href="#hand-over">交给同事</a>
    </p>
  )
}

/** For who has the case: the way to give it to somebody else. */
export function HandOver({ staff, file, problems }: HandOverProps) {
  const { colleagues = [] } = file
  if (colleagues.length === 0) return null
  return (
    <form
      className="card"
      id="hand-over"
      tabIndex={-1}
      method="post"
      action={`${deskPath}/cases/${file.id}/colleague`}
    >
      <h3>交给同事</h3>
      <p className="quiet" id="hand-over-hint">
        交出去以后，您就打不开了。
      </p>
      <FormToken staff={staff} />
      <div className="field">
        <label htmlFor={colleagueField}>同事</label>
        <FieldProblem problems={problems} field={colleagueField} />
        <select
          id={colleagueField}
          name={colleagueField}
          required
          {...described(problems, colleagueField, 'hand-over-hint')}
        >
          <option value="">请选</option>
          {colleagues.map((one) => (
            <option key={one.id} value={one.id}>
              {labelOf(one, colleagues)}
            </option>
          ))}
        </select>
      </div>
      <button className="button-plain" type="submit">
        交给同事
      </button>
    </form>
  )
}

/** Two people of one name are told apart by their numbers. */
function labelOf({ id, name, number }: Colleague, all: readonly Colleague[]): string {
  return all.some((one) => one.name === name && one.id !== id) ? `${name}（编号 ${number}）` : name
}
