// Every sentence of 找帮助, from top to bottom.
export const texts = {
  title: '孩子现在有危险吗？',
  lead: '说出您在哪里、孩子怎么了。先到安全的地方。',
  callPolice: '打 110',
  others: '打电话找人帮忙',
  othersLead: '不用登录，不会留下记录。通话记录会留在手机里。',
  call: '打电话',
  national: '后面几个是全国统一的号码。乌海有没有人接，还没核实。',
  elsewhere: '打不通，就打 12345。',
  homes: '儿童之家和心理咨询',
  homesLead: '儿童之家是孩子玩和写作业的地方，不住人。',
  homesNotPublished: '乌海的名单和地址，还没有公布。',
  homesMeanwhile: '打 12345，可以问离家近的在哪里。',
  counselling: '心里难受，现在就能打 12356。',
}
