/** What an errcode asks us to do. */
export type Verdict =
  | 'success'
  | 'invalidCode'
  | 'busy'
  | 'userLimit'
  | 'misconfigured'
  /** Fetch the token again, once. */
  | 'token'
  | 'notAgreed'
  | 'badMessage'

/** Every other errcode is treated as `busy`. Source: WeChat's pages of each interface; platform notes of developers. */
const verdicts = new Map<number, Verdict>([
  [0, 'success'],
  [-1, 'busy'],
  [45009, 'busy'],
  [40029, 'invalidCode'],
  [40163, 'invalidCode'],
  [41008, 'invalidCode'],
  // 高风险用户：same code, same answer. A fresh code may pass.
  [40226, 'invalidCode'],
  // 100 exchanges a minute of one person: says nothing about WeChat's health.
  [45011, 'userLimit'],
  [40013, 'misconfigured'],
  [40125, 'misconfigured'],
  [40164, 'misconfigured'],
  [41002, 'misconfigured'],
  [41004, 'misconfigured'],
  [48001, 'misconfigured'],
  [40001, 'token'],
  [40014, 'token'],
  [41001, 'token'],
  [42001, 'token'],
  // Refused, unsubscribed or no agreement left.
  [43101, 'notAgreed'],
  [40003, 'badMessage'],
  [40037, 'badMessage'],
  [41030, 'badMessage'],
  [47003, 'badMessage'],
])

export function verdictOf(errcode: number): Verdict {
  return verdicts.get(errcode) ?? 'busy'
}
