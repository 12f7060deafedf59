/** Every page by its name. Rooms do not import each other, so they meet here. */
export const addresses = {
  home: '/pages/home/index',
  progress: '/pages/progress/index',
  places: '/pages/places/index',
  mine: '/pages/mine/index',
  check: '/packages/eligibility/check/index',
  result: '/packages/eligibility/result/index',
  group: '/packages/eligibility/group/index',
  item: '/packages/eligibility/item/index',
  whatIf: '/packages/eligibility/whatIf/index',
  summary: '/packages/eligibility/summary/index',
  ahead: '/packages/eligibility/ahead/index',
  answers: '/packages/eligibility/answers/index',
  services: '/packages/services/list/index',
  service: '/packages/services/service/index',
  guide: '/packages/services/guide/index',
  start: '/packages/application/start/index',
  form: '/packages/application/form/index',
  drafts: '/packages/application/drafts/index',
  receipt: '/packages/application/receipt/index',
  case: '/packages/tracking/case/index',
  supplement: '/packages/tracking/supplement/index',
  accesses: '/packages/tracking/accesses/index',
  policy: '/packages/policy/text/index',
  notices: '/packages/privacy/notices/index',
  myInformation: '/packages/privacy/mine/index',
  correct: '/packages/privacy/correct/index',
} as const

export type Page = keyof typeof addresses

const tabs = ['home', 'progress', 'places', 'mine'] as const

export type Tab = (typeof tabs)[number]

/** Tab pages stay alive and take no query; WeChat refuses to open them in any other way than switching. */
export function isTab(page: Page): page is Tab {
  return tabs.some((tab) => tab === page)
}
