import { resolve } from 'node:path'
import { startTestApi, type TestApi } from '../../server/support/testApi'
import { startWechatServer, type WechatStandIn } from '../../stand-ins/wechatServer'
import { type MiniProgram } from '../harness/driver'
import { withMiniProgram } from '../harness/miniProgram'
import { type FunctionMode } from '../harness/realm'

export interface Stage {
  /** Exists once the tests run. */
  api(): TestApi
  /** A phone whose person has agreed to WeChat's own question, with the built mini program open. */
  phone(act: (program: MiniProgram) => Promise<void>, functionMode?: FunctionMode): Promise<void>
}

/** The built mini program, the real API and its database, and the stand-in for WeChat, for all tests of a file. */
export function stage(): Stage {
  const dist = resolve(__dirname, '../../../dist/weapp')
  let wechat: WechatStandIn
  let api: TestApi
  beforeAll(async () => {
    wechat = await startWechatServer()
    api = await startTestApi({ wechat })
  })
  afterAll(async () => {
    await api?.close()
    await wechat?.close()
  })
  return {
    api: () => api,
    phone: (act, functionMode) =>
      withMiniProgram({ dist, apiUrl: api.url, wechat, functionMode }, async (program) => {
        program.phone.privacy.agreed = true
        await act(program)
      }),
  }
}
