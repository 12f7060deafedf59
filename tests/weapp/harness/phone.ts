import { type Network } from './network'
import { PhoneFiles } from './phoneFiles'
import { type SetDataRecord } from './setData'
import { Clock } from './timers'
import { Troubles } from './troubles'
import { type Account, type CodeIssuer } from './wxAccount'
import { type WxCall } from './host'
import { type PhotoQueue } from './wxMedia'
import { Privacy } from './wxPrivacy'
import { Storage } from './wxStorage'
import { cheapPhone, type PhoneSettings } from './wxSystem'
import { type DialogQueues } from './wxUi'

/** Everything that outlives the process of the mini program: what is stored, what was agreed, who holds it. */
export class Phone {
  readonly storage = new Storage()
  readonly files = new PhoneFiles()
  readonly privacy = new Privacy()
  readonly photos: PhotoQueue = []
  readonly dialogs: DialogQueues = { modals: [], sheets: [] }
  readonly account: Account = { person: '奶奶', subscriptions: [] }
  readonly settings: PhoneSettings = { ...cheapPhone }
  readonly clock = new Clock()
  readonly troubles = new Troubles()
  readonly calls: WxCall[] = []
  readonly setData: SetDataRecord[] = []

  constructor(
    readonly network: Network,
    readonly issuer: CodeIssuer,
  ) {}
}
