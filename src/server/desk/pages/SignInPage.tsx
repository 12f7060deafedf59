import type { Mode } from '../../env'
import { deskPath } from '../deskSession'
import { Layout } from './Layout'
import { described, FieldProblem, type Problem } from './Problems'
import { Unsaved } from './Unsaved'

export interface SignInProps {
  mode: Mode
  token: string
  /** Why this page is shown, e.g. an idle session. */
  message?: string
  number?: string
  problem?: string
  /** What was written when the session ended: nobody writes a reason twice. */
  unsaved?: string
}

/** An account of a demonstration may have no second factor; in production every account has one. */
const codeNotes: Record<Mode, string> = {
  demo: '手机动态码应用里的 6 位数字。演示账号没有，不用填。',
  production: '手机动态码应用里的 6 位数字。',
}

export function SignInPage({ mode, token, message, number = '', problem, unsaved }: SignInProps) {
  const problems: Problem[] = problem ? [{ field: 'number', text: problem }] : []
  return (
    <Layout title="登录" mode={mode}>
      <div className="narrow">
        <h1>登录</h1>
        {message && (
          <p className="notice notice-amber" role="status">
            {message}
          </p>
        )}
        {unsaved && <Unsaved text={unsaved} />}
        <form className="card" method="post" action={`${deskPath}/sign-in`}>
          <input type="hidden" name="token" value={token} />
          <div className="field" role={problem ? 'alert' : undefined}>
            <FieldProblem problems={problems} field="number" />
          </div>
          <div className="field">
            <label htmlFor="number">编号</label>
            <input
              id="number"
              name="number"
              defaultValue={number}
              inputMode="numeric"
              autoComplete="username"
              required
              maxLength={20}
              autoFocus
              {...described(problems, 'number')}
            />
          </div>
          <div className="field">
            <label htmlFor="password">密码</label>
            <input
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              maxLength={128}
              {...described(problems, 'number')}
            />
          </div>
          <div className="field">
            <label htmlFor="code">动态码</label>
            <p id="code-note" className="quiet">
              {codeNotes[mode]}
            </p>
            <input
              id="code"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              required={mode === 'production'}
              maxLength={10}
              {...described(problems, 'number', 'code-note')}
            />
          </div>
          <button className="button" type="submit">
            登录
          </button>
          <p className="quiet">忘了密码、换了手机，请找管理员重设。</p>
        </form>
      </div>
    </Layout>
  )
}
