/** One ground of the written refusal. `says` tells what the article means here; it is no quotation. */
export interface DeletionGround {
  law: string
  article: string
  says: string
}

export interface DeletionRefusal {
  /** Changes with any word: what was answered on a day can be shown again. */
  version: string
  title: string
  sentences: readonly string[]
  grounds: readonly DeletionGround[]
}

/**
 * The answer to who wants a filed case deleted. The same for everybody.
 * Source: law-and-rules §5 (未成年人网络保护条例 34: a refusal is in writing with reasons), §6, L10, L24.
 */
export const deletionRefusal: DeletionRefusal = {
  version: 'deletion-1',
  title: '关于删除申请的答复',
  sentences: [
    '您要求删除这件申请。',
    '交了的申请是档案，现在不能删。',
    '办完以后只存档，不再使用。',
    '存多久，按档案部门批准的年限。',
    '到期以后先鉴定，再销毁。',
    '没提交的照片，您随时可以删。',
    '不同意这个答复，可以打 12345。',
  ],
  grounds: [
    {
      law: '个人信息保护法',
      article: '第四十七条',
      says: '法律规定的保存期没到的，停用，只存储。',
    },
    {
      law: '档案法实施条例',
      article: '第十九条',
      says: '归档范围和保管年限，要经档案部门批准。',
    },
    {
      law: '档案法实施条例',
      article: '第二十四条',
      says: '保管到期的档案，先鉴定再处理。',
    },
  ],
}

const refusals: Readonly<Record<string, DeletionRefusal>> = { [deletionRefusal.version]: deletionRefusal }

/** The text that was in force under a version; the present one when the version is of a later release. */
export function deletionRefusalOf(version: string): DeletionRefusal {
  return refusals[version] ?? deletionRefusal
}
