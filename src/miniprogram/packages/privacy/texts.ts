// Every sentence of this room; the notices themselves are in domain/application/consentNotices.
export const texts = {
  title: '隐私说明',
  lead: '申请的时候，一项一项问您同不同意。',
  checker: '看政策、看能不能领，不用登录，什么都不上传。',
  photos: '拍材料的时候，才用到相机和相册。',
  noLocation: '不要定位，不要通讯录，不要头像和昵称。',
  each: '申请时问您的',
  toMyInformation: '打开我的信息',
  other: '看别的说明',
  refused: '不同意会怎样',
  version: (date: string) => `从${date}起用这一版。`,
}
