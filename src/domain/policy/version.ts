/** Which text the answers rest on. Shown wherever the policy speaks, and stored with every application. */
export const policy = {
  version: 'wuhai-draft-1',
  title: '乌海市人民政府关于进一步加强困境儿童分类保障制度的实施意见',
  /** Nobody may take a draft for the law: the status stands beside every quotation. */
  status: '征求意见稿',
  statusSentence: '依据的是征求意见稿，正式文件可能有变化。',
  /** Result pages begin with it: the department decides, not the phone. */
  adviceSentence: '这是初步判断，以部门认定为准。',
} as const
