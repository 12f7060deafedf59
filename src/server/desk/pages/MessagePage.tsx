import type { Mode } from '../../env'
import type { Staff } from '../../usecases/staffSignIn'
import { deskPath } from '../deskSession'
import { Layout } from './Layout'
import { Unsaved } from './Unsaved'

export interface MessageProps {
  mode: Mode
  staff?: Staff
  title: string
  message: string
  /** For support: found in the server's log. */
  traceId: string
  /** Where to go on; the queue when absent. */
  link?: { address: string; text: string }
  /** What was written in the form. */
  unsaved?: string
}

/** One thing that went another way than wanted: what happened, and where to go on. */
export function MessagePage({ mode, staff, title, message, traceId, link, unsaved }: MessageProps) {
  const { address, text } = link ?? { address: deskPath, text: '回到待办' }
  return (
    <Layout title={title} mode={mode} staff={staff}>
      <div className="narrow">
        <h1>{title}</h1>
        <p>{message}</p>
        {unsaved && <Unsaved text={unsaved} />}
        <p>
          <a className="button" href={address}>
            {text}
          </a>
        </p>
        <p className="quiet">问题编号 {traceId}</p>
      </div>
    </Layout>
  )
}
