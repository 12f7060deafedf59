import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { constantsFor } from '../../../config/constants'
import { MiniProgram } from './driver'
import { Network } from './network'
import { Phone } from './phone'
import { type FunctionMode } from './realm'
import { type CodeIssuer } from './wxAccount'

export interface StartOptions {
  /** Folder of the built mini program. */
  dist: string
  /** Where the API under test listens. Without it the phone is offline. */
  apiUrl?: string
  /** Gives out login codes: the stand-in for WeChat's server. */
  wechat?: CodeIssuer
  functionMode?: FunctionMode
  /** Page to launch at, with query. The first page of app.json when absent. */
  path?: string
  /** The phone's date and time at launch; real time when absent. */
  now?: Date
}

const nobody: CodeIssuer = { appid: 'wx0123456789abcdef', issueCode: () => 'no-stand-in' }

/** The origin compiled into the dist as the API's. */
export function builtApiBase(): string {
  return JSON.parse(constantsFor('weapp', process.env).API_BASE ?? '""') as string
}

/**
 * Launches a built mini program on a phone of its own.
 * @throws when the dist is missing: build it first with `npm run build:weapp`.
 */
export async function startMiniProgram(options: StartOptions): Promise<MiniProgram> {
  if (!existsSync(join(options.dist, 'app.json'))) {
    throw new Error(`${options.dist} 里没有小程序，请先运行 npm run build:weapp`)
  }
  const phone = new Phone(new Network(builtApiBase(), options.apiUrl), options.wechat ?? nobody)
  if (options.now) phone.clock.set(options.now)
  const program = new MiniProgram(options.dist, options.functionMode ?? 'throwing', phone)
  await program.launch(options.path)
  return program
}

/** Runs a test on a fresh phone: ends it whatever happens, and fails when the program had troubles of its own. */
export async function withMiniProgram(
  options: StartOptions,
  act: (program: MiniProgram) => Promise<void> | void,
): Promise<void> {
  const program = await startMiniProgram(options)
  try {
    await act(program)
    await program.idle()
    program.assertHealthy()
  } finally {
    program.end()
  }
}
