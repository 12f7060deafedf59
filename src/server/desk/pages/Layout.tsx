import type { ReactNode } from 'react'
import type { Mode } from '../../env'
import type { Staff } from '../../usecases/staffSignIn'
import { assetAddress } from '../assets'
import { deskName } from '../deskWords'
import { deskPath } from '../deskSession'

export interface LayoutProps {
  /** Never holds a name: titles stay in the browser's history. */
  title: string
  mode: Mode
  /** Absent before signing in. */
  staff?: Staff
  children: ReactNode
}

/** The frame of every page: skip link, who is signed in, and the way out. Works without any script. */
export function Layout({ title, mode, staff, children }: LayoutProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${title} - ${deskName}`}</title>
        <link rel="icon" href={assetAddress('mark.svg')} />
        <link rel="stylesheet" href={assetAddress('desk.css')} />
      </head>
      <body>
        <a className="skip" href="#content">
          跳到正文
        </a>
        <header className="bar">
          <a className="bar-name" href={deskPath}>
            <img src={assetAddress('mark.svg')} alt="" width="28" height="28" />
            {deskName}
          </a>
          {mode === 'demo' && <span className="demo">演示，不是真的办理</span>}
          {staff && <Person staff={staff} />}
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}

function Person({ staff }: { staff: Staff }) {
  return (
    <nav className="bar-person" aria-label="账号">
      <span>
        {staff.name}，{staff.office}
      </span>
      <a href={`${deskPath}/password`}>改密码</a>
      <form method="post" action={`${deskPath}/sign-out`}>
        <FormToken staff={staff} />
        <button className="button-quiet" type="submit">
          退出
        </button>
      </form>
    </nav>
  )
}

/** Binds a form to the session of the person it was shown to. */
export function FormToken({ staff }: { staff: Staff }) {
  return <input type="hidden" name="token" value={staff.formToken} />
}
