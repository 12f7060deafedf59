import type { Mode } from '../../env'
import { passwordRule, type Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { FormToken, Layout } from './Layout'
import { described, FieldProblem, ProblemSummary, type Problem } from './Problems'

export interface PasswordProps {
  mode: Mode
  staff: Staff
  problems?: readonly Problem[]
}

const passwordFields = [
  { name: 'current', label: '现在的密码', autoComplete: 'current-password' },
  { name: 'next', label: '新密码', autoComplete: 'new-password' },
  { name: 'again', label: '再输一次新密码', autoComplete: 'new-password' },
] as const

export function PasswordPage({ mode, staff, problems = [] }: PasswordProps) {
  return (
    <Layout title="改密码" mode={mode} staff={staff}>
      <div className="narrow">
        <h1>改密码</h1>
        {staff.mustChangePassword && (
          <p className="notice notice-amber" role="status">
            第一次登录，先改密码，再办事。
          </p>
        )}
        <ProblemSummary problems={problems} />
        <form className="card" method="post" action={`${deskPath}/password`}>
          <FormToken staff={staff} />
          <input type="hidden" name="username" autoComplete="username" value={staff.number} />
          <p id="rule" className="quiet">
            新密码至少 {passwordRule.minLength} 个字。可以用一句话。
          </p>
          {passwordFields.map(({ name, label, autoComplete }) => (
            <div className="field" key={name}>
              <label htmlFor={name}>{label}</label>
              <FieldProblem problems={problems} field={name} />
              <input
                id={name}
                name={name}
                type="password"
                autoComplete={autoComplete}
                required
                maxLength={passwordRule.maxLength}
                {...described(problems, name, name === 'next' ? 'rule' : undefined)}
              />
            </div>
          ))}
          <button className="button" type="submit">
            改好了，进入工作台
          </button>
        </form>
      </div>
    </Layout>
  )
}
