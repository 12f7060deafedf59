import { policy } from '@domain/policy/version'

// Every sentence of this room; the policy's own words are in domain/policy.
export const texts = {
  title: '政策说明',
  lead: policy.statusSentence,
  draft: `这份文件是${policy.status}。`,
  draftMore: '正式发布以前，可能会改。补贴多少钱，文件里没有写。',
  parts: '按部分看原文',
  opening: '开头',
  quoted: '结果里引用的是这一句：',
  all: '看别的部分',
}
