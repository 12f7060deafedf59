import type { Slice } from './exactnessBruteForce'
import { livingSlices } from './exactnessLiving'
import { medicalSlices } from './exactnessMedical'
import { schoolSlices } from './exactnessSchool'

/**
 * Which facts each entitlement depends on, and the values that the proof tells apart. A long rule has several slices: each
 * varies some of its facts and holds the others as ordinary.
 */
export const slices: readonly Slice[] = [...livingSlices, ...medicalSlices, ...schoolSlices]
