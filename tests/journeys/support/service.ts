import { h5Folder } from '@server/main'
import { addStaff, type NewStaff } from '@server/store/staff'
import { startTestApi, type TestApi } from '../../server/support/testApi'

/** The whole service as a visitor of a demonstration meets it: the built citizen app, the API, the desk. */
export function startService(): Promise<TestApi> {
  // Another folder, so that a journey can be run while somebody builds.
  return startTestApi({ mode: 'demo', siteFolder: process.env.H5_FOLDER ?? h5Folder })
}

/** @returns what `npm run staff -- add` prints */
export async function hire(api: TestApi, staff: NewStaff): Promise<{ number: string; password: string }> {
  const added = await addStaff(api.parts, staff)
  if (!added.ok) throw new Error(added.code)
  return added.value
}
