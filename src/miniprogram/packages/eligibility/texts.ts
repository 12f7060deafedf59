// The sentences of the questions; those of the results are in resultTexts.ts.

export const check = {
  /** 第3题，大约还有4题 */
  step: (position: number, ahead: number) =>
    ahead > 0 ? `第 ${position} 题，大约还有 ${ahead} 题` : `第 ${position} 题，快答完了`,
  private: '不用登录，不会留下您的名字。答案不上传，也不存。',
  savedTitle: '这台手机上存着上次的答案。',
  savedMore: '可以接着用，也可以重新填。',
  useSaved: '用上次的答案',
  found: (count: number) => `已经看出 ${count} 项，可以先看结果`,
  next: '下一步',
  back: '上一步',
  home: '不答了',
  again: '从头再来',
  noAnswer: '还没有选。不知道就选“不清楚”。',
  noDate: '日期还没填好。不知道就选“不清楚”。',
}

export const places = {
  innerMongolia: '内蒙古的其他地方',
  otherProvince: '外省',
  whichProvince: { 'child.hukou': '孩子的户口在哪个省？', 'child.residence': '孩子现在住在哪个省？' },
}

export const answers = {
  title: '我的回答',
  lead: '改了一题，后面的题可能会变。',
  unknown: '不清楚',
  none: '还没有答题。',
  toResult: '看结果',
}
