// One JSON file of a model and the shape it should have come in; out goes its content, or null with the reason noted.
import type { z } from 'zod'
import type { AvatarChart } from './avatar-chart'
import type { AvatarFile, AvatarTree } from './avatar-tree'

/** `what`: as it stands after 'is not'. */
export async function readPart<T>(
  chart: AvatarChart,
  tree: AvatarTree,
  file: AvatarFile,
  shape: z.ZodType<T>,
  what: string,
): Promise<T | null> {
  const json = await chart.json(tree, file)
  if ('mistake' in json) {
    chart.note('json-broken', { file: file.path, ...json.mistake })
    return null
  }
  const read = shape.safeParse(json.value)
  if (read.success) return read.data
  chart.note('json-shape', { file: file.path, other: what })
  return null
}
