import { bagOf, type Host, type Outcome, type WxOptions, type WxPart } from './host'

type Decision = 'agree' | 'disagree'

/** The person's answer to WeChat's privacy dialog. It outlives the process. */
export class Privacy {
  agreed = false
  /** What the person does when WeChat's own dialog comes up. */
  officialDialog: Decision = 'agree'
  /** How often any dialog was shown. */
  asked = 0

  agree(): void {
    this.agreed = true
  }
}

interface Gate {
  /** Runs `then` when the person agrees, now or before; otherwise the call fails as WeChat's does. */
  pass(name: string, options: WxOptions, then: () => void): void
  api: WxPart
}

const refused: Outcome = { fail: 'privacy permission is not authorized', errno: 104 }

/** Calls that handle personal information wait here for the person's consent. */
export function privacyGate(host: Host, privacy: Privacy): Gate {
  let listener: ((resolve: (decision: unknown) => void, event: unknown) => void) | undefined

  function ask(referrer: string, decided: (decision: Decision) => void): void {
    if (privacy.agreed) return decided('agree')
    privacy.asked += 1
    const end = host.pending.begin(`consent for ${referrer}`)
    const settle = (decision: Decision) => {
      end()
      if (decision === 'agree') privacy.agree()
      decided(decision)
    }
    if (!listener) return settle(privacy.officialDialog)
    // The page draws its own dialog now and waits for a tap: nothing is running meanwhile.
    end()
    const hear = listener
    host.enter('onNeedPrivacyAuthorization', () =>
      hear((answer) => {
        const { event } = bagOf(answer)
        if (event === 'agree' || event === 'disagree') settle(event)
      }, host.give({ referrer })),
    )
  }

  return {
    pass: (name, options, then) =>
      ask(name, (decision) => (decision === 'agree' ? then() : host.answer(name, options, refused))),
    api: {
      getPrivacySetting: (options: WxOptions = {}) =>
        host.answer('getPrivacySetting', options, {
          ok: { needAuthorization: !privacy.agreed, privacyContractName: '《用户隐私保护指引》' },
        }),
      onNeedPrivacyAuthorization(callback: typeof listener) {
        listener = callback
      },
      requirePrivacyAuthorize: (options: WxOptions = {}) =>
        ask('requirePrivacyAuthorize', (decision) =>
          host.answer('requirePrivacyAuthorize', options, decision === 'agree' ? { ok: {} } : refused),
        ),
      openPrivacyContract(options: WxOptions = {}) {
        host.record('openPrivacyContract', options)
        host.answer('openPrivacyContract', options, { ok: {} })
      },
    },
  }
}
