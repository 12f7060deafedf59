export const usage = [
  '用法：',
  '  npm run keys -- list      密钥环里有哪些密钥，数据用的是哪一把',
  '  npm run keys -- rotate    全部换到第一把密钥，服务不用停',
  '  npm run keys -- verify    逐个打开，说出打不开的',
  '',
  '换密钥分四步：',
  '  1. 新密钥加在 KEYRING 最后，重启每个服务。',
  '  2. 新密钥移到 KEYRING 最前，再重启每个服务。',
  '  3. npm run keys -- rotate',
  '  4. verify 没有问题，才去掉旧密钥。旧备份还要旧密钥才能打开。',
].join('\n')

const commands = ['list', 'rotate', 'verify'] as const
export type KeysCommand = (typeof commands)[number]

/** Reads the words after `npm run keys --`. @returns undefined for anything but one command */
export function parseKeysCommand(args: readonly string[]): KeysCommand | undefined {
  return args.length === 1 ? commands.find((name) => name === args[0]) : undefined
}
